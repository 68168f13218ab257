import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import { type Statement, statement } from '../db/statement.ts'
import type { Channel } from './channel.ts'
import { type Conditions, conditionOf } from './condition.ts'
import { claimHeads, type Due } from './due.ts'
import type { Inbound } from './inbound.ts'
import type { Letter } from './outbox.ts'
import { type Outcome, outcomeStatements } from './outcome.ts'
import { Buckets } from './pacing.ts'
import { KeyedQueue } from './queue.ts'
import { isQuiet } from './quiet.ts'
import { Recent } from './recent.ts'

/** How long a swept row stays claimed: longer than any platform call may take. */
const SWEEP_CLAIM_MS = 30_000
/** Rows looked at in one sweep. */
const SWEEP_ROWS = 500
/** Far more than leave while a turn is being decided. */
const ROWS_REMEMBERED = 5000
/** A person may get a turn's few replies at once; the pacing is for what follows. */
const RECIPIENT_BURST = 4

export interface DeliverDeps {
  db: Database
  keys: Keys
  channels: Channel[]
  /** The county's zone, for the quiet hours. */
  zone: string
  /** What must hold when a message leaves, by its word. */
  conditions: Conditions
  now: () => number
  /** 0 to 1, for jitter. */
  chance: () => number
  count: (outcome: Outcome['outcome'], channel: string) => void
  /** A database fault while marking: the row stays and is tried again. */
  fault: (error: unknown) => void
}

/**
 * Sends what is in the outbox: right after the commit for a turn's own letters, by sweeping for all that is left.
 * Delivery is at least once. One recipient's rows leave in order; a wait holds that recipient or channel only.
 */
export class Deliverer {
  readonly #deps: DeliverDeps
  readonly #queue = new KeyedQueue()
  readonly #pausedUntil = new Map<string, number>()
  readonly #recipients = new Map<string, Buckets>()
  readonly #overall = new Map<string, Buckets>()
  /** Rows that have left, though a turn that was decided meanwhile may have seen them waiting. */
  readonly #gone = new Recent(ROWS_REMEMBERED)
  #sweeping: Promise<void> | undefined
  #sweepAgain = false

  constructor(deps: DeliverDeps) {
    this.#deps = deps
    for (const { name, pacing } of deps.channels) {
      this.#recipients.set(name, new Buckets(pacing.perRecipient, RECIPIENT_BURST))
      this.#overall.set(name, new Buckets(pacing.overall, pacing.overall))
    }
  }

  /**
   * Sends a turn's letters after those already on their way; behind older mail (`inFront`, the last row of it) they wait
   * for the sweeper. The pace of
   * the whole channel is for what we start: an answer leaves at once, and a platform that asks for patience gets it.
   * Sealed ones tell of distress and wait for nothing.
   */
  deliverNow(letters: Letter[], inbound: Inbound, inFront: string | null): void {
    const channel = this.#deps.channels.find(one => one.name === inbound.channel)
    const [first] = letters
    if (!channel || !first) return
    void this.#queue.run(first.conversation, async () => {
      const isBehind = inFront !== null && !this.#gone.has(inFront)
      if (isBehind && !first.sealed) return this.#leaveToSweeper(letters)
      await this.#sendInOrder(
        channel,
        letters.map(letter => dueNow(letter, inbound)),
      )
    })
  }

  /** Sends every message that is due. Calls that overlap share one sweep and are followed by another. */
  sweep(): Promise<void> {
    if (this.#sweeping) {
      this.#sweepAgain = true
      return this.#sweeping
    }
    this.#sweeping = this.#sweepUntilDone().finally(() => {
      this.#sweeping = undefined
    })
    return this.#sweeping
  }

  /** Resolves when nothing is being sent. */
  async idle(): Promise<void> {
    await this.#sweeping
    await this.#queue.idle()
  }

  async #sweepUntilDone(): Promise<void> {
    try {
      do {
        this.#sweepAgain = false
        if ((await this.#sweepOnce()) > 0) this.#sweepAgain = true
      } while (this.#sweepAgain)
    } catch (error) {
      this.#deps.fault(error)
    }
  }

  /** Returns how many recipients got their first waiting message, and so may have a next one. */
  async #sweepOnce(): Promise<number> {
    const { db, keys, channels, zone } = this.#deps
    const now = this.#deps.now()
    const sweep = { now, until: now + SWEEP_CLAIM_MS, limit: SWEEP_ROWS, quiet: isQuiet(now, zone) }
    const heads = await claimHeads(db, keys, sweep)
    const sent = await Promise.all(
      heads.map(due => {
        const channel = channels.find(one => one.name === due.channel)
        return channel ? this.#queue.run(due.conversation, () => this.#sendInOrder(channel, [due])) : false
      }),
    )
    return sent.filter(Boolean).length
  }

  /** Stops at the first that did not leave; the rest follow it in the next sweeps. */
  async #sendInOrder(channel: Channel, dues: Due[]): Promise<boolean> {
    for (const [i, due] of dues.entries()) {
      const delivery = await this.#sendOne(channel, due)
      this.#deps.count(delivery.outcome, channel.name)
      await this.#mark(outcomeStatements(due, delivery, this.#deps.now(), this.#deps.chance(), this.#deps.keys))
      if (['sent', 'refused', 'dropped'].includes(delivery.outcome)) {
        this.#gone.add(due.id)
        continue
      }
      await this.#leaveToSweeper(dues.slice(i + 1))
      return false
    }
    return true
  }

  async #sendOne(channel: Channel, due: Due): Promise<Outcome> {
    const { now, zone } = this.#deps
    if (due.expiresAt <= now()) return expired(due)
    const held = (this.#pausedUntil.get(channel.name) ?? 0) - now()
    if (held > 0) return { outcome: 'wait', ms: held, scope: 'recipient' }
    const pace = Math.max(
      this.#recipients.get(channel.name)?.take(due.conversation, now()) ?? 0,
      due.swept ? (this.#overall.get(channel.name)?.take('', now()) ?? 0) : 0,
    )
    if (pace > 0) await new Promise(resolve => setTimeout(resolve, pace))
    if (due.expiresAt <= now()) return expired(due)
    if (due.onlyWhile !== null) return this.#handOverWhile(channel, due, due.onlyWhile)
    if (due.unasked && isQuiet(now(), zone)) return { outcome: 'wait', ms: 0, scope: 'recipient' }
    return this.#handOver(channel, due)
  }

  async #handOver(channel: Channel, due: Due): Promise<Outcome> {
    const message = { id: due.id, address: due.address, reply: due.reply, late: due.late }
    const delivery = due.notice && channel.notify ? await channel.notify(message) : await channel.send(message)
    if (delivery.outcome === 'wait' && delivery.scope === 'channel')
      this.#pausedUntil.set(channel.name, this.#deps.now() + delivery.ms)
    return delivery
  }

  /** Asks once more, at the last moment, whether it may leave. */
  async #handOverWhile(channel: Channel, due: Due, onlyWhile: string): Promise<Outcome> {
    const { condition, about } = conditionOf(this.#deps.conditions, onlyWhile)
    try {
      const undo = await condition?.claim({ id: due.id, conversation: due.conversation, about })
      if (!undo) return { outcome: 'dropped' }
      const delivery = await this.#handOver(channel, due)
      if (delivery.outcome !== 'sent') await this.#mark(undo)
      return delivery
    } catch (error) {
      this.#deps.fault(error)
      return { outcome: 'again', error: 'condition' }
    }
  }

  async #leaveToSweeper(rows: { id: string }[]): Promise<void> {
    await this.#mark(rows.map(({ id }) => statement('UPDATE outbox SET claimed_until = 0 WHERE id = ?', id)))
  }

  async #mark(statements: Statement[]): Promise<void> {
    if (statements.length === 0) return
    try {
      await this.#deps.db.write(statements)
    } catch (error) {
      this.#deps.fault(error)
    }
  }
}

/** Too late. An answer that never arrived is told to the operator; what had an hour of its own just goes. */
const expired = (due: Due): Outcome =>
  due.onlyWhile === null ? { outcome: 'refused', error: 'expired' } : { outcome: 'dropped' }

const dueNow = (letter: Letter, inbound: Inbound): Due => ({
  n: 0,
  swept: false,
  id: letter.id,
  conversation: letter.conversation,
  channel: inbound.channel,
  address: inbound.address,
  reply: letter.reply,
  tries: 0,
  expiresAt: letter.expiresAt ?? Number.POSITIVE_INFINITY,
  unasked: false,
  onlyWhile: null,
})
