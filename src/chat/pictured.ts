import type { Pictures } from './picture.ts'
import type { Reply } from './reply.ts'
import { chatWords } from './words.ts'

/** A message that is drawn for longer would still be on its way when the sweeper comes for it, in ms. */
const PATIENCE_MS = 8000

const patiently = async <T>(work: Promise<T>): Promise<T | undefined> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined)
  })
  try {
    return await Promise.race([work, enough])
  } finally {
    clearTimeout(timer)
  }
}

/** A reply on record: a picture in it gets its address, so that a repeat of the update answers the same one. */
export const addressed = (reply: Reply, id: string, at: number, pictures: Pictures): Reply =>
  reply.picture ? { ...reply, image: pictures.link(id, at) } : reply

/**
 * A reply on its way to a platform that is handed the image itself: `image` holds its bytes. Where it cannot be drawn
 * the words go alone, with a link to it where there is one: they tell the same.
 */
export const drawn = async (reply: Reply, id: string, at: number, pictures: Pictures): Promise<Reply> => {
  const { picture, image: _address, ...words } = reply
  if (!picture) return reply
  const png = await patiently(pictures.png(picture))
  if (png) return { ...words, image: `data:image/png;base64,${Buffer.from(png).toString('base64')}` }
  const url = pictures.linkFromElsewhere(id, at)
  return url ? { ...words, link: words.link ?? { label: chatWords[picture.lang].seePicture, url } } : words
}
