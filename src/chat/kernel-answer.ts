import type { CommandName } from './commands.ts'
import type { Conversation, Open, Prompt } from './conversation.ts'
import type { Dialog } from './dialog.ts'
import type { Lang } from './inbound.ts'
import type { Choice, Reply } from './reply.ts'
import { GO, type KernelAnswer } from './route.ts'
import { chatWords } from './words.ts'

/** What the kernel says by itself, and which dialog stays open. */
export interface Answered {
  replies: Reply[]
  open: Open | null
  /** The prompt that stays the last one when no reply brings a new one. */
  prompt: Prompt | null
}

const ON_THE_MENU: CommandName[] = ['report', 'services', 'hotline', 'guide', 'me', 'lang', 'help']

/** Lines of the menu: only what this deployment can do. */
export const menuChoices = (dialogs: Dialog[], lang: Lang): Choice[] => {
  const built = new Set<CommandName>(['help', ...dialogs.flatMap(dialog => dialog.commands)])
  return ON_THE_MENU.filter(name => built.has(name)).map(name => ({
    id: `${GO}${name}`,
    label: chatWords[lang].label[name],
  }))
}

/** Answers menu, help, cancel, back, old buttons and what is not built here. Pure. */
export const answerByKernel = (answer: KernelAnswer, conversation: Conversation, dialogs: Dialog[]): Answered => {
  const { lang, open, prompt } = conversation
  const words = chatWords[lang]
  switch (answer.kind) {
    case 'menu':
      return { replies: [{ say: words.menuOf, choices: menuChoices(dialogs, lang) }], open, prompt }
    case 'help':
      return {
        replies: [{ say: words.help, choices: menuChoices(dialogs, lang) }, ...again(conversation)],
        open,
        prompt,
      }
    case 'cancel':
      return { replies: [{ say: open ? words.cancelled : words.nothingOpen }], open: null, prompt: null }
    case 'back':
      return goBack(conversation)
    case 'stale':
      return { replies: [{ say: words.oldButton }, ...again(conversation)], open, prompt }
    case 'mistaken':
      return { replies: [{ say: words.mistaken }, ...again(conversation)], open, prompt }
    case 'more':
      return { replies: [{ say: words.more, choices: prompt?.choices.slice(answer.from) }], open, prompt }
    case 'unbuilt': {
      const say = answer.command === 'hotline' ? words.unbuiltHotline : words.unbuilt
      return { replies: [{ say }, ...again(conversation)], open, prompt }
    }
  }
}

/** The open dialog's last prompt once more, so that an interruption leaves nobody wondering. */
export const again = (conversation: Pick<Conversation, 'lang' | 'open'>): Reply[] => {
  const prompt = conversation.open?.prompt
  if (!prompt) return []
  return [{ say: `${chatWords[conversation.lang].goOn}\n${prompt.say}`, choices: prompt.choices }]
}

const goBack = ({ lang, open, prompt }: Conversation): Answered => {
  const words = chatWords[lang]
  if (!open) return { replies: [{ say: words.nothingOpen }], open, prompt }
  const earlier = open.trail.at(-1)
  if (!earlier) return { replies: [{ say: words.noWayBack }, ...shown(open.prompt)], open, prompt }
  const stepped = { ...open, ...earlier, trail: open.trail.slice(0, -1) }
  return { replies: [{ say: words.backAgain }, ...shown(earlier.prompt)], open: stepped, prompt: earlier.prompt }
}

const shown = (prompt: Prompt | null): Reply[] => (prompt ? [{ say: prompt.say, choices: prompt.choices }] : [])
