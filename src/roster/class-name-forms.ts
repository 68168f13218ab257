import type { ClassNameReason, SchoolStage } from './class-name.ts'

/** What a spelling says before the school is looked at: a grade, a grade counted within a stage, or an entry year. */
export type Spelling =
  | { by: 'grade'; grade: number; classNo: number }
  | { by: 'stage-grade'; stage: Exclude<SchoolStage, 'nine-year'>; step: number; classNo: number }
  | { by: 'entry-year'; stage?: Exclude<SchoolStage, 'nine-year'>; year: number; classNo: number }
  | { refused: ClassNameReason }

/** A grade column read alone: the same three ways of saying it, without a class number. */
export type GradeSpelling = Exclude<Spelling, { refused: ClassNameReason }> | undefined

const HAN = '一二三四五六七八九'
const NUMBER = `\\d{1,2}|[${HAN}十]{1,3}`
const CLASS = `(?:\\((${NUMBER})\\)|(${NUMBER}))班?`
const STAGE = '(小学|小|初中|初)?'
const DATE =
  /^(\d{1,2}月\d{1,2}日?|\d{1,2}\/\d{1,2}|(19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}-[a-z]{3}|[a-z]{3}-\d{1,2})$/

/** One spelling for all: narrow signs, no spaces, lower case, round brackets, one kind of dash and dot, simplified 级. */
export function normaliseClassText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[[{【〔〈]/g, '(')
    .replace(/[\]}】〕〉]/g, ')')
    .replace(/[‐–—−]/g, '-')
    .replace(/[·•・‧]/g, '.')
    .replace(/級/g, '级')
}

/** 1–99 in digits or Chinese numerals (十一, 二十三); undefined for anything else. */
export function readNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const match = text.match(`^([${HAN}]?)(十?)([${HAN}]?)$`)
  if (!match || text === '') return undefined
  const [, tens = '', ten = '', ones = ''] = match
  if (ten === '') return tens === '' || ones === '' ? HAN.indexOf(tens + ones) + 1 : undefined
  return (tens === '' ? 1 : HAN.indexOf(tens) + 1) * 10 + (ones === '' ? 0 : HAN.indexOf(ones) + 1)
}

/** A class number alone: 2, 02, (2), 2班, 二班, （十一）班. */
export function readBareClassNo(normalised: string): number | undefined {
  const match = normalised.match(`^${CLASS}$`)
  return match ? readNumber(match[1] ?? match[2]) : undefined
}

/** A grade alone: 三, 3, 三年级, 初一, 小三, 2023级, grade3. `classNo` of the answer is always 0. */
export function readBareGrade(normalised: string): GradeSpelling {
  const plain = normalised.match(`^${STAGE}([${HAN}1-9])(?:年级|年)?$`) ?? normalised.match(/^(grade|g)([1-9])$/)
  if (plain) return gradeSpelling(plain[1], readNumber(plain[2]) ?? 0, 0)
  const year = normalised.match(`^${STAGE}(\\d{4}|\\d{2})级$`)
  return year ? yearSpelling(year[1], year[2] ?? '', 0) : undefined
}

/** All the ways schools write a class. The text must have passed `normaliseClassText`. */
export function readSpelling(text: string): Spelling {
  return readGradeForms(text) ?? readDigitForm(text) ?? readYearForm(text) ?? { refused: whyUnread(text) }
}

function readGradeForms(text: string): Spelling | undefined {
  const english =
    text.match(/^(?:class)?()([1-9])\((\d{1,2})\)$/) ?? text.match(/^(?:grade|g)()([1-9]),?(?:class|c)(\d{1,2})$/)
  const named = text.match(`^${STAGE}([${HAN}1-9])(?:年级|年)${CLASS}$`)
  const bracketed = text.match(`^${STAGE}([${HAN}1-9])\\((${NUMBER})\\)班?$`)
  const dashed = text.match(`^${STAGE}([${HAN}1-9])-(${NUMBER})班?$`)
  // A sheet turns 3.10 into 3.1, so a bare decimal is not believed; with 班 the cell was text.
  const dotted = text.match(`^${STAGE}([${HAN}1-9])\\.(${NUMBER})班$`)
  const joined = text.match(`^${STAGE}([${HAN}])(\\d{1,2})班?$`) ?? text.match(`^${STAGE}([${HAN}])([${HAN}])班$`)
  // 初一十二班 is clear, 三十二班 is not (class 32, or class 12 of grade 3).
  const staged = text.match(`^(小|初)([${HAN}])([${HAN}十]{1,3})班$`)
  const match = english ?? named ?? bracketed ?? dashed ?? dotted ?? joined ?? staged
  if (!match) return undefined
  return withClassNo(match[3] ?? match[4], classNo => gradeSpelling(match[1], readNumber(match[2]) ?? 0, classNo))
}

function readDigitForm(text: string): Spelling | undefined {
  const match = text.match(/^0?([1-9])(\d{2})班?$/)
  return match ? withClassNo(match[2], classNo => ({ by: 'grade', grade: Number(match[1]), classNo })) : undefined
}

function readYearForm(text: string): Spelling | undefined {
  const match = text.match(`^${STAGE}(\\d{4}|\\d{2})级${CLASS}$`)
  return match
    ? withClassNo(match[3] ?? match[4], classNo => yearSpelling(match[1], match[2] ?? '', classNo))
    : undefined
}

function withClassNo(text: string | undefined, spell: (classNo: number) => Spelling): Spelling {
  const classNo = readNumber(text)
  return classNo === undefined || classNo === 0 ? { refused: 'class-number' } : spell(classNo)
}

function stageOf(prefix: string | undefined): 'primary' | 'junior' | undefined {
  if (prefix?.startsWith('小')) return 'primary'
  return prefix?.startsWith('初') ? 'junior' : undefined
}

function gradeSpelling(prefix: string | undefined, number: number, classNo: number) {
  const stage = stageOf(prefix)
  // 初中七年级 counts from primary, 初一 from the first junior grade; no school has a 初六.
  if (stage === undefined || (stage === 'junior' && number >= 6))
    return { by: 'grade', grade: number, classNo } as const
  return { by: 'stage-grade', stage, step: number, classNo } as const
}

function yearSpelling(prefix: string | undefined, digits: string, classNo: number) {
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits)
  return { by: 'entry-year', stage: stageOf(prefix), year, classNo } as const
}

function whyUnread(text: string): ClassNameReason {
  if (text === '') return 'empty'
  if (DATE.test(text)) return 'date'
  if (/^\d+\.\d+$/.test(text)) return 'decimal'
  if (text.includes('预初') || text.includes('预备')) return 'preparatory'
  if (text.includes('届')) return 'leaving-year'
  if (/^高|幼|学前|托班|^[大中小]班$/.test(text)) return 'outside'
  if (readBareClassNo(text) !== undefined) return 'no-grade'
  return /^\d+班?$/.test(text) ? 'number' : 'unclear'
}
