import type { Lang } from '../../chat/inbound.ts'
import type { Choice } from '../../chat/reply.ts'
import { spokenClock } from '../../chat/spoken.ts'
import type { FamilyChild } from '../../roster/family.ts'
import { stageOfChild } from '../compose.ts'
import { bedNow } from '../rules.ts'
import type { StoredNight } from '../store.ts'
import { bedTaps, minuteTaps, moreTaps, tapId } from '../taps.ts'

export interface PageChoice extends Choice {
  /** It says what is on record. */
  chosen: boolean
}

/** Everything that the page of one child and one night offers. Nothing else is taken from it. */
export interface PageChoices {
  minutes: PageChoice[]
  bed: PageChoice[]
  skip: Choice
  undo: Choice
}

/** The taps of the evening card, laid out: both rows at once, the numbers behind 100分钟以上 included. */
export const pageChoices = (
  child: FamilyChild,
  night: string,
  stored: StoredNight | undefined,
  lang: Lang,
  now: number,
  zone: string,
): PageChoices => {
  const stage = stageOfChild(child)
  const taps = minuteTaps(stage, night, child.id, lang)
  const from = Number(taps.find(({ id }) => id.startsWith('more:'))?.id.split(':')[1] ?? 0)
  const more = moreTaps(from, night, child.id, lang).slice(0, 2)
  const isRow = ({ id }: Choice) => !/^(more|skip):/.test(id)
  const minutes = taps.filter(isRow).flatMap(tap => (tap.id.startsWith('none:') ? [...more, tap] : [tap]))
  const beds = bedTaps(stage, night, child.id, lang, offset => spokenClock(offset, lang)).filter(({ id }) =>
    id.startsWith('bed:now') ? bedNow(now, zone) !== undefined : /^bed:\d/.test(id),
  )
  return {
    minutes: minutes.map(choice => ({ ...choice, chosen: isStored(choice.id, stored) })),
    bed: beds.map(choice => ({ ...choice, chosen: isStored(choice.id, stored) })),
    skip: { id: tapId('skip', '', night, child.id), label: taps.find(({ id }) => id.startsWith('skip:'))?.label ?? '' },
    undo: { id: tapId('drop', '', night, child.id), label: '' },
  }
}

const isStored = (id: string, stored: StoredNight | undefined): boolean => {
  const [verb, argument] = id.split(':')
  if (!stored) return false
  if (verb === 'school') return stored.doneAtSchool === 'all'
  if (verb === 'none') return stored.doneAtSchool === 'none_set'
  if (verb === 'min') return stored.writtenMin === Number(argument) && stored.doneAtSchool === null
  return verb === 'bed' && stored.bedOffset !== null && stored.bedOffset === Number(argument)
}

/** Whether the page offers this choice. */
export const isOffered = ({ minutes, bed, skip, undo }: PageChoices, id: string): boolean =>
  [...minutes, ...bed, skip, undo].some(choice => choice.id === id)
