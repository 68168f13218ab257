import type { Row, Statement } from '../db/statement.ts'
import { screen } from '../safety/rules.ts'
import { emergencyCard, mediaAnswer, mistakenLabel, quietLine } from '../safety/words.ts'
import type { Change } from './change.ts'
import type { Conversation } from './conversation.ts'
import type { Dialog, Moment, Notice, Step, Who } from './dialog.ts'
import type { Content, Inbound, Lang } from './inbound.ts'
import { again, answerByKernel } from './kernel-answer.ts'
import { countTurn, LONGEST_TEXT } from './limits.ts'
import type { Reply } from './reply.ts'
import { MISTAKEN, type Route, route } from './route.ts'
import { type Outcome, settle } from './settle.ts'
import { chatWords } from './words.ts'

/** What a turn has come to, before it is written. */
export interface Decision {
  after: Conversation
  replies: Reply[]
  changes: Change[]
  guards: Statement[]
  notices: Notice[]
  /** Replies that tell of distress are stored encrypted and erased soon. */
  sealed: boolean
  /** A count without a person. */
  count?: 'emergency' | 'ambiguous'
}

/** Over the rate and already told so: nothing is stored, the channel says 429 where it can. */
export type Verdict = Decision | 'limited'

export interface Mind {
  dialogs: Dialog[]
  /** Takes what nobody else claims. */
  fallback: Dialog
  read: (statements: Statement[]) => Promise<Row[][]>
}

/**
 * Decides one turn. The emergency screen reads the text before the rate limit, the binding and every dialog
 * (promise 2); the open dialog keeps its place under a card.
 */
export const decide = async (
  mind: Mind,
  conversation: Conversation,
  inbound: Inbound,
  moment: Moment,
): Promise<Verdict> => {
  const { rate, verdict } = countTurn(conversation, moment.now)
  const text = textOf(inbound.content)
  const before = { ...conversation, ...rate, seq: conversation.seq + 1, lang: spokenLang(conversation, text) }
  const { level } = screen(text)
  if (level === 'emergency') return card(before)
  if (verdict === 'over') return 'limited'
  if (verdict === 'last_line') return settled(before, { replies: [{ say: chatWords[before.lang].tooFast }] })
  const decision = await answer(mind, before, inbound, moment)
  return level === 'ambiguous' ? quietly(decision) : decision
}

/** Until somebody chooses a language, a Chinese sentence is answered in Chinese. */
const spokenLang = ({ lang, langChosen }: Conversation, text: string): Lang =>
  !langChosen && HAN.test(text) ? 'zh' : lang

const HAN = /\p{Script=Han}{2}/u

const textOf = (content: Content): string => {
  if (content.kind === 'text') return content.text
  return content.kind === 'photo' ? content.caption : ''
}

/** Whether the screen answers this with the card. */
export const isEmergency = (content: Content): boolean => screen(textOf(content)).level === 'emergency'

/** The fixed card. Until duty officers can be named, nobody is on duty here. */
export const cardReplies = (lang: Lang): Reply[] => [
  { say: emergencyCard(lang, 'nobody'), choices: [{ id: MISTAKEN, label: mistakenLabel(lang) }] },
]

const card = (before: Conversation): Decision => ({
  ...settled(before, { replies: cardReplies(before.lang), keepsPrompt: true }),
  sealed: true,
  count: 'emergency',
})

const quietly = (decision: Decision): Decision => ({
  ...decision,
  replies: [{ say: quietLine(decision.after.lang) }, ...decision.replies],
  sealed: true,
  count: 'ambiguous',
})

const answer = async (mind: Mind, before: Conversation, inbound: Inbound, moment: Moment): Promise<Decision> => {
  const { content } = inbound
  if (textOf(content).length > LONGEST_TEXT)
    return settled(before, { replies: [{ say: chatWords[before.lang].tooLong }] })
  const who = whoOf(before, inbound)
  const routed = route(content, before, mind.dialogs, mind.fallback, who)
  if (routed.to === 'kernel') {
    const { replies, open, prompt } = answerByKernel(routed.answer, before, mind.dialogs)
    return settled({ ...before, open, prompt }, { replies })
  }
  const decision = await converse(mind, before, routed, who, moment)
  return content.kind === 'text' || content.kind === 'choice' || content.kind === 'start'
    ? decision
    : kindly(decision, before, content)
}

const whoOf = (before: Conversation, inbound: Inbound): Who => ({
  conversation: before.id,
  channel: inbound.channel,
  guardianId: before.guardianId,
  lang: before.lang,
})

/** Lets the dialog read its facts and take its step; a state that no longer parses starts again. */
const converse = async (
  mind: Mind,
  before: Conversation,
  routed: Extract<Route, { to: 'dialog' }>,
  who: Who,
  moment: Moment,
): Promise<Decision> => {
  const { dialog, event, how } = routed
  const stored = how === 'resume' ? (before.open?.state ?? null) : null
  const plan = dialog.plan(stored, event, who, moment)
  if (!plan) return restart(mind, before, dialog, who, moment)
  const step = plan.decide(plan.statements.length > 0 ? await mind.read(plan.statements) : [])
  if (step.pass) return settled(before, { replies: [{ say: chatWords[before.lang].lost }, ...again(before)] })
  return handedOver(mind, settle(before, dialog.name, how, step), step, who, moment)
}

const restart = async (
  mind: Mind,
  before: Conversation,
  dialog: Dialog,
  who: Who,
  moment: Moment,
): Promise<Decision> => {
  const plan = dialog.plan(null, { kind: 'command', name: 'report', argument: '' }, who, moment)
  const fresh = { ...before, open: null, prompt: null }
  const step = plan?.decide(plan.statements.length > 0 ? await mind.read(plan.statements) : [])
  const said = { say: chatWords[before.lang].restarted }
  if (!step) return settled(fresh, { replies: [said] })
  return settle(fresh, dialog.name, 'start', { ...step, replies: [said, ...step.replies] })
}

/** A dialog that ended may hand over to another, which speaks in the same turn. */
const handedOver = async (
  mind: Mind,
  decision: Decision,
  step: Step<unknown>,
  who: Who,
  moment: Moment,
): Promise<Decision> => {
  const { handOver } = step
  const next = handOver && mind.dialogs.find(dialog => dialog.name === handOver.dialog)
  if (!next) return decision
  const heir = { ...who, lang: decision.after.lang, guardianId: decision.after.guardianId }
  const plan = next.plan(null, { kind: 'seed', seed: handOver }, heir, moment)
  if (!plan) return decision
  const following = plan.decide(plan.statements.length > 0 ? await mind.read(plan.statements) : [])
  const settledNext = settle(decision.after, next.name, decision.after.open ? 'interrupt' : 'start', following)
  return joined(decision, settledNext)
}

const joined = (first: Decision, second: Decision): Decision => ({
  ...second,
  replies: [...first.replies, ...second.replies],
  changes: [...first.changes, ...second.changes],
  guards: [...first.guards, ...second.guards],
  sealed: first.sealed || second.sealed,
  notices: [...first.notices, ...second.notices],
})

/** Voice, stickers, places and unasked photos: one kind answer that carries the number, with the same taps. */
const kindly = (decision: Decision, before: Conversation, content: Content): Decision => {
  if (content.kind === 'text' || content.kind === 'choice' || content.kind === 'start') return decision
  const own = before.open?.prompt?.choices ?? before.prompt?.choices
  const taps = own ?? decision.replies.findLast(reply => reply.choices)?.choices ?? []
  const kept = { ...before, prompt: before.prompt }
  return settled(kept, { replies: [{ say: mediaAnswer(before.lang, content.kind), choices: taps }] })
}

const settled = (before: Conversation, outcome: Pick<Outcome, 'replies' | 'keepsPrompt'>): Decision =>
  settle(before, before.open?.name ?? '', 'stay', { state: null, changes: [], ...outcome })
