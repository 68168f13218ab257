import type { Facts } from '../chat/dialog.ts'
import type { ChannelName, Lang } from '../chat/inbound.ts'
import { type Row, type Statement, statement } from '../db/statement.ts'
import { GUARDIANSHIP, HELPING } from './ties.ts'

/** A child whose guardian is asking, with everybody linked to it now. */
export interface OwnChild {
  id: string
  label: string
  zone: string
  guardians: string[]
  /** Ties of those who only lend a hand. */
  helping: { personId: string; source: string }[]
}

/** A deletion that holds at least one link of the guardian who is asking. */
export interface Lock {
  id: string
  scope: string
  receipt: string
  dueAt: number
  purging: boolean
  links: { guardianId: string; childId: string; source: string; label: string; zone: string }[]
}

export interface Request {
  id: string
  childId: string
  asker: string
  nods: string[]
}

/** Where another guardian can be told something. */
export interface Reachable {
  guardianId: string
  conversation: string
  channel: ChannelName
  lang: Lang
}

export interface Standing {
  children: OwnChild[]
  locks: Lock[]
  /** Requests about these children that are still open. */
  requests: Request[]
  others: Reachable[]
  /** Every locked link to a child in sight, by whichever deletion. */
  lockedPairs: { childId: string; guardianId: string; erasureId: string }[]
}

const MINE = 'SELECT child_id FROM guardianship WHERE guardian_id = ?1'
/** Who only lends a hand is locked with the child, and does not decide. */
const MY_LOCKS = `SELECT erasure_id FROM erasure_link WHERE guardian_id = ?1 AND source = '${GUARDIANSHIP}'`
const LOCKED = `SELECT child_id FROM erasure_link WHERE erasure_id IN (${MY_LOCKS})`

/** The children that a guardian's choice may change: their own, and those that their deletions hold. */
export const childrenInSight = (guardianId: string): Statement => statement(`${MINE} UNION ${LOCKED}`, guardianId)

const CHILDREN = `SELECT c.id, c.label, y.zone FROM guardianship g JOIN child c ON c.id = g.child_id
  JOIN school s ON s.id = c.school_id JOIN county y ON y.id = s.county_id WHERE g.guardian_id = ? ORDER BY g.at, c.id`
const GUARDIANS = `SELECT child_id, guardian_id FROM guardianship WHERE child_id IN (${MINE})`
const HELPERS = HELPING.map(({ table, person }) => ({
  table,
  sql: `SELECT child_id, ${person} FROM ${table} WHERE child_id IN (${MINE})`,
}))
const LOCKS = `SELECT e.id, e.scope, e.receipt, e.due_at, e.purging_at, l.guardian_id, l.child_id, l.source, c.label, y.zone
  FROM erasure e JOIN erasure_link l ON l.erasure_id = e.id JOIN child c ON c.id = l.child_id
    JOIN school s ON s.id = c.school_id JOIN county y ON y.id = s.county_id
  WHERE e.id IN (${MY_LOCKS}) ORDER BY e.asked_at, e.id`
const REQUESTS = `SELECT id, child_id, guardian_id FROM erasure_request WHERE child_id IN (${MINE}) AND expires_at > ?2`
const NODS = `SELECT n.request_id, n.guardian_id FROM erasure_nod n JOIN erasure_request r ON r.id = n.request_id
  WHERE r.child_id IN (${MINE})`
const OTHERS = `SELECT guardian_id, id, channel, lang FROM conversation WHERE guardian_id <> ?1 AND gone_at IS NULL
  AND guardian_id IN (SELECT guardian_id FROM guardianship WHERE child_id IN (${MINE})
    UNION SELECT guardian_id FROM erasure_link WHERE erasure_id IN (${MY_LOCKS}))`
const PAIRS = `SELECT child_id, guardian_id, erasure_id FROM erasure_link WHERE child_id IN (${MINE} UNION ${LOCKED})`

/** How a guardian stands to deletion at `now` (epoch ms). */
export const readStanding = (guardianId: string, now: number): Facts<Standing> => ({
  statements: [
    statement(CHILDREN, guardianId),
    statement(GUARDIANS, guardianId),
    statement(LOCKS, guardianId),
    statement(REQUESTS, guardianId, now),
    statement(NODS, guardianId),
    statement(OTHERS, guardianId),
    statement(PAIRS, guardianId),
    ...HELPERS.map(({ sql }) => statement(sql, guardianId)),
  ],
  read: ([
    children = [],
    guardians = [],
    locks = [],
    requests = [],
    nods = [],
    others = [],
    pairs = [],
    ...helpers
  ]) => ({
    children: children.map(([id, label, zone]) => ({
      id: String(id),
      label: String(label),
      zone: String(zone),
      guardians: guardians.filter(one => one[0] === id).map(one => String(one[1])),
      helping: HELPERS.flatMap(({ table }, i) =>
        (helpers[i] ?? []).filter(one => one[0] === id).map(one => ({ personId: String(one[1]), source: table })),
      ),
    })),
    locks: locksOf(locks),
    requests: requests.map(([id, childId, asker]) => ({
      id: String(id),
      childId: String(childId),
      asker: String(asker),
      nods: nods.filter(one => one[0] === id).map(one => String(one[1])),
    })),
    others: others.flatMap(reachableOf),
    lockedPairs: pairs.map(([childId, guardian, erasureId]) => ({
      childId: String(childId),
      guardianId: String(guardian),
      erasureId: String(erasureId),
    })),
  }),
})

const locksOf = (rows: Row[]): Lock[] => {
  const locks = new Map<string, Lock>()
  for (const [id, scope, receipt, dueAt, purgingAt, guardianId, childId, source, label, zone] of rows) {
    const known = locks.get(String(id)) ?? {
      id: String(id),
      scope: String(scope),
      receipt: String(receipt),
      dueAt: Number(dueAt),
      purging: typeof purgingAt === 'number',
      links: [],
    }
    known.links.push({
      guardianId: String(guardianId),
      childId: String(childId),
      source: String(source),
      label: String(label),
      zone: String(zone),
    })
    locks.set(known.id, known)
  }
  return [...locks.values()]
}

const CHANNELS: ChannelName[] = ['webchat', 'telegram', 'lark', 'wecom', 'wecom_kf']

const reachableOf = ([guardianId, conversation, channel, lang]: Row): Reachable[] => {
  const known = CHANNELS.find(one => one === channel)
  if (!known) return []
  const where = { guardianId: String(guardianId), conversation: String(conversation), channel: known }
  return [{ ...where, lang: lang === 'en' ? 'en' : 'zh' }]
}
