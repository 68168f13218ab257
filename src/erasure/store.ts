import { erasure, erasureNod, erasureRequest } from '../db/schema/index.ts'
import { insert, type Statement, statement } from '../db/statement.ts'
import type { ErasureChange, LinksLocked } from './change.ts'
import { cutOff, isTied, moveBack, moveOut, TIES } from './ties.ts'

/** The statements of one change of a deletion. With the purge the only code that writes the tables of erasure. */
export const applyErasure = (change: ErasureChange | LinksLocked, at: number): Statement[] => {
  switch (change.type) {
    case 'RecordLocked':
    case 'CopyAsked':
      return []
    case 'LinksLocked':
      return lock(change, at)
    case 'LockUndone':
      return undo(change.erasureId)
    case 'RecordDeletionAsked': {
      const { requestId: id, subject: childId, guardianId, expiresAt } = change
      return [insert(erasureRequest, { id, childId, guardianId, at, expiresAt })]
    }
    case 'RecordDeletionNodded':
      return [insert(erasureNod, { requestId: change.requestId, guardianId: change.guardianId, at }, ONCE)]
    case 'RecordDeletionDeclined':
      return dropRequests('id = ?', change.requestId)
  }
}

const ONCE = 'ON CONFLICT DO NOTHING'

/** A request that is no more loses its nods. */
const dropRequests = (where: string, arg: string): Statement[] => [
  statement(`DELETE FROM erasure_nod WHERE request_id IN (SELECT id FROM erasure_request WHERE ${where})`, arg),
  statement(`DELETE FROM erasure_request WHERE ${where}`, arg),
]

const lock = ({ erasureId, scope, receipt, dueAt, links }: LinksLocked, at: number): Statement[] => [
  insert(erasure, { id: erasureId, scope, receipt, askedAt: at, dueAt }),
  ...links.flatMap(({ guardianId, childId, source }) =>
    TIES.filter(one => one.table === source).map(one => statement(moveOut(one), erasureId, guardianId, childId)),
  ),
  // Somebody left or came in between: then the whole is decided again.
  statement(ALL_MOVED, erasureId, links.length),
  ...(scope === 'child' ? links.slice(0, 1).map(({ childId }) => statement(NOBODY_LEFT, childId)) : []),
  ...TIES.map(one => statement(cutOff(one), erasureId)),
  ...[...new Set(links.map(one => one.childId))].flatMap(childId => [
    ...dropRequests('child_id = ?', childId),
    statement(DROP_FAMILY_CODES, childId, childId),
  ]),
  statement(DROP_UNASKED, erasureId),
  statement(DROP_PICTURES, erasureId),
  statement('DELETE FROM guard'),
]

const ALL_MOVED = 'INSERT INTO guard (ok) VALUES ((SELECT count(*) FROM erasure_link WHERE erasure_id = ?) = ?)'
const NOBODY_LEFT = `INSERT INTO guard (ok) SELECT NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.child_id = ?
  AND NOT EXISTS (SELECT 1 FROM erasure_link l WHERE l.guardian_id = g.guardian_id AND l.child_id = g.child_id))`
/** Where nobody is left, the codes that the family gave out are dead. */
const DROP_FAMILY_CODES = `DELETE FROM invitation WHERE child_id = ? AND kind <> 'school'
  AND NOT EXISTS (SELECT 1 FROM guardianship WHERE child_id = ?)
  AND code NOT IN (SELECT code FROM invitation_use)`
/** Chats of those who have nothing left but locked links. */
const LOCKED_OUT = `SELECT c.id FROM conversation c JOIN erasure_link l ON l.guardian_id = c.guardian_id
  WHERE l.erasure_id = ? AND NOT ${isTied('c.guardian_id')}`
/** Reminders and the like that wait for them, or were shown to them. */
const DROP_UNASKED = `DELETE FROM outbox WHERE seq IS NULL AND conversation IN (${LOCKED_OUT})`
/** A picture is drawn from its message when its address is opened: without the message it shows nothing any more. */
const DROP_PICTURES = `UPDATE outbox SET payload = NULL WHERE sent_at IS NOT NULL AND instr(payload, '"picture":') > 0
  AND conversation IN (${LOCKED_OUT})`

const undo = (erasureId: string): Statement[] => [
  statement(
    'INSERT INTO guard (ok) VALUES ((SELECT count(*) FROM erasure WHERE id = ? AND purging_at IS NULL))',
    erasureId,
  ),
  ...TIES.map(one => statement(moveBack(one), erasureId)),
  statement('DELETE FROM erasure_link WHERE erasure_id = ?', erasureId),
  statement('DELETE FROM erasure WHERE id = ?', erasureId),
  statement('DELETE FROM guard'),
]
