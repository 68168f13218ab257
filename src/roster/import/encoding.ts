export type DecodedRoster =
  | { text: string; encoding: 'utf-8' | 'utf-16' | 'gb18030' }
  | { refused: 'not-text' | 'encoding' }

/**
 * The text of a roster file: UTF-8 with or without mark, UTF-16 with mark ("Unicode text" of a sheet), or GBK/GB18030.
 * `not-text`: binary; `encoding`: none of them, or damaged UTF-8, which would
 * otherwise pass as GB18030 and turn every name into another one.
 */
export function decodeRoster(bytes: Uint8Array): DecodedRoster {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined
  if (utf16) return decoded(decode(bytes, utf16), 'utf-16')
  if (bytes.includes(0)) return { refused: 'not-text' }
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  if (isDamagedUtf8(bytes)) return { refused: 'encoding' }
  return decoded(decode(bytes, 'gb18030'), 'gb18030')
}

function decoded(text: string | undefined, encoding: 'utf-16' | 'gb18030'): DecodedRoster {
  return text === undefined ? { refused: 'encoding' } : { text, encoding }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const damaged = text.match(/\ufffd/g)?.length ?? 0
  const sound = text.match(/[\u0800-\uffef]/g)?.length ?? 0
  return sound > damaged
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte)
}
