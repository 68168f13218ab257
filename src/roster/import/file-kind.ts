export type FileKind = 'workbook' | 'old-workbook' | 'pdf' | 'picture' | 'text'

const STARTS: readonly (readonly [FileKind, readonly number[]])[] = [
  ['workbook', [0x50, 0x4b, 3, 4]],
  // Also an .xlsx behind a password.
  ['old-workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
]

/** What a file is by its first bytes, whatever its name says. */
export const fileKind = (bytes: Uint8Array): FileKind =>
  STARTS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? 'text'
