import { linkInWords, withLines } from '../../src/chat/numbered.ts'
import type { FileContent, Reply } from '../../src/chat/reply.ts'
import { splitText } from '../../src/chat/split.ts'
import { fitsButton, layOut } from './keyboard.ts'
import type { Button } from './parse.ts'

/** Telegram's limits, in UTF-16 units. */
export const LONGEST_TEXT = 4096
export const LONGEST_CAPTION = 1024

/** One call of the Bot API. `instead` is what is said when the platform cannot take the picture or file. */
export type Part =
  | { method: 'sendMessage'; text: string; rows?: Button[][] }
  | { method: 'sendPhoto'; photo: string | Uint8Array; caption: string; rows?: Button[][]; instead: string }
  | {
      method: 'sendDocument'
      url: string
      /** Uploaded in place of the address: Telegram fetches only PDF, ZIP and GIF by itself. */
      made?: FileContent
      caption: string
      rows?: Button[][]
      instead: string
    }

/** Buttons under one message; more of them are numbered lines in its words. */
const MOST_BUTTONS = 100

/** Whether there are more choices than Telegram has buttons for. */
export const isNumbered = ({ choices = [] }: Reply): boolean => choices.length > MOST_BUTTONS

/** A reply as it is sent, or the reason why Telegram would never take it. */
export type Rendered = { parts: Part[] } | { refused: string }

/**
 * A reply as calls of the Bot API, in order: the picture and the file first, the words under the last of them when
 * they fit a caption, else in parts after it; the buttons always last. `publicUrl` completes links of our own pages;
 * `made` is the content of the reply's file, where we make it ourselves.
 */
export const render = (reply: Reply, publicUrl?: string, made?: FileContent): Rendered => {
  if (isNumbered(reply))
    return render({ ...reply, say: withLines(reply.say, reply.choices ?? []), choices: [] }, publicUrl, made)
  const choices = reply.choices ?? []
  if (!choices.every(fitsButton)) return { refused: 'a choice is over 64 bytes' }
  const media = mediaOf(reply, publicUrl, made)
  const say = linkInWords(reply).trim()
  const captioned = media.length > 0 && say.length <= LONGEST_CAPTION
  const texts = captioned ? [] : splitText(say, LONGEST_TEXT).map(text => ({ method: 'sendMessage', text }) as const)
  const parts: Part[] = captioned ? withCaption(media, say) : [...media, ...texts]
  if (parts.length === 0) return { refused: 'nothing to say' }
  return { parts: choices.length > 0 ? withRows(parts, layOut(choices)) : parts }
}

type Media = Exclude<Part, { method: 'sendMessage' }>

const withRows = (parts: Part[], rows: Button[][]): Part[] =>
  parts.map((part, n) => (n === parts.length - 1 ? { ...part, rows } : part))

const withCaption = (media: Media[], caption: string): Part[] =>
  media.map((part, n) => {
    if (n < media.length - 1) return part
    return { ...part, caption, instead: [caption, part.instead].filter(Boolean).join('\n') }
  })

const mediaOf = ({ image, file }: Reply, publicUrl: string | undefined, made?: FileContent): Media[] => {
  const photo = image === undefined ? undefined : (bytesOf(image) ?? absolute(image, publicUrl))
  const url = file === undefined ? undefined : absolute(file.url, publicUrl)
  const media: Media[] = []
  if (photo !== undefined) media.push({ method: 'sendPhoto', photo, caption: '', instead: '' })
  if (file && made) {
    media.push({ method: 'sendDocument', url: file.url, made, caption: '', instead: url ? `${file.name}\n${url}` : '' })
  } else if (file && url !== undefined) {
    media.push({ method: 'sendDocument', url, caption: '', instead: `${file.name}\n${url}` })
  }
  return media
}

const DATA_URL = /^data:image\/\w+;base64,/

/** The bytes of a `data:` picture. */
const bytesOf = (image: string): Uint8Array | undefined => {
  const head = DATA_URL.exec(image)
  return head ? Buffer.from(image.slice(head[0].length), 'base64') : undefined
}

/** A link that Telegram can fetch; undefined for a page of ours while we have no public address. */
const absolute = (link: string, publicUrl: string | undefined): string | undefined => {
  const url = URL.parse(link, publicUrl)
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : undefined
}
