import { respelled, slipsMended, spelledOut } from './spellings.ts'
import { simplified } from './traditional.ts'

/** Longest text that is read; a nightly report is a sentence or two, the rest of a longer text is left unread. */
export const LONGEST_READ = 1_000

const FRACTIONS: readonly [RegExp, string][] = [
  [/(?<=\d)\s?½/g, '.5'],
  [/½/g, '0.5'],
  [/(?<=\d)\s?¼/g, '.25'],
  [/¾/g, '0.75'],
]

/** Sound, picture and file marks stay readable as such; `[捂脸]` and its like are faces. */
function withoutFaces(text: string): string {
  return text.replace(/\[([\u4e00-\u9fa5A-Za-z]{1,6})\]/g, mark =>
    /语音|图片|视频|文件|位置|链接/.test(mark) ? mark : ' ',
  )
}

/**
 * One spelling for everything the grammar reads: full width to half, Traditional and Cantonese to Simplified, signs to
 * words or blanks, known slips to what is meant. Cut after {@link LONGEST_READ} characters.
 */
export function normalised(text: string): string {
  let out = text.slice(0, LONGEST_READ)
  for (const [pattern, decimal] of FRACTIONS) out = out.replace(pattern, decimal)
  out = out
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u2032]/g, "'")
    .replace(/[\u201c\u201d\u2033]/g, '"')
  out = respelled(simplified(out))
  out = spelledOut(withoutFaces(out))
  out = slipsMended(out)
  return out.replace(/\p{Extended_Pictographic}|[\u200b-\u200f]|[\ufe00-\ufe0f]|[\u{1f3fb}-\u{1f3ff}]/gu, ' ')
}

/** Lower case for ASCII only, so that offsets never move. */
export function lowered(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}
