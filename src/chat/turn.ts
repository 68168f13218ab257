import { Conflict, type Database, Unavailable } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { changeLog } from '../db/schema/index.ts'
import { insert, type Statement, statement } from '../db/statement.ts'
import { Kept } from '../kept.ts'
import { type Actor, type Change, isLogged } from './change.ts'
import { type Channel, NotStored, reachOf, type TakeTurn, type TurnAnswer } from './channel.ts'
import {
  type Conversation,
  conversationId,
  conversationRow,
  type FirstRead,
  readStanding,
  turnRow,
} from './conversation.ts'
import { cardReplies, type Decision, decide, isEmergency, type Mind } from './decide.ts'
import type { Moment } from './dialog.ts'
import type { Inbound } from './inbound.ts'
import { dated } from './late.ts'
import { DECISIONS } from './limits.ts'
import { merged } from './merged.ts'
import { carried, type Letter, outboxRow, prefixed, storedReplies } from './outbox.ts'
import { releaseHeld } from './outcome.ts'
import type { Pictures } from './picture.ts'
import { addressed } from './pictured.ts'
import type { KeyedQueue } from './queue.ts'
import { reaches } from './reply.ts'

/** People who write several times of an evening: their id and sealed address are worked out once. */
const PEOPLE_KEPT = 5000

/** What the kernel needs from outside; clock and chance included, so that everything under it is pure. */
export interface KernelDeps {
  db: Database
  keys: Keys
  mind: Pick<Mind, 'dialogs' | 'fallback'>
  /** The statements of one change, by the store of its feature. */
  apply: (change: Change, actor: Actor, at: number) => Statement[]
  channels: Channel[]
  pictures: Pictures
  now: () => number
  newId: () => string
  random: (n: number) => Uint8Array
  queue: KeyedQueue
  /** Hands letters that were just committed to the deliverer; the platform's answer is not waited for. */
  deliver: (letters: Letter[], inbound: Inbound, inFront: string | null) => void
  count: (name: 'turn' | 'repeat' | 'limited' | 'conflict' | 'not_stored', channel: string) => void
  /** The county's time zone, for what is said of a time. */
  zone: string
  /** The civil day of the county, for counts. */
  day: (now: number) => string
}

interface Kernel extends KernelDeps {
  sealedAddress: (id: string, address: string) => string
}

/**
 * Takes a turn: read, decide, one write, deliver. Turns of one conversation wait for each other.
 * @throws NotStored when the database could not take it; the platform must send the update again.
 */
export const makeTakeTurn = (deps: KernelDeps): TakeTurn => {
  const { keys } = deps
  const ids = new Kept<string>(PEOPLE_KEPT)
  const addresses = new Kept<string>(PEOPLE_KEPT)
  const sealedAddress = (id: string, address: string) => addresses.get(`${id} ${address}`, () => keys.seal(address, id))
  const kernel: Kernel = { ...deps, sealedAddress }
  return inbound => {
    const { channel, account } = inbound
    const id = ids.get(`${channel} ${account}`, () => conversationId(keys, channel, account))
    return kernel.queue.run(id, () => takeTurn(kernel, id, inbound))
  }
}

const takeTurn = async (kernel: Kernel, id: string, inbound: Inbound): Promise<TurnAnswer> => {
  try {
    for (let attempt = 0; attempt < DECISIONS; attempt++) {
      const answer = await attemptTurn(kernel, id, inbound)
      if (answer) return answer
      kernel.count('conflict', inbound.channel)
    }
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
  }
  kernel.count('not_stored', inbound.channel)
  throw new NotStored('the turn could not be stored')
}

/** Undefined when somebody else moved first: read and decide again. */
const attemptTurn = async (kernel: Kernel, id: string, inbound: Inbound): Promise<TurnAnswer | undefined> => {
  const now = kernel.now()
  const first = await readStanding(kernel.db, id, inbound, now)
  if (first.handledSeq !== null) return repeated(kernel, first, inbound, first.handledSeq)
  const moment: Moment = { now, sentAt: inbound.sentAt, newId: kernel.newId, random: kernel.random }
  const mind: Mind = { ...kernel.mind, read: statements => kernel.db.read(statements) }
  const verdict = await decide(mind, first.conversation, inbound, moment)
  if (verdict === 'limited') return limited(kernel, inbound)
  const channel = kernel.channels.find(one => one.name === inbound.channel)
  const letters = lettersOf(kernel, channel, verdict, inbound, now)
  const decision = { ...verdict, after: shownOn(channel, verdict.after, letters) }
  try {
    await kernel.db.write(batch(kernel, channel, decision, letters, inbound, now))
  } catch (error) {
    if (error instanceof Conflict) return undefined
    throw error
  }
  return spoken(kernel, letters, inbound, first)
}

/** The stored replies once more. An erased emergency card is fixed text, so it can be answered again without a trace. */
const repeated = async (kernel: Kernel, first: FirstRead, inbound: Inbound, seq: number): Promise<TurnAnswer> => {
  kernel.count('repeat', inbound.channel)
  const { id, lang } = first.conversation
  const stored = await storedReplies(kernel.db, kernel.keys, id, seq)
  const replies =
    stored.length > 0 || !isEmergency(inbound.content)
      ? stored.map(carried)
      : cardReplies(lang).map(reply => prefixed(reply, seq))
  return { replies, repeated: true, limited: false }
}

const limited = (kernel: Kernel, inbound: Inbound): TurnAnswer => {
  kernel.count('limited', inbound.channel)
  return { replies: [], repeated: false, limited: true }
}

const spoken = (kernel: Kernel, letters: Letter[], inbound: Inbound, first: FirstRead): TurnAnswer => {
  kernel.count('turn', inbound.channel)
  const outgoing = letters.filter(letter => !letter.delivered)
  if (outgoing.length > 0) kernel.deliver(outgoing, inbound, first.inFront)
  return { replies: letters.map(letter => carried(letter.reply)), repeated: false, limited: false }
}

const lettersOf = (
  kernel: Kernel,
  channel: Channel | undefined,
  decision: Decision,
  inbound: Inbound,
  now: number,
): Letter[] => {
  const { seq, id, lang } = decision.after
  const times = { sentAt: inbound.sentAt, now, zone: kernel.zone }
  const told = dated(decision.replies, times, lang, decision.count ? 1 : 0)
  const replies = (channel?.merges ? merged(told) : told).map(reply => prefixed(reply, seq))
  const passive = channel?.passive ?? true
  const delivered = typeof passive === 'function' ? passive(replies, inbound) : passive
  return replies.map(reply => {
    const letterId = kernel.newId()
    return {
      id: letterId,
      conversation: id,
      seq,
      reply: addressed(reply, letterId, now, kernel.pictures),
      sealed: decision.sealed,
      needs: 'reply',
      at: now,
      delivered,
    }
  })
}

/** The conversation with its prompt as this platform shows it: where lines are numbered, a number is a tap. */
const shownOn = (channel: Channel | undefined, after: Conversation, letters: Letter[]): Conversation => {
  if (!channel?.numbered || after.prompt?.seq !== after.seq) return after
  const asked = letters.findLast(letter => letter.reply.choices)?.reply
  return asked && channel.numbered(asked) ? { ...after, prompt: { ...after.prompt, numbered: true } } : after
}

/** The one atomic write, in the order of the design: the turn's unique row stops everything behind it. */
const batch = (
  kernel: Kernel,
  channel: Channel | undefined,
  decision: Decision,
  letters: Letter[],
  inbound: Inbound,
  now: number,
): Statement[] => {
  const { after, changes, guards } = decision
  const actor: Actor = { kind: 'parent', id: after.guardianId ?? after.id }
  return [
    turnRow(after.id, inbound, after.seq, now),
    conversationRow(after, inbound, kernel.sealedAddress(after.id, inbound.address), now),
    ...(channel?.reach === 'reply' ? [releaseHeld(after.id, now)] : []),
    ...guards,
    ...changes.flatMap(change => kernel.apply(change, actor, now)),
    ...changes.filter(isLogged).map(change => logRow(change, actor, now)),
    ...letters.map(letter => outboxRow(letter, 'reply', kernel.keys)),
    ...noticeRows(kernel, decision, now),
    ...(decision.count ? [tallied(kernel.day(now), decision.count)] : []),
    ...(guards.length > 0 ? [statement('DELETE FROM guard')] : []),
  ]
}

/** What others are told by this turn; the sweeper sends it. A channel that we cannot begin is left out. */
const noticeRows = (kernel: Kernel, { notices }: Decision, now: number): Statement[] =>
  notices.flatMap(({ conversation, channel, reply, expiresAt }) => {
    const reach = reachOf(kernel.channels)(channel)
    if (!reaches(reach, 'tap')) return []
    const row = { id: kernel.newId(), conversation, seq: null, reply, sealed: false, needs: 'tap' } as const
    return [outboxRow({ ...row, at: now, expiresAt, delivered: false }, reach, kernel.keys)]
  })

/** The log keeps who changed what; what the change says is in the feature's own tables. */
export const logRow = (change: Change, actor: Actor, at: number): Statement =>
  insert(changeLog, {
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    type: change.type,
    subject: change.subject,
    change: JSON.stringify(change),
  })

const tallied = (day: string, name: string): Statement =>
  statement(
    'INSERT INTO tally (day, name, n) VALUES (?, ?, 1) ON CONFLICT (day, name) DO UPDATE SET n = n + 1',
    day,
    name,
  )
