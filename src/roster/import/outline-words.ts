import { className } from '../class-name.ts'
import type { PlanOutline } from './outline.ts'
import type { RosterLanguage } from './say.ts'

type Place = PlanOutline['added'][number]

/** Rows named one by one; a September that sorts every class anew has thousands. */
const ROWS_SHOWN = 40

/** What an import would change, a line for each kind: newcomers by class, moves and returns by row. No names. */
export const sayOutline = ({ added, moved, returned }: PlanOutline, language: RosterLanguage): string[] =>
  [
    list(
      added.map(place => `${at(place, language)} ${place.children}`),
      heads.added,
      language,
    ),
    list(
      moved.map(({ row, from, to }) => `${rowAt(row, language)} ${short(from, language)} → ${at(to, language)}`),
      heads.moved,
      language,
    ),
    list(
      returned.map(({ row, to }) => `${rowAt(row, language)} ${at(to, language)}`),
      heads.returned,
      language,
    ),
  ].filter(Boolean)

/** Who is in a class that the file lists, but not in the file, by class; '' when nobody is. */
export const sayMissing = ({ missing }: PlanOutline, leave: boolean, language: RosterLanguage): string => {
  const head = leave ? heads.leave : heads.stay
  return list(
    missing.map(place => `${at(place, language)} ${place.children}`),
    head,
    language,
  )
}

const heads = {
  added: { zh: '新来的', en: 'New' },
  moved: { zh: '换班的', en: 'Moving' },
  returned: { zh: '回来的', en: 'Back' },
  leave: { zh: '名单上没有、今天离开的', en: 'Enrolled, but not in the file; they leave today' },
  stay: { zh: '名单上没有、原来在班里的孩子,照旧留着', en: 'Enrolled, but not in the file; they stay as they are' },
}

const list = (items: readonly string[], head: { zh: string; en: string }, language: RosterLanguage): string => {
  if (items.length === 0) return ''
  const shown = items.slice(0, ROWS_SHOWN)
  const more = items.length - shown.length
  if (language === 'en') return `${head.en}: ${shown.join('; ')}${more > 0 ? `; ${more} more` : ''}.`
  return `${head.zh}:${shown.join('、')}${more > 0 ? `,还有${more}处` : ''}。`
}

const at = (place: Omit<Place, 'children'>, language: RosterLanguage): string =>
  `${place.school} ${short(place, language)}`

const short = ({ grade, classNo }: Omit<Place, 'children'>, language: RosterLanguage): string =>
  className(grade, classNo, language)

const rowAt = (row: number, language: RosterLanguage): string => (language === 'zh' ? `第${row}行` : `row ${row}`)
