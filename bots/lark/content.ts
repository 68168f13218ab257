import * as z from 'zod'
import type { Content } from '../../src/chat/inbound.ts'

const Text = z.object({ text: z.string() })
const Post = z.object({
  title: z.string().optional(),
  content: z.array(z.array(z.looseObject({ tag: z.string(), text: z.string().optional() }))),
})

const MEDIA: Record<string, Extract<Content, { kind: 'voice' | 'sticker' | 'location' | 'file' }>['kind']> = {
  audio: 'voice',
  sticker: 'sticker',
  location: 'location',
  file: 'file',
  media: 'file',
  folder: 'file',
}

/** Placeholders of mentions, such as `@_user_1`, are no words of the person. */
const MENTION = /@_(?:user_\d+|all)\s*/g

/** What a message says, by its type and its content (JSON as text); or the countable name of a kind that takes no turn. */
export const contentOf = (type: string, content: string): Content | string => {
  const value = fromJson(content)
  if (type === 'text') return fromText(value)
  if (type === 'post') return fromPost(value)
  if (type === 'image') return { kind: 'photo', caption: '' }
  const media = MEDIA[type]
  return media ? { kind: media } : 'message.other'
}

const fromText = (value: unknown): Content | string => {
  const text = Text.safeParse(value)
  if (!text.success) return 'message.malformed'
  return { kind: 'text', text: text.data.text.replace(MENTION, '').trim() }
}

/** A rich text: its words are read, and a picture in it is a photo with a caption. */
const fromPost = (value: unknown): Content | string => {
  const post = Post.safeParse(value)
  if (!post.success) return 'message.malformed'
  const lines = post.data.content.map(line => line.map(part => part.text ?? '').join(''))
  const words = [post.data.title ?? '', ...lines].filter(Boolean).join('\n').replace(MENTION, '').trim()
  const hasImage = post.data.content.flat().some(part => part.tag === 'img')
  return hasImage ? { kind: 'photo', caption: words } : { kind: 'text', text: words }
}

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
