import * as z from 'zod'
import { type Answer, badCard, REFUSALS } from './answers.ts'

/** A tappable thing of a card: what it shows, and what the platform sends back. */
export interface Tappable {
  label: string
  tag: string
  value: unknown
  /** The chosen value, for a select. */
  option?: string
}

export interface Card {
  /** Every text of the card in order. */
  say: string
  tappable: Tappable[]
}

const MOST_NODES = 200
const MOST_BYTES = 30 * 1024

/** The properties that this platform's cards (JSON 2.0) know, by tag; anything else is an error. */
const KNOWN: Record<string, string[]> = {
  plain_text: ['content', 'text_size', 'text_align', 'text_color', 'lines', 'i18n_content'],
  lark_md: ['content', 'text_size', 'text_align', 'text_color', 'lines'],
  markdown: ['content', 'text_size', 'text_align', 'icon', 'element_id', 'margin'],
  div: ['text', 'icon', 'element_id', 'margin', 'width'],
  hr: ['element_id', 'margin'],
  img: [
    'img_key',
    'alt',
    'title',
    'scale_type',
    'size',
    'mode',
    'preview',
    'corner_radius',
    'transparent',
    'element_id',
    'margin',
  ],
  button: [
    'text',
    'type',
    'size',
    'width',
    'icon',
    'behaviors',
    'name',
    'disabled',
    'disabled_tips',
    'hover_tips',
    'confirm',
    'element_id',
    'margin',
    'form_action_type',
  ],
  select_static: [
    'name',
    'placeholder',
    'options',
    'initial_option',
    'initial_index',
    'type',
    'width',
    'required',
    'disabled',
    'behaviors',
    'confirm',
    'element_id',
    'margin',
  ],
  column_set: [
    'columns',
    'flex_mode',
    'horizontal_spacing',
    'horizontal_align',
    'background_style',
    'element_id',
    'margin',
    'action',
  ],
  column: [
    'elements',
    'width',
    'weight',
    'vertical_align',
    'vertical_spacing',
    'horizontal_align',
    'padding',
    'background_style',
    'element_id',
    'margin',
    'action',
    'direction',
  ],
}

const ROOT = ['schema', 'config', 'header', 'body', 'card_link']
const CONFIG = [
  'update_multi',
  'streaming_mode',
  'streaming_config',
  'summary',
  'locales',
  'enable_forward',
  'width_mode',
  'use_custom_translation',
  'enable_forward_interaction',
  'style',
]

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const Root = z.looseObject({
  schema: z.literal('2.0'),
  config: z.record(z.string(), z.unknown()).optional(),
  body: z.looseObject({ elements: z.array(z.record(z.string(), z.unknown())) }),
})

/** Reads a card as the platform does, or says why it cannot be built. */
export const readCard = (content: string): Card | Answer => {
  if (Buffer.byteLength(content) > MOST_BYTES) return REFUSALS.tooLong
  const root = Root.safeParse(fromJson(content))
  if (!root.success) return badCard(200621, 'parse card json err, please check whether the card json is correct')
  const strange = Object.keys(root.data).find(key => !ROOT.includes(key))
  if (strange)
    return badCard(200861, `cards of schema V2 no longer support this capability: unsupported property: ${strange}`)
  const { config = {}, body } = root.data
  if (Object.keys(config).some(key => !CONFIG.includes(key))) return badCard(200861, 'unsupported property in config')
  if (config.update_multi === false) return badCard(200861, 'update_multi must be true')
  const seen: Seen = { nodes: 0, texts: [], tappable: [], fault: undefined }
  for (const element of body.elements) walk(element, seen)
  if (seen.fault) return badCard(200861, seen.fault)
  if (seen.nodes > MOST_NODES) return badCard(11310, 'element exceeds the limit')
  return { say: seen.texts.filter(Boolean).join('\n'), tappable: seen.tappable }
}

interface Seen {
  nodes: number
  texts: string[]
  tappable: Tappable[]
  fault: string | undefined
}

const fromJson = (content: string): unknown => {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

const walk = (node: Node, seen: Seen): void => {
  const tag = String(node.tag)
  const known = KNOWN[tag]
  if (!known) {
    seen.fault ??= `not support tag: ${tag}`
    return
  }
  const strange = Object.keys(node).find(key => key !== 'tag' && !known.includes(key))
  if (strange) seen.fault ??= `unsupported property: ${tag}.${strange}`
  seen.nodes += 1
  if (tag === 'markdown') seen.texts.push(String(node.content))
  if (tag === 'div' && isNode(node.text)) seen.texts.push(String(node.text.content))
  if (tag === 'button') tappables(node, seen)
  if (tag === 'select_static') options(node, seen)
  for (const key of ['text', 'placeholder', 'alt'] as const) if (isNode(node[key])) walk(node[key], seen)
  for (const key of ['elements', 'columns'] as const) {
    if (Array.isArray(node[key])) for (const inner of node[key]) if (isNode(inner)) walk(inner, seen)
  }
}

const labelOf = (text: unknown): string => (isNode(text) ? String(text.content) : '')

const callbackValue = (node: Node): unknown => {
  const behaviors = Array.isArray(node.behaviors) ? node.behaviors.filter(isNode) : []
  return behaviors.find(one => one.type === 'callback')?.value
}

const tappables = (node: Node, seen: Seen): void => {
  if (labelOf(node.text) === '') seen.fault ??= 'button text is empty'
  if (node.disabled === true) return
  seen.tappable.push({ label: labelOf(node.text), tag: 'button', value: callbackValue(node) })
}

const options = (node: Node, seen: Seen): void => {
  const list = Array.isArray(node.options) ? node.options.filter(isNode) : []
  if (list.length === 0) seen.fault ??= 'select options is empty'
  for (const option of list) {
    if (isNode(option.text)) walk(option.text, seen)
    seen.tappable.push({
      label: labelOf(option.text),
      tag: 'select_static',
      value: callbackValue(node),
      option: String(option.value),
    })
  }
}

export const isAnswer = (value: Card | Answer): value is Answer => 'status' in value
