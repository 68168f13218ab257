import type { Lang } from '../../src/chat/inbound.ts'

const zh = { got: '收到', again: '没存上,请再点一次', soon: '收到,马上回您', fast: '歇一分钟再点' }
const en: typeof zh = {
  got: 'Got it',
  again: 'That wasn’t saved. Please tap again',
  soon: 'Got it, one moment',
  fast: 'Please take a minute, then tap again',
}
const words: Record<Lang, typeof zh> = { zh, en }

export type Toast = keyof typeof zh

/** The line that appears over a card after a tap, in the language of the person's client. */
export const toastOf = (type: 'success' | 'info' | 'error', toast: Toast) => ({
  type,
  content: words.zh[toast],
  i18n: { zh_cn: words.zh[toast], en_us: words.en[toast] },
})
