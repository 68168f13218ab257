import type { Picture } from '../chat/picture.ts'

/** Stands for `png.ts` in the Worker's bundle: there is no native rasteriser, and people get the SVG at its address. */
export const drawPng = (_picture: Picture): Promise<Uint8Array> =>
  Promise.reject(new RangeError('pictures have no pixels on Workers'))
