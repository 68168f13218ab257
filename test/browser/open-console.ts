import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A desk in an office in Shanghai: 1280×800, Chinese, without a fast machine's patience for movement. */
export const openConsole = async (
  browser: Browser,
  url: string,
  desk: BrowserContextOptions = {},
  path = '/console',
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...desk,
  })
  const page = await context.newPage()
  await page.goto(`${url}${path}`)
  return page
}

/** Fills in the first step of the sign-in. */
export const signInWith = async (page: Page, email: string, password: string): Promise<void> => {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

interface Breach {
  id: string
  help: string
  nodes: { target: string[] }[]
}

/** What axe finds against WCAG 2.2 AA and best practice, one line each. */
export const breaches = async (page: Page): Promise<string[]> => {
  // By the protocol, past the page's own policy, which lets nothing in.
  await page.evaluate(axe)
  const found = await page.evaluate<Breach[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(result => result.violations)`,
  )
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}
