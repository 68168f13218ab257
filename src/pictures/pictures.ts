import { createHash } from 'node:crypto'
import type { Background } from '../background/background.ts'
import type { Picture, Pictures } from '../chat/picture.ts'
import type { Keys } from '../db/keys.ts'
import { tokenOf } from './token.ts'

/** Drawn pictures that are kept, in memory alone: about 70 KB each. */
const MOST_KEPT = 64

/** Hosts that a platform elsewhere cannot reach. */
const ONLY_HERE = /^(localhost|127\..*|\[::1\]|.*\.invalid)$/

export interface PicturesDeps {
  keys: Keys
  background: Background
  /** This deployment's own origin; undefined where it is not known. */
  origin: string | undefined
  fault: (error: unknown) => void
}

/** What the page behind a picture's address asks for. */
export interface Drawing extends Pictures {
  /** The picture as SVG, where there are no pixels. */
  svg(picture: Picture): Promise<string>
}

/**
 * Draws pictures in the background, one at a time, and keeps the latest few by their content: the same numbers are
 * drawn once, however often they are asked for.
 */
export const makePictures = ({ keys, background, origin, fault }: PicturesDeps): Drawing => {
  const kept = new Map<string, Promise<Uint8Array | undefined>>()
  let line: Promise<unknown> = Promise.resolve()

  const inLine = <T>(draw: () => Promise<T>): Promise<T> => {
    const mine = line.then(draw, draw)
    line = mine.catch(() => undefined)
    return mine
  }

  const drawPng = (picture: Picture, key: string): Promise<Uint8Array | undefined> =>
    inLine(() => background.run('picturePng', picture)).catch((error: unknown) => {
      kept.delete(key)
      fault(error)
      return undefined
    })

  return {
    link: (messageId, at) => `/pictures/${tokenOf(messageId, at, keys)}`,
    linkFromElsewhere: (messageId, at) => {
      const url = URL.parse(`/pictures/${tokenOf(messageId, at, keys)}`, origin)
      return url && !ONLY_HERE.test(url.hostname) ? url.href : undefined
    },
    png: picture => {
      const key = createHash('sha256').update(JSON.stringify(picture)).digest('base64url')
      const known = kept.get(key)
      const png = known ?? drawPng(picture, key)
      kept.delete(key)
      kept.set(key, png)
      for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
      return png
    },
    svg: picture => inLine(() => background.run('pictureSvg', picture)),
  }
}
