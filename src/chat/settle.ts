import type { Change } from './change.ts'
import type { Conversation, Open, Prompt } from './conversation.ts'
import type { Decision } from './decide.ts'
import type { Step } from './dialog.ts'
import { again } from './kernel-answer.ts'
import { DEEPEST_STACK, LONGEST_TRAIL } from './limits.ts'
import type { Reply } from './reply.ts'

/** A step, or what the kernel said by itself. */
export interface Outcome extends Step<unknown> {
  changes: Change[]
  /** The last prompt stays what it was: an emergency card is no step of the dialog under it. */
  keepsPrompt?: boolean
}

export type How = 'start' | 'resume' | 'interrupt' | 'stay'

/**
 * Brings a step into the conversation: which dialog is open now, what its last prompt is, and, when an interruption
 * has ended, the question that was waiting under it. Pure.
 */
export const settle = (before: Conversation, dialog: string, how: How, outcome: Outcome): Decision => {
  const { lang, guardianId } = outcome.become ?? {}
  const known = {
    ...before,
    lang: lang ?? before.lang,
    langChosen: before.langChosen || lang !== undefined,
    guardianId: guardianId ?? before.guardianId,
  }
  const shown = lastPrompt(outcome.replies, before.seq)
  const open = how === 'stay' ? before.open : opened(before.open, dialog, how, outcome, shown)
  const resumes = how === 'interrupt' && outcome.state === null && !outcome.handOver
  const replies = resumes ? [...outcome.replies, ...again({ lang: known.lang, open })] : outcome.replies
  const prompt = outcome.keepsPrompt ? before.prompt : (lastPrompt(replies, before.seq) ?? promptKept(before, how))
  return {
    after: { ...known, open, prompt },
    replies,
    changes: outcome.changes,
    guards: outcome.guards ?? [],
    notices: outcome.notices ?? [],
    sealed: outcome.sealed ?? false,
  }
}

const promptKept = (before: Conversation, how: How): Prompt | null => (how === 'stay' ? before.prompt : null)

const lastPrompt = (replies: Reply[], seq: number): Prompt | null => {
  const asked = replies.findLast(reply => reply.choices && reply.choices.length > 0)
  return asked ? { seq, say: asked.say, choices: asked.choices ?? [] } : null
}

const opened = (
  before: Open | null,
  name: string,
  how: Exclude<How, 'stay'>,
  outcome: Outcome,
  shown: Prompt | null,
): Open | null => {
  const under = how === 'interrupt' ? limited(before, DEEPEST_STACK - 1) : (before?.under ?? null)
  if (outcome.state === null) return how === 'interrupt' ? before : under
  const prompt = shown ?? textPrompt(outcome.replies)
  if (how !== 'resume' || !before) return { name, state: outcome.state, prompt, trail: [], under }
  return { name, state: outcome.state, prompt, trail: stepsBehind(before, outcome.state), under: before.under }
}

/** A dialog that waits for free text has a prompt without choices, so that it can be asked again. */
const textPrompt = (replies: Reply[]): Prompt | null => {
  const last = replies.at(-1)
  return last ? { seq: 0, say: last.say, choices: [] } : null
}

const stepsBehind = (before: Open, state: unknown): Open['trail'] => {
  if (JSON.stringify(before.state) === JSON.stringify(state)) return before.trail
  return [...before.trail, { state: before.state, prompt: before.prompt }].slice(-LONGEST_TRAIL)
}

const limited = (open: Open | null, depth: number): Open | null =>
  open === null || depth === 0 ? null : { ...open, under: limited(open.under, depth - 1) }
