import { type CommandName, readCommand, readStart, tidy } from './commands.ts'
import type { Conversation, Prompt } from './conversation.ts'
import type { Dialog, Event, Who } from './dialog.ts'
import type { Content } from './inbound.ts'

/** Where an event goes: to a dialog (starting it, going on in it, or interrupting another), or to the kernel itself. */
export type Route =
  | { to: 'dialog'; dialog: Dialog; event: Event; how: 'start' | 'resume' | 'interrupt' }
  | { to: 'kernel'; answer: KernelAnswer }

export type KernelAnswer =
  | { kind: 'menu' | 'help' | 'cancel' | 'back' | 'stale' | 'mistaken' }
  | { kind: 'unbuilt'; command: CommandName }
  | { kind: 'more'; from: number }

/** The kernel's own choices: `go:report` says a word that always works, `safe:mistaken` closes an emergency card, `page:9` shows the rest. */
export const GO = 'go:'
export const PAGE = 'page:'
export const MISTAKEN = 'safe:mistaken'

/**
 * Decides who answers. Pure. In this order: a tapped or typed-out choice, start codes, words that always work, a dialog
 * that asks for free text, a text that some dialog claims (a report is a report, whatever is open), the open dialog, and
 * at last the default dialog.
 */
export const route = (
  content: Content,
  conversation: Conversation,
  dialogs: Dialog[],
  fallback: Dialog,
  who: Who,
): Route => {
  const open = openDialog(conversation, dialogs)
  const event = readEvent(content, conversation.prompt)
  if (event.kind === 'choice') return routeChoice(event, conversation, dialogs)
  if (event.kind === 'command') return routeCommand(event, conversation, dialogs)
  const claiming = dialogs.find(dialog => dialog.claims(event, who))
  const listening = open && (event.kind === 'start' ? false : open.asksFreeText(conversation.open?.state))
  if (open && (listening || !claiming || claiming === open)) return { to: 'dialog', dialog: open, event, how: 'resume' }
  return entering(claiming ?? fallback, conversation, event, dialogs)
}

const openDialog = (conversation: Conversation, dialogs: Dialog[]): Dialog | undefined =>
  dialogs.find(dialog => dialog.name === conversation.open?.name)

const entering = (dialog: Dialog, conversation: Conversation, event: Event, dialogs: Dialog[]): Route => ({
  to: 'dialog',
  dialog,
  event,
  how: isLasting(openDialog(conversation, dialogs), dialog) ? 'interrupt' : 'start',
})

const isLasting = (open: Dialog | undefined, entered: Dialog): boolean =>
  open !== undefined && open !== entered && !open.passing

/** Turns what arrived into what it means beside the last prompt. */
const readEvent = (content: Content, prompt: Prompt | null): Event => {
  switch (content.kind) {
    case 'choice':
      return readChoice(content.id, prompt)
    case 'start':
      return { kind: 'start', code: content.code }
    case 'photo':
      return { kind: 'photo', caption: content.caption }
    case 'text':
      return readText(content.text, prompt)
    default:
      return { kind: 'media', media: content.kind }
  }
}

const readText = (text: string, prompt: Prompt | null): Event => {
  const typed = typedChoice(text, prompt)
  if (typed) return { kind: 'choice', id: typed, fresh: true }
  const code = readStart(text)
  if (code !== undefined) return { kind: 'start', code }
  const command = readCommand(text)
  return command ? { kind: 'command', ...command } : { kind: 'text', text }
}

/** A label typed out, or the number of a line in a menu or in a list shown with numbers, is the same as a tap. */
const typedChoice = (text: string, prompt: Prompt | null): string | undefined => {
  if (!prompt || text.length > 60) return undefined
  const plain = tidy(text)
  const labelled = prompt.choices.find(choice => tidy(choice.label) === plain)
  if (labelled) return labelled.id
  const isMenu = prompt.numbered || prompt.choices.every(choice => choice.id.startsWith(GO))
  const line = isMenu && /^[1-9]\d{0,2}$/.test(plain) ? Number(plain) : 0
  return prompt.choices[line - 1]?.id
}

/** `p7.c1:yes` is the choice `c1:yes` of the prompt shown in turn 7. Without a prefix it belongs to the last prompt. */
const readChoice = (id: string, prompt: Prompt | null): Event => {
  const match = /^p(\d{1,9})\.(.*)$/s.exec(id)
  const bare = match?.[2] ?? id
  const known = prompt?.choices.some(choice => choice.id === bare) ?? false
  return { kind: 'choice', id: bare, fresh: known && (!match || Number(match[1]) === prompt?.seq) }
}

const routeChoice = (
  event: Extract<Event, { kind: 'choice' }>,
  conversation: Conversation,
  dialogs: Dialog[],
): Route => {
  if (event.id === MISTAKEN) return { to: 'kernel', answer: { kind: 'mistaken' } }
  if (event.id.startsWith(PAGE)) return { to: 'kernel', answer: moreOf(event.id, conversation.prompt) }
  const command = event.id.startsWith(GO) ? readCommand(`/${event.id.slice(GO.length)}`) : undefined
  if (command) return routeCommand({ kind: 'command', ...command }, conversation, dialogs)
  const open = openDialog(conversation, dialogs)
  const keeper = dialogs.find(dialog => dialog.keeps(event.id))
  // A dialog that has ended may have shown it last, over another that was waiting under it.
  const others = keeper !== undefined && keeper !== open && !asksIn(conversation, event.id)
  if (open && event.fresh && !others) return { to: 'dialog', dialog: open, event, how: 'resume' }
  if (keeper) return entering(keeper, conversation, event, dialogs)
  return { to: 'kernel', answer: { kind: 'stale' } }
}

/** Whether the open dialog's own question offers this choice. */
const asksIn = ({ open }: Conversation, id: string): boolean =>
  open?.prompt?.choices.some(one => one.id === id || one.id.endsWith(`.${id}`)) ?? false

/** The next page of the last prompt's choices; an old page turns no more. */
const moreOf = (id: string, prompt: Prompt | null): KernelAnswer => {
  const from = Number(id.slice(PAGE.length))
  return Number.isInteger(from) && prompt?.choices[from] ? { kind: 'more', from } : { kind: 'stale' }
}

const routeCommand = (
  event: Extract<Event, { kind: 'command' }>,
  conversation: Conversation,
  dialogs: Dialog[],
): Route => {
  const dialog = dialogs.find(one => one.commands.includes(event.name))
  if (dialog) return entering(dialog, conversation, event, dialogs)
  switch (event.name) {
    case 'menu':
    case 'help':
    case 'cancel':
    case 'back':
      return { to: 'kernel', answer: { kind: event.name } }
    default:
      return { to: 'kernel', answer: { kind: 'unbuilt', command: event.name } }
  }
}
