import type { Browser } from 'playwright-core'
import { type Chat, launch, openChat } from './open-chat.ts'
import { type Sent, startStub } from './stub-server.ts'

/** The three pictures of the guides: a phone by day, a phone at night, a desk. Run this file to take them again. */
const VIEWS = [
  { name: 'chat-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'chat-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'chat-desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const

const FOLDER = new URL('../../docs/pictures/', import.meta.url).pathname

/** Takes them of the chat served at `url`, after `talk` has held the conversation to show. */
export const takePictures = async (browser: Browser, url: string, talk: (chat: Chat) => Promise<void>) => {
  for (const { name, viewport, colorScheme } of VIEWS) {
    const chat = await openChat(browser, url, { viewport, colorScheme, reducedMotion: 'reduce' })
    await talk(chat)
    await chat.page.screenshot({ path: `${FOLDER}${name}.png` })
    await chat.page.context().close()
  }
}

const ANSWERS: Record<string, { say: string; choices: { id: string; label: string }[] }> = {
  '作业40分钟，9点10分睡的': {
    say: '记好了🌙 小雨在家写了40分钟，9点10分关灯。\n今晚挺好。规定是三到六年级全班平均每天不超过60分钟，小学一般最晚9点20睡。\n哪里不对，直接告诉我就改。晚安。',
    choices: [
      { id: 'p1.edit', label: '改一改' },
      { id: 'p1.why', label: '规定哪来的' },
    ],
  },
  '还差一点没写完，9点一刻睡了': {
    say: '记好了：还剩一点没写，9点15关灯。\n这样做是对的。规定里写着：尽力了还没写完，「也应按时就寝」。\n明早跟老师说一声就好。不好开口的话，点下面，我帮您写张条子。',
    choices: [
      { id: 'p2.note', label: '写张条子' },
      { id: 'p2.edit', label: '改一改' },
    ],
  },
}

const answer = (sent: Sent) => ({ replies: [ANSWERS[sent.text ?? ''] ?? { say: '好的。' }] })

/** Two evenings: one within the rule, one unfinished but in bed. */
const twoEvenings = async ({ page, say }: Chat): Promise<void> => {
  await page.clock.setFixedTime(new Date('2026-11-23T21:14:00+08:00'))
  await say('作业40分钟，9点10分睡的')
  await page.getByText('晚安').waitFor()
  await page.clock.setFixedTime(new Date('2026-11-24T21:17:00+08:00'))
  await say('还差一点没写完，9点一刻睡了')
  await page.getByText('写张条子', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('写张条子', { exact: true }).waitFor()
}

if (import.meta.main) {
  const stub = await startStub()
  stub.answer = answer
  const browser = await launch()
  await takePictures(browser, stub.url, twoEvenings)
  await browser.close()
  await stub.close()
}
