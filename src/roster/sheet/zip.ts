import { sheetLimits } from './limits.ts'

/** What a zip says it holds. `total`: bytes of all its XML when unpacked. */
export type ZipListing = { names: string[]; total: number }
export type ZipRefusal = { refused: 'damaged' | 'too-big' | 'locked' }

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
/** The end record may be followed by a comment of this length. */
const LONGEST_COMMENT = 0xffff
/** In a size: "see the 64-bit record", which no honest roster needs. */
const ELSEWHERE = 0xffffffff

/**
 * Reads the central directory of a zip and unpacks nothing: a file of 230 KB can hold hundreds of MB. Refuses too many
 * entries, too many bytes, and entries behind a password. `bytes` begin as a zip does.
 */
export const listZip = (bytes: Uint8Array): ZipListing | ZipRefusal => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return { refused: 'damaged' }
  const count = view.getUint16(end + 10, true)
  if (count > sheetLimits.entries) return { refused: 'too-big' }
  return readEntries(view, view.getUint32(end + 16, true), count)
}

const findEnd = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= first; at--) if (view.getUint32(at, true) === END) return at
  return undefined
}

const readEntries = (view: DataView, start: number, count: number): ZipListing | ZipRefusal => {
  const names: string[] = []
  let total = 0
  let at = start
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return { refused: 'damaged' }
    const name = nameAt(view, at)
    if (name === undefined) return { refused: 'damaged' }
    if (view.getUint16(at + 8, true) & 1) return { refused: 'locked' }
    const size = view.getUint32(at + 24, true)
    if (size === ELSEWHERE) return { refused: 'too-big' }
    if (isRead(name)) total += size
    if (total > sheetLimits.unpacked) return { refused: 'too-big' }
    names.push(name)
    at += ENTRY_BYTES + [28, 30, 32].reduce((sum, offset) => sum + view.getUint16(at + offset, true), 0)
  }
  return { names, total }
}

const nameAt = (view: DataView, at: number): string | undefined => {
  const length = view.getUint16(at + 28, true)
  if (at + ENTRY_BYTES + length > view.byteLength) return undefined
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, length))
}

/** Pictures and printer settings are never unpacked. */
const isRead = (name: string): boolean => /\.(?:xml|rels)$/i.test(name)
