import type { Lang } from '../../chat/inbound.ts'
import type { Reply } from '../../chat/reply.ts'
import { stageOfChild } from '../compose.ts'
import { minuteTaps, tapId } from '../taps.ts'
import { nightlyWords } from '../words.ts'
import type { RemindedChild } from './facts.ts'

/** The evening card, or its sister of the morning after: for one child with the minutes, for several with their names. */
export const reminderReply = (children: RemindedChild[], night: string, morning: boolean, lang: Lang): Reply => {
  const words = nightlyWords[lang]
  const [only, another] = children
  if (only && !another) {
    const say = morning ? words.morningCard(only.label) : words.card(only.label)
    return { say, choices: minuteTaps(stageOfChild(only), night, only.id, lang, morning) }
  }
  const labels = children.map(child => child.label)
  return {
    say: words.cardSeveral(labels, morning),
    choices: children.map(child => ({ id: tapId('card', '', night, child.id), label: child.label })),
  }
}
