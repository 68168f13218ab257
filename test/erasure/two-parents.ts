/** A small model of what two parents may do about one child's record: what the program must come to, too. */
export const PEOPLE = ['A', 'B'] as const
export type Person = (typeof PEOPLE)[number]

/** What changes something. */
export const OPS = ['leave', 'ask', 'nod', 'undo', 'report'] as const
/** What must change nothing, tried by both at the end of each sequence. */
export const PROBES = ['export', 'rebind'] as const
export type Op = (typeof OPS)[number] | (typeof PROBES)[number]

export interface Act {
  person: Person
  op: Op
}

export interface Family {
  /** Deletions under way: whose links each of them holds. */
  locks: Person[][]
  /** Who has asked for the whole record to go and waits for the other. */
  asked: Person | null
  /** What was told, in order. */
  entries: { person: Person; minutes: number }[]
}

export const begin = (): Family => ({ locks: [], asked: null, entries: [] })

/** Whether somebody's link is not locked. */
export const isIn = ({ locks }: Family, person: Person): boolean => !locks.flat().includes(person)

const lock = (family: Family, people: Person[]): Family => ({
  ...family,
  locks: [...family.locks, people],
  asked: null,
})

/** The family after one step. `minutes` is what a report tells. */
export const after = (family: Family, { person, op }: Act, minutes: number): Family => {
  const other = person === 'A' ? 'B' : 'A'
  if (op === 'undo') return { ...family, locks: family.locks.filter(people => !people.includes(person)) }
  if (!isIn(family, person)) return family
  switch (op) {
    case 'leave':
      return lock(family, [person])
    case 'ask':
      if (!isIn(family, other)) return lock(family, [person])
      if (family.asked === other) return lock(family, ['A', 'B'])
      return { ...family, asked: person }
    case 'nod':
      return family.asked === other ? lock(family, ['A', 'B']) : family
    case 'report':
      return { ...family, entries: [...family.entries, { person, minutes }] }
    case 'export':
    case 'rebind':
      return family
  }
}
