import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Picture } from '../chat/picture.ts'
import { drawSvg } from './draw.ts'
import { FONT, SIZE } from './option.ts'

/** Pixels to a point: sharp on a phone. */
const ZOOM = 2

const resolve = createRequire(import.meta.url).resolve

let font: Promise<Buffer> | undefined

/** The whole font, 30,890 characters: children's names need them. Read once. */
const wholeFont = (): Promise<Buffer> => {
  font ??= readFile(resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
  return font
}

/**
 * The picture as PNG. The rasteriser reads its font from a file and all of it at every render, so the font is first cut
 * to the picture's own characters (37 ms instead of 445); the cutting is gone again before this resolves.
 */
export const drawPng = async (picture: Picture): Promise<Uint8Array> => {
  const [{ Resvg }, { default: subset }] = await Promise.all([import('@resvg/resvg-js'), import('subset-font')])
  const svg = drawSvg(picture)
  const cut = await subset(await wholeFont(), charactersOf(svg), { targetFormat: 'truetype' })
  const folder = mkdtempSync(join(tmpdir(), 'wanling-font-'))
  try {
    const path = join(folder, 'cut.ttf')
    writeFileSync(path, cut, { mode: 0o600 })
    const raster = new Resvg(svg, {
      fitTo: { mode: 'width', value: SIZE.width * ZOOM },
      font: { loadSystemFonts: false, fontFiles: [path], defaultFontFamily: FONT, sansSerifFamily: FONT },
    })
    return raster.render().asPng()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every character that the SVG may show; its markup adds a few that do no harm. */
const charactersOf = (svg: string): string => [...new Set(svg)].join('')
