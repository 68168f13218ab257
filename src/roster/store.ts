import { consent, guardianship, helper, invitation, invitationUse } from '../db/schema/index.ts'
import { insert, type Statement, statement } from '../db/statement.ts'
import { applyEnrolment } from './apply-enrolment.ts'
import { applyUnit } from './apply-unit.ts'
import type { ConsentAnswer, RosterChange } from './change.ts'

/** The statements of one roster change: with the two files it calls, the only code that writes the roster's tables. */
export const applyRoster = (change: RosterChange, at: number): Statement[] => {
  switch (change.type) {
    case 'GuardianBound':
      // A unique row: two people with one code cannot both be bound.
      return [
        statement(NOT_LEAVING, change.guardianId, change.subject),
        insert(invitationUse, { code: change.invitation, at }),
        insert(guardianship, {
          guardianId: change.guardianId,
          childId: change.subject,
          relation: change.relation,
          at,
        }),
        statement('DELETE FROM helper WHERE helper_id = ? AND child_id = ?', change.guardianId, change.subject),
        statement('DELETE FROM guard'),
      ]
    case 'HelperBound':
      return [
        insert(invitationUse, { code: change.invitation, at }),
        insert(helper, {
          helperId: change.helperId,
          childId: change.subject,
          relation: change.relation,
          until: change.until,
          at,
        }),
      ]
    case 'HelperEnded':
      return [statement('DELETE FROM helper WHERE helper_id = ? AND child_id = ?', change.helperId, change.subject)]
    case 'ConsentAsked':
    case 'ConsentTakenBack':
      return [consentRow(change, null, at)]
    case 'ConsentGiven':
      return [consentRow(change, true, at)]
    case 'ConsentRefused':
      return [consentRow(change, false, at)]
    case 'FamilyInvited':
      return [
        insert(invitation, {
          code: change.invitation,
          childId: change.subject,
          kind: change.as === 'helper' ? 'helper' : 'family',
          at,
          expiresAt: change.expiresAt,
        }),
      ]
    case 'ChildInvited':
      return [
        statement(REPLACE, at, change.subject),
        insert(invitation, { code: change.invitation, childId: change.subject, kind: 'school', at }),
      ]
    case 'ClassOpened':
    case 'ChildEnrolled':
    case 'ChildMoved':
    case 'ChildLeft':
    case 'ChildReturned':
    case 'ChildDescribed':
    case 'RosterImported':
      return applyEnrolment(change, at)
    case 'CountySet':
    case 'SchoolAdded':
    case 'SchoolSet':
    case 'SchoolAliased':
    case 'TermAdded':
      return [applyUnit(change)]
  }
}

/** A link that is locked comes back by taking the deletion back; a record that is being purged has no way in. */
const NOT_LEAVING = `INSERT INTO guard (ok) SELECT NOT EXISTS (SELECT 1 FROM erasure_link l JOIN erasure e ON e.id = l.erasure_id
  WHERE l.child_id = ?2 AND (l.guardian_id = ?1 OR e.purging_at IS NOT NULL))`
/**
 * Earlier slips of a child count as used up, all at this moment. Nothing tells those that were used from those that were
 * not: not in the table, not in the answer to whoever sends one.
 */
const REPLACE = `INSERT INTO invitation_use (code, at) SELECT code, ? FROM invitation
  WHERE child_id = ? AND kind = 'school' ON CONFLICT (code) DO UPDATE SET at = excluded.at`

type ConsentChange = Extract<RosterChange, { type: ConsentAnswer }>

/** A receipt for every answer: nothing is overwritten, the latest row counts. */
const consentRow = (
  { id, guardianId, subject, kind, version }: ConsentChange,
  given: boolean | null,
  at: number,
): Statement => insert(consent, { id, guardianId, childId: subject, kind, version, given, at })
