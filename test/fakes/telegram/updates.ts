import { type Answer, done, refuse } from './answers.ts'
import { intOf, jsonOf, type Params } from './params.ts'
import type { Delivered, State, Update } from './state.ts'

const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
const OTHER_ASKER = 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

/** Types that are left out of the default selection, as the platform does. */
const BY_WISH_ONLY = ['chat_member', 'message_reaction', 'message_reaction_count']

/** Whether the bot asked for updates of this type. */
export const isWanted = ({ allowed }: State, update: Update): boolean => {
  const type = Object.keys(update).find(key => key !== 'update_id') ?? ''
  return allowed?.length ? allowed.includes(type) : !BY_WISH_ONLY.includes(type)
}

/** Takes over `allowed_updates` when a call names them; an empty list is the default selection. */
export const rememberWanted = (state: State, params: Params): void => {
  if (params.allowed_updates === undefined) return
  const names = jsonOf(params, 'allowed_updates')
  if (Array.isArray(names)) state.allowed = names.map(String)
}

/** Queues an update for `getUpdates`. */
export const enqueue = (state: State, update: Update, settle: (delivered: Delivered) => void): void => {
  state.queue.push({ update, settle })
  state.waiting?.(undefined)
}

/** `getUpdates`: an offset confirms what lies before it; a later question ends an open one. */
export const getUpdates = async (state: State, params: Params): Promise<Answer> => {
  if (state.webhook) return refuse(409, WEBHOOK_ACTIVE)
  rememberWanted(state, params)
  state.waiting?.(refuse(409, OTHER_ASKER))
  confirm(state, intOf(params, 'offset') ?? 0)
  const seconds = intOf(params, 'timeout') ?? 0
  const ended = state.queue.length === 0 && seconds > 0 ? await waitForOne(state, seconds * 1000) : undefined
  const limit = Math.min(100, Math.max(1, intOf(params, 'limit') ?? 100))
  return ended ?? done(state.queue.slice(0, limit).map(({ update }) => update))
}

const confirm = (state: State, offset: number): void => {
  const first = offset < 0 ? Math.max(0, state.queue.length + offset) : undefined
  const confirmed = state.queue.filter(({ update }, n) => (first === undefined ? update.update_id < offset : n < first))
  state.queue = state.queue.filter(entry => !confirmed.includes(entry))
  for (const { update, settle } of confirmed) settle({ updateId: update.update_id, attempts: [], taken: true })
}

const waitForOne = (state: State, ms: number): Promise<Answer | undefined> =>
  new Promise(resolve => {
    const clock = setTimeout(() => finish(undefined), ms)
    const finish = (answer: Answer | undefined): void => {
      clearTimeout(clock)
      if (state.waiting === finish) state.waiting = undefined
      resolve(answer)
    }
    state.waiting = finish
  })
