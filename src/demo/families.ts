import { consent, guardianship } from '../db/schema/index.ts'
import { insert, type Statement } from '../db/statement.ts'
import { CONSENT_VERSION } from '../roster/change.ts'
import type { Chance } from './chance.ts'
import type { DemoChild } from './county.ts'

/** The bound family of one child. */
export interface DemoFamily {
  child: DemoChild
  /** The first of them is the one who usually writes. */
  guardians: string[]
  boundAt: number
  reports: boolean
  c2: 'given' | 'refused' | 'asked' | 'never asked'
}

const DAY_MS = 86_400_000
const SHARE_WITH_TWO = 0.18
/** Two thirds say yes to C2. Who never reports is never asked: C2 comes after the first report. */
const C2_ANSWERS = ['given', 'given', 'refused', 'given', 'given', 'asked', 'given', 'given', 'never asked'] as const

/** Binds the given children, each to one or two grown-ups who joined in the fortnight before `joinedBy`. */
export const planFamilies = (
  children: readonly DemoChild[],
  joinedBy: number,
  newId: () => string,
  chance: Chance,
): DemoFamily[] => {
  const shift = chance.whole(0, C2_ANSWERS.length - 1)
  return children.map((child, i) => {
    const c2 = C2_ANSWERS[(i + shift) % C2_ANSWERS.length] ?? 'given'
    return {
      child,
      guardians: chance.often(SHARE_WITH_TWO) ? [newId(), newId()] : [newId()],
      boundAt: joinedBy - Math.floor(chance.next() * 14 * DAY_MS),
      reports: c2 !== 'never asked',
      c2,
    }
  })
}

/** Bindings and consent receipts of a family. C2 is answered at `firstReport`; null when nothing was reported. */
export const familyRows = (
  { child, guardians, boundAt, c2 }: DemoFamily,
  firstReport: number | null,
  newId: () => string,
  chance: Chance,
): Statement[] => {
  const first = chance.often(0.7) ? 'mother' : 'father'
  return guardians.flatMap((guardianId, i) => {
    const relation = i === 0 ? first : chance.often(0.6) ? other(first) : 'grandparent'
    const said = { guardianId, childId: child.id, version: CONSENT_VERSION }
    const given = c2 === 'asked' ? null : c2 === 'given'
    return [
      insert(guardianship, { guardianId, childId: child.id, relation, at: boundAt }),
      insert(consent, { id: newId(), ...said, kind: 'C1', given: true, at: boundAt }),
      ...(firstReport === null ? [] : [insert(consent, { id: newId(), ...said, kind: 'C2', given, at: firstReport })]),
    ]
  })
}

const other = (relation: 'mother' | 'father') => (relation === 'mother' ? 'father' : 'mother')
