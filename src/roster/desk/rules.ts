import type { RosterChange } from '../change.ts'

/** A child as the rules see it. `classId`: where it is now; undefined when it has left. */
export interface Enrolled {
  id: string
  label: string
  nickname: string | null
  classId: string | undefined
}

export type DeskRefusal = { refused: 'same class' | 'has left' | 'is here' }
type Decided = RosterChange[] | DeskRefusal

/** Moves a child to another class of its school from a day on (`YYYY-MM-DD`). */
export const moveChild = ({ id, classId }: Enrolled, to: string, on: string): Decided => {
  if (classId === undefined) return { refused: 'has left' }
  if (classId === to) return { refused: 'same class' }
  return [{ feature: 'roster', type: 'ChildMoved', subject: id, from: classId, classId: to, on }]
}

/** A child leaves the school; `on` is the first day without a class. */
export const letLeave = ({ id, classId }: Enrolled, on: string): Decided =>
  classId === undefined
    ? { refused: 'has left' }
    : [{ feature: 'roster', type: 'ChildLeft', subject: id, from: classId, on }]

/** A child that had left comes back into a class. */
export const takeBack = ({ id, classId }: Enrolled, to: string, on: string): Decided =>
  classId === undefined
    ? [{ feature: 'roster', type: 'ChildReturned', subject: id, classId: to, on }]
    : { refused: 'is here' }

/** Corrects a name. Nothing is changed where nothing differs; a nickname is given or changed, not taken away. */
export const describe = (child: Enrolled, label: string, nickname: string): RosterChange[] => {
  const newLabel = label === child.label ? {} : { label }
  const newNickname = nickname === '' || nickname === child.nickname ? {} : { nickname }
  const facts = { ...newLabel, ...newNickname }
  if (Object.keys(facts).length === 0) return []
  return [{ feature: 'roster', type: 'ChildDescribed', subject: child.id, ...facts }]
}
