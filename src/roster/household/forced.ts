import { tidy } from '../../chat/commands.ts'
import type { Event } from '../../chat/dialog.ts'
import { regionOf, why } from '../../policy/index.ts'
import { type MeStep, say, type Visit } from './page.ts'
import { householdWords } from './words.ts'

/** The rule behind it: homework for parents, openly or in disguise, is forbidden. */
const RULE = 'HW-08'

const PHRASES = [
  '有人要求我必须填',
  '有人要我必须填',
  '有人逼我填',
  '必须填吗',
  '一定要填吗',
  'someone demands that i fill this in',
  'do i have to fill this in',
]

/** Whether somebody says in so many words that they are being made to fill this in. */
export const saysForced = (event: Event): boolean => event.kind === 'text' && PHRASES.includes(tidy(event.text))

/**
 * 有人要求我必须填: calm words to copy, the rule and the published number. It files nothing and changes nothing, and
 * the answer is sealed, so that nobody can find later who asked.
 */
export const forced = ({ page, who }: Visit): MeStep => {
  const words = householdWords[who.lang]
  const region = regionOf(page.family.children[0]?.region ?? '')
  const { number, verified } = page.hotline
  const intro = words.forcedIntro(why(RULE, region, who.lang)?.text ?? '', number, verified)
  const replies = [intro, words.forcedToTeacher, words.forcedByPhone].map(text => ({ say: text }))
  return { ...say(null, ...replies), sealed: true }
}
