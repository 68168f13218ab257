import type { ForbiddenKind } from './types.ts'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const DATE = '(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'

const ID_18 = /(?<!\d)\d{17}[\dXx](?![\dXx])/
const DATED_ID = new RegExp(`(?<!\\d)[1-8]\\d{5}${DATE}\\d{3}[\\dXx](?![\\dXx])`)
const OLD_ID = /(?<!\d)[1-8]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/
const STUDENT_NUMBER = /(?<![A-Za-z])[GLJ]\d{17}[\dX]/i
const MOBILE = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/
const LANDLINE = /(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/
const MAIL = /[^\s@]@[^\s@]+\.[a-z]{2,}/i
const DAY = /(?<!\d)(?:19|20)\d\d\s*[-/.年]\s*(?:0?[1-9]|1[0-2])\s*[-/.月]\s*(?:3[01]|[12]\d|0?[1-9])(?!\d)/
const ADDRESS = /[路街道巷弄村镇乡组].{0,12}?\d+(?:-\d+)?\s*[号栋幢弄室]|\d+\s*(?:号楼|栋|单元|弄\d)/

/**
 * Which forbidden thing a cell holds (policy §7.2), or undefined. Looks through full-width signs, and through spaces and
 * dashes between digits. An 18-digit number is an ID number when its checksum holds (GB 11643) or it holds a birth date,
 * so that a mistyped one is caught too; G, L or J before one makes a student number.
 */
export function forbiddenIn(value: string): ForbiddenKind | undefined {
  if (!/[\p{Nd}@]/u.test(value)) return undefined
  const text = value.normalize('NFKC')
  const packed = text.replace(/[\s\-‐–—.]/g, '')
  const has = (pattern: RegExp) => pattern.test(text) || pattern.test(packed)
  if (has(STUDENT_NUMBER)) return 'student-number'
  if (isIdNumber(text) || isIdNumber(packed)) return 'id-number'
  if (has(MOBILE) || LANDLINE.test(text) || MAIL.test(text)) return 'contact'
  if (DAY.test(text)) return 'birth-date'
  return ADDRESS.test(text) ? 'address' : undefined
}

function isIdNumber(text: string): boolean {
  const candidate = text.match(ID_18)?.[0]
  return (candidate !== undefined && hasIdChecksum(candidate)) || DATED_ID.test(text) || OLD_ID.test(text)
}

function hasIdChecksum(id: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase()
}
