import type * as z from 'zod'
import type { Row, Statement } from '../db/statement.ts'
import type { Change } from './change.ts'
import type { CommandName } from './commands.ts'
import type { ChannelName, Lang } from './inbound.ts'
import type { Reply } from './reply.ts'

/** What a dialog is told. A choice comes without its prompt's prefix; `fresh` says that it was tapped on the last prompt. */
export type Event =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; id: string; fresh: boolean }
  | { kind: 'command'; name: CommandName; argument: string }
  | { kind: 'start'; code: string }
  | { kind: 'photo'; caption: string }
  | { kind: 'media'; media: 'voice' | 'sticker' | 'location' | 'file' | 'photo' }
  /** Another dialog handed over to this one. */
  | { kind: 'seed'; seed: Seed }

/** What dialogs hand to each other, by the dialog that receives it. */
export interface Seed {
  dialog: string
  ask: string
  children: string[]
}

/** The person on the other side, as far as the first read tells. */
export interface Who {
  conversation: string
  channel: ChannelName
  guardianId: string | null
  lang: Lang
}

/** The moment of a turn. Everything that rules may not fetch for themselves comes in here. */
export interface Moment {
  /** Epoch milliseconds of the decision. */
  now: number
  /** Epoch milliseconds at which the person sent it: "just fell asleep" means this moment. */
  sentAt: number
  newId: () => string
  random: (n: number) => Uint8Array
}

/** The facts that a dialog asks for in the second read: statements, and how to read their rows. */
export interface Facts<F> {
  statements: Statement[]
  read: (rows: Row[][]) => F
}

/** A message to somebody else than the person who is speaking, in the same write. */
export interface Notice {
  conversation: string
  channel: ChannelName
  reply: Reply
  /** Epoch ms after which it is no longer worth saying. It rests in quiet hours, as everything unasked does. */
  expiresAt: number
}

export interface Step<S> {
  /** The state to wait in; null when the dialog has ended. */
  state: S | null
  replies: Reply[]
  changes: Change[]
  handOver?: Seed
  /** What the conversation itself now knows. */
  become?: { lang?: Lang; guardianId?: string }
  /** Statements that must hold when the changes are written; a failure means read and decide again. */
  guards?: Statement[]
  /** True when the replies may not stand readable in the database: they are stored encrypted and erased soon. */
  sealed?: boolean
  /** What others are told. One whose channel cannot be begun by us is not told. */
  notices?: Notice[]
  /** True when the event was not for this dialog: the kernel answers it. */
  pass?: boolean
}

interface Spec<S extends { at: string }, F> {
  name: string
  state: z.ZodType<S>
  /** Words that always open this dialog. */
  commands?: CommandName[]
  /** What it must know before the step. `resume` is asked instead, where given, when a state is open. */
  facts: (who: Who, event: Event, moment: Moment) => Facts<F>
  resume?: (state: S, who: Who, moment: Moment, event: Event) => Facts<F>
  step: (state: S | null, facts: F, event: Event, who: Who, moment: Moment) => Step<S>
  /** Whether this text is for this dialog whatever else is open. */
  claims?: (event: Event, who: Who) => boolean
  /** Whether in this state any text is an answer, so that nothing else may claim it. */
  asksFreeText?: (state: S) => boolean
  /** Old buttons that still work: choices that carry all they need. */
  keeps?: (choiceId: string) => boolean
  /** A question in passing: whatever interrupts it ends it, and it is not asked again. */
  passing?: boolean
}

/** What one dialog would do with one event: the facts to read, then the decision. */
export interface Plan {
  statements: Statement[]
  decide: (rows: Row[][]) => Step<unknown>
}

/** A dialog with its types closed over, as the kernel handles it. */
export interface Dialog {
  name: string
  commands: CommandName[]
  claims: (event: Event, who: Who) => boolean
  keeps: (choiceId: string) => boolean
  passing: boolean
  asksFreeText: (stored: unknown) => boolean
  /** Undefined when the stored state no longer parses: the kernel restarts the dialog politely. */
  plan: (stored: unknown, event: Event, who: Who, moment: Moment) => Plan | undefined
}

/** Closes a dialog over its state and facts. `stored` is null when the dialog starts. */
export const defineDialog = <S extends { at: string }, F>(spec: Spec<S, F>): Dialog => {
  const parse = (stored: unknown) =>
    stored === null ? { success: true as const, data: null } : spec.state.safeParse(stored)
  return {
    name: spec.name,
    commands: spec.commands ?? [],
    claims: spec.claims ?? (() => false),
    keeps: spec.keeps ?? (() => false),
    passing: spec.passing ?? false,
    asksFreeText: stored => {
      const state = parse(stored)
      return state.success && state.data !== null && (spec.asksFreeText?.(state.data) ?? false)
    },
    plan: (stored, event, who, moment) => {
      const state = parse(stored)
      if (!state.success) return undefined
      const facts =
        state.data !== null && spec.resume
          ? spec.resume(state.data, who, moment, event)
          : spec.facts(who, event, moment)
      return {
        statements: facts.statements,
        decide: rows => spec.step(state.data, facts.read(rows), event, who, moment),
      }
    },
  }
}

/** For dialogs that need to know nothing more than who is there. */
export const noFacts = (): Facts<null> => ({ statements: [], read: () => null })
