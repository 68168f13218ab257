import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'

const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Starts the system's Chromium without a window. Close it when done. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', ...QUIET],
  })

/** A page of the web chat with what a person sees and does there. */
export type Chat = {
  page: Page
  /** The field to write in. */
  text: Locator
  /** Writes and presses Enter. */
  say: (words: string) => Promise<void>
  /** A button with this label; the last one when several prompts have it. */
  pill: (label: string) => Locator
  /** What stands in the conversation, one message a string: `我：…` or `晚铃：…`, without buttons and times. */
  lines: () => Promise<string[]>
  /** The words of the last message under which something is said of its sending, '' when there is nothing to say. */
  fate: () => Promise<string>
}

/**
 * Opens the chat served at `url` (origin only) in a context of its own: nothing of another person's phone is there.
 * A Chinese phone of 390×844 in Shanghai unless told otherwise.
 */
export const openChat = async (browser: Browser, url: string, phone: BrowserContextOptions = {}): Promise<Chat> => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...phone,
  })
  const page = await context.newPage()
  await page.goto(`${url}/chat`)
  return chatOn(page)
}

/** The same for a page that is already open, as a second tab of the same phone. */
export const chatOn = (page: Page): Chat => {
  const text = page.locator('#text')
  return {
    page,
    text,
    say: async words => {
      await text.fill(words)
      await text.press('Enter')
    },
    pill: label => page.getByRole('button', { name: label, exact: true }).last(),
    lines: () =>
      page.locator('.line .bubble').evaluateAll(bubbles => bubbles.map(bubble => bubble.textContent?.trim() ?? '')),
    fate: async () => (await page.locator('.fate:not([hidden])').allTextContents()).at(-1)?.trim() ?? '',
  }
}
