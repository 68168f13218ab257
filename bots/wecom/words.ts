import type { Lang } from '../../src/chat/inbound.ts'

const zh = {
  choose: '点一下就行',
  submit: '好',
  got: '收到',
  more: '更多',
  late: '刚才没能发出去,补上:',
  unfinished: '(还没说完,回一个字就接着发)',
  tonight: '今晚的作业',
}
const en: typeof zh = {
  choose: 'Tap one',
  submit: 'OK',
  got: 'Got it',
  more: 'More',
  late: 'This could not be sent before:',
  unfinished: '(There is more. Send one word and it comes.)',
  tonight: 'Homework tonight',
}

const words: Record<Lang, typeof zh> = { zh, en }

const HAN = /\p{Script=Han}/u

/** The channel's own words, in the language of the message that they stand beside. */
export const wordsBeside = (say: string): typeof zh => words[HAN.test(say) ? 'zh' : 'en']
