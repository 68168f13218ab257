/** Folds what people type into one spelling, so that the signs need to know each word once. Pure, linear in the text. */
import { DISGUISES, SIMPLIFIED } from './fold-tables.ts'

/** Longest text that is read, in characters; channels refuse longer ones. */
export const LONGEST_TEXT = 8000

const HAN = /[\u3400-\u9fff]/
const INVISIBLE = /\u00ad|[\u200b-\u200f]|[\u2028-\u202e]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff/g
const QUOTES = /["“”„‟'‘’`´「」『』〈〉()[\]{}<>【】]/g
/** A piece said six times and more says no more than three times. */
const REPEATED = /(.{1,8}?)\1{5,}/gsu
const BETWEEN_HAN = /(?<=[\u3400-\u9fff])[\s.·•*_\-—~|/\\+#^&=,、:;]{1,4}(?=[\u3400-\u9fff])/g

/**
 * One spelling of a message: NFKC, lower case, Simplified, regional words and disguises undone, marks inside words removed.
 * `。` ends a sentence and `,` a clause; a title in 《》 becomes `□` unless it names a farewell letter.
 */
export const fold = (text: string): string => {
  const plain = simplify(readable(text))
  const bare = plain
    .replace(REPEATED, '$1$1$1')
    .replace(/《[^》]{1,20}》/g, hideTitle)
    .replace(QUOTES, '')
    .replace(/[《》]/g, '')
  return undisguise(breakUp(join(bare)))
}

/** NFKC may lengthen a text many times over, so the ceiling holds before and after. */
const readable = (text: string): string =>
  text.slice(0, LONGEST_TEXT).normalize('NFKC').slice(0, LONGEST_TEXT).toLowerCase().replace(INVISIBLE, '')

const simplify = (text: string): string => text.replace(/[\u3400-\u9fff]/g, char => SIMPLIFIED.get(char) ?? char)

const hideTitle = (title: string): string => (title.includes('遗书') ? title : '□')

/** "自 杀" is one word, "考砸了 睡了" are two clauses: a mark goes when a single character stands on either side. */
const join = (text: string): string =>
  text.replace(BETWEEN_HAN, (mark, at: number) => {
    const lonely = !HAN.test(text.charAt(at - 2)) || !HAN.test(text.charAt(at + mark.length + 1))
    return lonely ? '' : ','
  })

const breakUp = (text: string): string =>
  text
    .replace(/(?<!\d)\.|\.(?!\d)|[!?;\n\r…]+/g, '。')
    .replace(/[、:：~]+/g, ',')
    .replace(/。{2,}/g, '。')
    .replace(/\s+/g, ' ')
    .trim()

const undisguise = (text: string): string => DISGUISES.reduce((done, [form, word]) => done.replace(form, word), text)
