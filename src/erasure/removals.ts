import type { Cell } from '../db/statement.ts'
import { BLANKED, type OwnedTable, type Owner, ownedTables } from './owners.ts'
import type { Removal } from './slices.ts'

const anyOf = (columns: string[]): string => columns.map(column => `"${column}" = ?`).join(' OR ')

const owned = (owner: Owner, value: string, tables: OwnedTable[]): Removal[] =>
  tables.flatMap(({ table, columns }) => {
    const mine = columns[owner]
    return mine.length === 0
      ? []
      : [{ table, where: anyOf(mine), args: mine.map((): Cell => value), set: BLANKED[table] }]
  })

/**
 * What one guardian told and decided about one child; and the child's name where it was last said to them, since they
 * may go on with another child.
 */
export const linkRemovals = (guardianId: string, childId: string, label: string): Removal[] => [
  ...ownedTables().flatMap(({ table, columns }) => {
    if (columns.guardian.length === 0 || columns.child.length === 0) return []
    const where = `(${anyOf(columns.guardian)}) AND (${anyOf(columns.child)})`
    return [{ table, where, args: [...columns.guardian.map(() => guardianId), ...columns.child.map(() => childId)] }]
  }),
  {
    table: 'outbox',
    where: `conversation IN (SELECT id FROM conversation WHERE guardian_id = ?) AND (instr(payload, ?) > 0 OR instr(payload, ?) > 0)`,
    args: [guardianId, childId, label || childId],
  },
]

/** Everything about a child: its codes used up before the codes themselves, its own row last. */
export const childRemovals = (childId: string): Removal[] => [
  { table: 'invitation_use', where: 'code IN (SELECT code FROM invitation WHERE child_id = ?)', args: [childId] },
  ...owned('child', childId, ownedTables()),
]

/** Everything of a guardian: what names them, what their conversations left, and the conversations last. */
export const guardianRemovals = (guardianId: string, conversations: string[]): Removal[] => {
  const tables = ownedTables()
  const apart = tables.filter(one => one.table !== 'conversation')
  return [
    ...owned('guardian', guardianId, apart),
    ...conversations.flatMap(one => owned('conversation', one, tables)),
    ...owned('guardian', guardianId, tables),
  ]
}

/** A chat that is nobody's, unless it is used again meanwhile. `unusedSince`: epoch ms. */
export const strangerRemovals = (conversation: string, guardianId: string | null, unusedSince: number): Removal[] => {
  const everything =
    guardianId === null
      ? owned('conversation', conversation, ownedTables())
      : guardianRemovals(guardianId, [conversation])
  return everything.map(({ where, args, ...one }) => ({
    ...one,
    where: `(${where}) AND EXISTS (SELECT 1 FROM conversation c WHERE c.id = ? AND c.inbound_at <= ?)`,
    args: [...args, conversation, unusedSince],
  }))
}
