import { Parser } from 'saxen'

/** An element: its text, and its children by name, every one of them in order. */
export interface Element {
  text: string
  children: Map<string, Element[]>
}

/** The five entities of XML itself and characters by number; any other would have to be declared, which is refused. */
const KNOWN_ENTITY = /&(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);/gi

const empty = (): Element => ({ text: '', children: new Map() })

/** Deeper than any message of the platform. */
const DEEPEST = 10

/**
 * Reads a small XML document; undefined when it is not well-formed, or brings a DOCTYPE, an entity of its own or a
 * processing instruction other than the first line's. Resolves nothing outside itself.
 */
export const readXml = (text: string): Element | undefined => {
  const root = empty()
  const path = [root]
  let isFair = true
  const refuse = (): void => {
    isFair = false
  }
  const append = (value: string): void => {
    const element = path.at(-1)
    if (element) element.text += value
  }
  const parser = new Parser()
  parser.on('openTag', name => {
    const element = empty()
    const parent = path.at(-1)
    parent?.children.set(name, [...(parent.children.get(name) ?? []), element])
    path.push(element)
    if (path.length > DEEPEST) refuse()
  })
  parser.on('closeTag', () => void path.pop())
  parser.on('text', (value, decodeEntities) => {
    if (value.replace(KNOWN_ENTITY, '').includes('&')) refuse()
    append(decodeEntities(value))
  })
  parser.on('cdata', append)
  parser.on('attention', refuse)
  parser.on('question', value => {
    if (!value.startsWith('<?xml')) refuse()
  })
  parser.on('error', refuse)
  try {
    parser.parse(text)
  } catch {
    return undefined
  }
  return isFair && path.length === 1 ? root : undefined
}

/** The one child of this name; undefined when there is none, or more than one. */
export const only = (element: Element | undefined, name: string): Element | undefined => {
  const found = element?.children.get(name) ?? []
  return found.length === 1 ? found[0] : undefined
}

/** The text of the one child of this name. */
export const textOf = (element: Element | undefined, name: string): string | undefined => only(element, name)?.text

const CDATA_END = /\]\]>/g

/** A text inside XML, as CDATA that it cannot end. */
export const cdata = (text: string): string => `<![CDATA[${text.replace(CDATA_END, ']]]]><![CDATA[>')}]]>`
