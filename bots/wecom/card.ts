import type { Choice } from '../../src/chat/reply.ts'
import { cutText } from '../../src/chat/split.ts'
import { wordsBeside } from './words.ts'

/** What a template card holds: buttons, options of a vote, letters of a button and of a card's own words. */
export const MOST_BUTTONS = 6
export const MOST_OPTIONS = 20
const LONGEST_BUTTON = 10
const LONGEST_OPTION = 17
const LONGEST_TITLE = 36
/** Longer words go before the card as a message of their own. */
export const LONGEST_SAY = 160
/** Bytes of an option's id. */
const LONGEST_ID = 128

/** Whether a card can show these choices: so many, with ids that fit. */
export const fitsCard = (choices: Choice[]): boolean =>
  choices.length <= MOST_OPTIONS && choices.every(({ id }) => Buffer.byteLength(id) <= LONGEST_ID)

const lettersOf = (text: string): number => [...text].length

/** Six short choices are buttons, one tap each. */
const areButtons = (choices: Choice[]): boolean =>
  choices.length <= MOST_BUTTONS && choices.every(({ label }) => lettersOf(label) <= LONGEST_BUTTON)

/** The words of a card: the first line as its title where it is short, the rest under it. */
const wordsOf = (say: string): object => {
  const [first = '', ...rest] = say.split('\n')
  if (lettersOf(first) <= LONGEST_TITLE && first !== '') {
    return { main_title: { title: first }, ...(rest.length > 0 ? { sub_title_text: rest.join('\n') } : {}) }
  }
  return { main_title: { title: wordsBeside(say).choose }, sub_title_text: say }
}

/** A template card: buttons, or a vote of one answer and a button to send it. `taskId` is the card's own, once. */
export const cardOf = (say: string, choices: Choice[], taskId: string): object =>
  areButtons(choices)
    ? {
        card_type: 'button_interaction',
        task_id: taskId,
        ...wordsOf(say),
        button_list: choices.map(({ id, label }, n) => ({ text: label, style: n === 0 ? 1 : 2, key: id })),
      }
    : {
        card_type: 'vote_interaction',
        task_id: taskId,
        ...wordsOf(say),
        checkbox: {
          question_key: 'choice',
          mode: 0,
          option_list: choices.map(({ id, label }) => ({ id, text: cutText(label, LONGEST_OPTION) })),
        },
        submit_button: { text: wordsBeside(say).submit, key: 'submit' },
      }
