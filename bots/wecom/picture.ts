import * as z from 'zod'
import type { Answered, WecomApi } from './api.ts'

const Uploaded = z.looseObject({ media_id: z.string() })
const DATA_URL = /^data:image\/\w+;base64,/

/** How long a picture of our own may take to fetch, in ms. */
const FETCH_TIMEOUT = 5000

const UNFETCHED: Answered = { errcode: 40007, body: undefined }

/** Uploads a picture, of a `data:` address or from our own pages; its media id, or the answer that refused it. */
export const uploaded = async (
  api: WecomApi,
  image: string,
  publicUrl: string | undefined,
): Promise<string | Answered> => {
  const bytes = await bytesOf(image, publicUrl)
  if (!bytes) return UNFETCHED
  const answered = await api.upload(bytes)
  const media = Uploaded.safeParse(answered.body)
  return media.success ? media.data.media_id : answered
}

const bytesOf = async (image: string, publicUrl: string | undefined): Promise<Uint8Array | undefined> => {
  const head = DATA_URL.exec(image)
  if (head) return Buffer.from(image.slice(head[0].length), 'base64')
  const url = URL.parse(image, publicUrl)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT) })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}
