import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wanling } from '../support/cli.ts'
import { newFile, type Running, serveFile } from '../support/server.ts'
import { chatOn, launch } from './open-chat.ts'
import { startStub } from './stub-server.ts'

const NOW = '2026-11-24T18:00:00+08:00'
const PICTURE = new URL('../../docs/pictures/slips.png', import.meta.url).pathname
const NAMES = '王小宇 阿依古丽·买买提 李想 欧阳嘉禾 陈一诺 格桑·旺堆 Tom赵 买买提·阿不都热依木江 吴桐 龘靐'.split(' ')

let browser: Browser
let server: Running
let folder = ''

beforeAll(async () => {
  browser = await launch()
  const file = newFile()
  folder = dirname(file)
  const roster = join(folder, 'roster.csv')
  writeFileSync(roster, `班级,姓名\n${NAMES.map(name => `三(2)班,${name}\n`).join('')}`)
  const run = async (...args: string[]) => expect(await wanling(file, args, NOW)).toMatchObject({ code: 0, err: '' })
  await run('county', 'set', '--name', '晴川县', '--code', '410999', '--region', 'henan')
  await run('school', 'add', '--name', '晴川县第一实验小学', '--kind', 'primary')
  await run('import-roster', roster, '--school', '晴川县第一实验小学')
  server = await serveFile(file, { WANLING_NOW: NOW })
  for (const lang of ['zh', 'en']) {
    const out = join(folder, `${lang}.html`)
    const args = ['invitations', '--class', '三年级2班', '--slips', lang, '--out', out]
    expect(
      (await wanling(file, args, NOW, undefined, { PUBLIC_URL: 'https://wanling.qingchuan-jiaoyu.gov.cn' })).code,
    ).toBe(0)
  }
})
afterAll(async () => {
  await server.kill()
  await browser.close()
})

/** What stands on the last slips printed: the English ones, drawn after the Chinese, are the ones that open. */
const codeOf = (name: string): string =>
  new RegExp(`${name}[\\s\\S]*?</small>(.{11})<`).exec(readFileSync(join(folder, 'en.html'), 'utf8'))?.[1] ?? ''

test('the start link fills the code in, leaves it to the person to send, and keeps it out of the address', async () => {
  const stub = await startStub()
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(`${stub.url}/chat?start=8ZK4Q2M9XT`)
  const chat = chatOn(page)
  expect(await chat.text.inputValue()).toBe('8ZK4Q2M9XT')
  expect(await page.getByRole('status').textContent()).toBe('邀请码填好了，点发送就行。')
  expect(page.url()).toBe(`${stub.url}/chat`)
  expect(stub.received).toEqual([])
  await page.getByRole('button', { name: '发送' }).click()
  await expect.poll(() => stub.received[0]).toMatchObject({ start: '8ZK4Q2M9XT' })
  expect(await chat.text.inputValue()).toBe('')
  expect(await page.getByRole('status').textContent()).toBe('')
  await page.goto(`${stub.url}/chat?start=${encodeURIComponent('<b>作业40分钟</b>')}`)
  expect(await chat.text.inputValue()).toBe('')
  await page.context().close()
  await stub.close()
})

test('a slip leads to its child with one tap', async () => {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  const code = codeOf('李想').replace(' ', '')
  await page.goto(`${server.url}/chat?start=${code}`)
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('是晴川县第一实验小学三(2)班的李想吗').waitFor()
  await page.context().close()
})

test.each(['zh', 'en'])('printed slips (%s): two pages of A4, nothing cut off, nothing over the edge', async lang => {
  const page = await browser.newPage({ viewport: { width: 820, height: 1200 }, deviceScaleFactor: 1.5 })
  await page.goto(pathToFileURL(join(folder, `${lang}.html`)).href)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/)
  await page.emulateMedia({ media: 'print' })
  const slips = page.locator('.slip')
  expect(await slips.count()).toBe(NAMES.length)
  const faults = await slips.evaluateAll(all =>
    all.flatMap(slip => {
      const boxes = [...slip.querySelectorAll('.qr, .main > *, .foot > *')].map(one => one.getBoundingClientRect())
      const own = slip.getBoundingClientRect()
      const isInside = boxes.every(box => box.top >= own.top && box.bottom <= own.bottom && box.right <= own.right)
      const foot = slip.querySelector('.foot')?.getBoundingClientRect().top ?? 0
      const isFree = [...slip.querySelectorAll('.qr, .main > *')].every(
        one => one.getBoundingClientRect().bottom <= foot,
      )
      return isInside && isFree && own.width > 360 && own.height > 260 ? [] : [slip.textContent]
    }),
  )
  expect(faults).toEqual([])
  const picture = page.locator('.page').first()
  const shot = await picture.screenshot(process.env.PICTURES && lang === 'zh' ? { path: PICTURE } : {})
  expect(shot.byteLength).toBeGreaterThan(50_000)
  await page.context().close()
})
