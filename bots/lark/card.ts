import type { Choice } from '../../src/chat/reply.ts'

/** Choices up to here are buttons, up to there one list to pick from. Every button is three nodes of a card's 200. */
const MOST_BUTTONS = 20
export const MOST_OPTIONS = 60

/** The most that a card may weigh, in bytes of its JSON. */
export const LARGEST_CARD = 30 * 1024

const plain = (content: string) => ({ tag: 'plain_text', content })

const button = ({ id, label }: Choice, chosen: string | undefined) => ({
  tag: 'column',
  width: 'auto',
  elements: [
    {
      tag: 'button',
      text: plain(id === chosen ? `✅ ${label}` : label),
      type: id === chosen ? 'primary' : 'default',
      behaviors: [{ type: 'callback', value: { choice: id } }],
    },
  ],
})

const list = (choices: Choice[], chosen: string | undefined) => ({
  tag: 'select_static',
  placeholder: plain('▾'),
  ...(choices.some(({ id }) => id === chosen) ? { initial_option: chosen } : {}),
  options: choices.map(({ id, label }) => ({ text: plain(label), value: id })),
  behaviors: [{ type: 'callback', value: {} }],
})

const tappables = (choices: Choice[], chosen: string | undefined): object[] => {
  if (choices.length === 0) return []
  if (choices.length > MOST_BUTTONS) return [list(choices, chosen)]
  return [{ tag: 'column_set', flex_mode: 'flow', columns: choices.map(choice => button(choice, chosen)) }]
}

const opener = ({ label, url }: { label: string; url: string }) => ({
  tag: 'button',
  text: plain(label),
  type: 'primary',
  behaviors: [{ type: 'open_url', default_url: url }],
})

/** What a card shows. Words are plain text, so that no child's name can become markup or a mention. */
export interface CardParts {
  say: string
  choices?: Choice[]
  link?: { label: string; url: string }
  /** The choice that was tapped: marked, while the others stay. */
  chosen?: string
}

/** A card of JSON 2.0: the words, then buttons or a list. */
export const cardOf = ({ say, choices = [], link, chosen }: CardParts): object => ({
  schema: '2.0',
  config: { update_multi: true },
  body: {
    elements: [{ tag: 'div', text: plain(say) }, ...tappables(choices, chosen), ...(link ? [opener(link)] : [])],
  },
})
