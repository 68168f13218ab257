import * as z from 'zod'
import type { Content } from '../../src/chat/inbound.ts'

/** Longest account and update id that the page may give. */
const LONGEST_ID = 64

const body = z
  .object({
    account: z.string().min(1).max(LONGEST_ID).optional(),
    id: z.string().min(1).max(LONGEST_ID).optional(),
    text: z.string().optional(),
    choice: z.string().optional(),
    start: z.string().optional(),
    photo: z
      .object({
        type: z.enum(['image/jpeg', 'image/png', 'image/webp']),
        data: z.base64().min(1),
        caption: z.string().optional(),
      })
      .optional(),
  })
  .refine(one => [one.text, one.choice, one.start, one.photo].filter(part => part !== undefined).length === 1)

export interface Message {
  account: string | undefined
  id: string | undefined
  content: Content
}

/** Reads one message of the page. Undefined when it is not one: not JSON, ids too long, none or two of the four. */
export const parseMessage = (text: string): Message | undefined => {
  const result = body.safeParse(readJson(text))
  if (!result.success) return undefined
  const { account, id, ...rest } = result.data
  return { account, id, content: contentOf(rest) }
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const contentOf = ({ text, choice, start, photo }: Omit<z.infer<typeof body>, 'account' | 'id'>): Content => {
  if (text !== undefined) return { kind: 'text', text }
  if (choice !== undefined) return { kind: 'choice', id: choice }
  if (start !== undefined) return { kind: 'start', code: start }
  return { kind: 'photo', caption: photo?.caption ?? '' }
}
