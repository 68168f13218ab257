import * as z from 'zod'
import { type Dialog, defineDialog, noFacts, type Step } from './dialog.ts'
import type { Lang } from './inbound.ts'

const stateShape = z.object({ at: z.literal('choosing') })
type State = z.infer<typeof stateShape>

const zh = { ask: '用哪种语言?\nWhich language?', zh: '中文', en: 'English', set: '好,以后用中文。' }
const en: typeof zh = { ask: 'Which language?\n用哪种语言?', zh: '中文', en: 'English', set: 'English from now on.' }
const words: Record<Lang, typeof zh> = { zh, en }

/** 语言: two taps, or `/lang en` in one. */
export const langDialog: Dialog = defineDialog<State, null>({
  name: 'lang',
  state: stateShape,
  commands: ['lang'],
  keeps: id => id === 'lang:zh' || id === 'lang:en',
  facts: noFacts,
  step: (_state, _facts, event, who) => {
    if (event.kind === 'choice') return chosen(event.id === 'lang:en' ? 'en' : 'zh')
    const named =
      event.kind === 'command' ? langNamed(event.argument) : event.kind === 'text' ? langNamed(event.text) : undefined
    return named ? chosen(named) : ask(who.lang)
  },
})

const langNamed = (text: string): Lang | undefined => {
  const plain = text.trim().toLowerCase()
  if (/^(zh|中文|汉语|普通话|chinese)/.test(plain)) return 'zh'
  return /^(en|英文|英语|english)/.test(plain) ? 'en' : undefined
}

const chosen = (lang: Lang): Step<State> => ({
  state: null,
  replies: [{ say: words[lang].set }],
  changes: [],
  become: { lang },
})

const ask = (lang: Lang): Step<State> => ({
  state: { at: 'choosing' },
  replies: [
    {
      say: words[lang].ask,
      choices: [
        { id: 'lang:zh', label: words[lang].zh },
        { id: 'lang:en', label: words[lang].en },
      ],
    },
  ],
  changes: [],
})
