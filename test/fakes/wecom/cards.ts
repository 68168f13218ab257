import * as z from 'zod'
import { type Answer, refuse } from './answers.ts'
import type { Tappable } from './state.ts'

const bytes = (most: number) => z.string().refine(text => Buffer.byteLength(text) <= most && text !== '')

const Base = z.looseObject({
  card_type: z.string(),
  task_id: z
    .string()
    .regex(/^[0-9A-Za-z_\-@]{1,128}$/)
    .optional(),
  main_title: z.object({ title: z.string().optional(), desc: z.string().optional() }).optional(),
  sub_title_text: z.string().optional(),
})

const Buttons = z.object({
  button_list: z.array(
    z.object({ text: z.string().min(1), style: z.int().min(1).max(4).optional(), key: bytes(1024) }),
  ),
})

const Option = z.object({ id: bytes(128), text: z.string().min(1) })
const Submit = z.object({ text: z.string().min(1), key: bytes(1024) })

const Vote = z.object({
  checkbox: z.object({
    question_key: bytes(1024),
    option_list: z.array(Option),
    mode: z.int().min(0).max(1).optional(),
  }),
  submit_button: Submit,
})

const Multiple = z.object({
  select_list: z.array(
    z.object({ question_key: bytes(1024), title: z.string().optional(), option_list: z.array(Option) }),
  ),
  submit_button: Submit,
})

export interface Card {
  say: string
  tappable: Tappable[]
  taskId: string | undefined
}

const unique = (keys: string[]): boolean => new Set(keys).size === keys.length

/** Reads a template card as the platform does, or says why it is refused. */
export const readCard = (value: unknown): Card | Answer => {
  const base = Base.safeParse(value)
  if (!base.success) return refuse(42014, 'template_card.task_id invalid')
  const { card_type, task_id, main_title, sub_title_text } = base.data
  const say = [main_title?.title, main_title?.desc, sub_title_text].filter(Boolean).join('\n')
  if (!main_title?.title && !sub_title_text)
    return refuse(42037, 'template_card main_title and sub_title_text both empty')
  if (!task_id) return refuse(42014, 'template_card.task_id missing')
  const tappable = tappables(card_type, value)
  return 'errcode' in tappable ? tappable : { say, tappable: tappable.list, taskId: task_id }
}

const tappables = (type: string, value: unknown): { list: Tappable[] } | Answer => {
  if (type === 'button_interaction') return buttons(value)
  if (type === 'vote_interaction') return vote(value)
  if (type === 'multiple_interaction') return multiple(value)
  return refuse(42038, 'template_card.card_type invalid')
}

const buttons = (value: unknown): { list: Tappable[] } | Answer => {
  const read = Buttons.safeParse(value)
  if (!read.success) return refuse(42041, 'template_card.button_list.key invalid')
  const list = read.data.button_list
  if (list.length < 1 || list.length > 6) return refuse(42040, 'template_card.button_list size invalid')
  if (!unique(list.map(({ key }) => key))) return refuse(42041, 'template_card.button_list.key repeated')
  return { list: list.map(({ text, key }) => ({ label: text, kind: 'button', key })) }
}

const vote = (value: unknown): { list: Tappable[] } | Answer => {
  const read = Vote.safeParse(value)
  if (!read.success) return refuse(42039, 'template_card.checkbox invalid')
  const { checkbox, submit_button } = read.data
  if (checkbox.option_list.length < 1 || checkbox.option_list.length > 20) {
    return refuse(42039, 'template_card.checkbox.option_list size invalid')
  }
  if (!unique(checkbox.option_list.map(({ id }) => id))) return refuse(42039, 'template_card option id repeated')
  return { list: options(checkbox.option_list, checkbox.question_key, submit_button.key) }
}

const multiple = (value: unknown): { list: Tappable[] } | Answer => {
  const read = Multiple.safeParse(value)
  if (!read.success) return refuse(42042, 'template_card.select_list invalid')
  const { select_list, submit_button } = read.data
  const fits =
    select_list.length >= 1 && select_list.length <= 3 && select_list.every(one => one.option_list.length <= 10)
  if (!fits) return refuse(42042, 'template_card.select_list size invalid')
  return { list: select_list.flatMap(one => options(one.option_list, one.question_key, submit_button.key)) }
}

const options = (list: z.infer<typeof Option>[], question: string, submit: string): Tappable[] =>
  list.map(({ id, text }) => ({ label: text, kind: 'option', key: id, question, submit }))
