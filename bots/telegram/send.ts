import { type Api, InputFile } from 'grammy'
import type { Delivery, Outgoing } from '../../src/chat/channel.ts'
import type { FileContent, ReadFile, Reply } from '../../src/chat/reply.ts'
import { deliveryOf } from './faults.ts'
import { type Part, render } from './render.ts'

/** Half-sent messages whose place is remembered, so that trying again does not repeat their first parts. */
const MOST_HALF_SENT = 1000

/** Sends one message as its parts. Every failure is a `Delivery`; nothing is thrown. */
export const sender = (
  api: Api,
  publicUrl?: string,
  readFile?: ReadFile,
): ((message: Outgoing) => Promise<Delivery>) => {
  const halfSent = new Map<string, number>()

  const remember = (id: string, parts: number): void => {
    const oldest = halfSent.size >= MOST_HALF_SENT ? halfSent.keys().next().value : undefined
    if (oldest !== undefined) halfSent.delete(oldest)
    halfSent.set(id, parts)
  }

  return async ({ id, address, reply }) => {
    const made = await madeNow(reply, readFile)
    if (made === 'later') return { outcome: 'again', error: 'file' }
    const rendered = render(
      made === 'gone' ? { ...reply, file: undefined } : reply,
      publicUrl,
      made === 'gone' ? undefined : made,
    )
    if ('refused' in rendered) return { outcome: 'refused', error: rendered.refused }
    let done = halfSent.get(id) ?? 0
    for (const part of rendered.parts.slice(done)) {
      const delivery = await sendPart(api, chatId(address), part)
      const tryLater = delivery.outcome === 'wait' || delivery.outcome === 'again'
      if (delivery.outcome === 'sent') done += 1
      else if (tryLater && done > 0) remember(id, done)
      if (delivery.outcome !== 'sent') return delivery
    }
    halfSent.delete(id)
    return { outcome: 'sent' }
  }
}

/** The content of a reply's file as it is now; undefined where we make none, `later` when it could not be made this time. */
const madeNow = async ({ file }: Reply, readFile?: ReadFile): Promise<FileContent | undefined | 'gone' | 'later'> => {
  if (!file || !readFile) return undefined
  try {
    return (await readFile(file.url)) ?? 'gone'
  } catch {
    return 'later'
  }
}

const chatId = (address: string): number | string => (/^-?\d{1,16}$/.test(address) ? Number(address) : address)

const sendPart = async (api: Api, chat: number | string, part: Part): Promise<Delivery> => {
  try {
    await callFor(api, chat, part)
    return { outcome: 'sent' }
  } catch (error) {
    const delivery = deliveryOf(error)
    if (delivery.outcome !== 'refused' || part.method === 'sendMessage') return delivery
    // A picture or file that the platform cannot fetch must not take the words with it.
    if (part.instead === '') return { outcome: 'sent' }
    return sendPart(api, chat, { method: 'sendMessage', text: part.instead, rows: part.rows })
  }
}

const callFor = (api: Api, chat: number | string, part: Part): Promise<unknown> => {
  const reply_markup = part.rows && { inline_keyboard: part.rows }
  if (part.method === 'sendMessage') {
    const link_preview_options = part.text.includes('://') ? { is_disabled: true } : undefined
    return api.sendMessage(chat, part.text, { reply_markup, link_preview_options })
  }
  const other = { caption: part.caption || undefined, reply_markup }
  if (part.method === 'sendDocument') return api.sendDocument(chat, documentOf(part), other)
  const photo = typeof part.photo === 'string' ? part.photo : new InputFile(part.photo, 'picture.png')
  return api.sendPhoto(chat, photo, other)
}

/** grammY writes the file's name as it stands; only in quotation marks may it be Chinese. */
const documentOf = ({ url, made }: Extract<Part, { method: 'sendDocument' }>): string | InputFile =>
  made ? new InputFile(made.bytes, `"${made.name}"`) : url
