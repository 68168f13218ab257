export type Delimiter = ',' | ';' | '\t'
/** `openQuoteRow`: the row (from 1) in which a quoted field began that never ended. `isCut`: there were more rows than wanted. */
export type Csv = { records: string[][]; openQuoteRow?: number; isCut?: boolean }

const QUOTE = '"'

/**
 * Reads comma-separated text (RFC 4180): quoted fields may hold delimiters, line ends and doubled quotes; CRLF, LF and
 * CR end a row; an empty line is a row with one empty field, so that rows count as a sheet counts them. Text after a
 * closing quote is kept as it stands. Stops after `most` rows. Never throws.
 */
export function parseCsv(text: string, delimiter: Delimiter, most = Number.POSITIVE_INFINITY): Csv {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length || record.length > 0) {
    if (records.length === most) return { records, isCut: true }
    const field = readField(text, at, delimiter)
    record.push(field.value)
    if (field.isOpen) return { records: [...records, record], openQuoteRow: records.length + 1 }
    at = field.end + 1
    if (text[field.end] === delimiter) continue
    if (text[field.end] === '\r' && text[at] === '\n') at++
    records.push(record)
    record = []
  }
  return { records }
}

/** Writes rows so that `parseCsv` reads them back: CRLF after each row, quotes where they are needed. */
export function writeCsv(records: readonly (readonly string[])[], delimiter: Delimiter): string {
  const written = (value: string, isAlone: boolean) =>
    isAlone || /["\r\n]/.test(value) || value.includes(delimiter)
      ? QUOTE + value.replaceAll(QUOTE, '""') + QUOTE
      : value
  const line = (record: readonly string[]) =>
    record.map(value => written(value, value === '' && record.length === 1)).join(delimiter)
  return records.map(record => `${line(record)}\r\n`).join('')
}

type Field = { value: string; end: number; isOpen?: boolean }

function readField(text: string, at: number, delimiter: Delimiter): Field {
  if (text[at] === QUOTE) return readQuoted(text, at + 1, delimiter)
  const end = plainEnd(text, at, delimiter)
  return { value: text.slice(at, end), end }
}

function readQuoted(text: string, start: number, delimiter: Delimiter): Field {
  let value = ''
  let from = start
  for (;;) {
    const quote = text.indexOf(QUOTE, from)
    if (quote === -1) return { value: value + text.slice(from), end: text.length, isOpen: true }
    if (text[quote + 1] === QUOTE) {
      value += text.slice(from, quote + 1)
      from = quote + 2
      continue
    }
    const end = plainEnd(text, quote + 1, delimiter)
    return { value: value + text.slice(from, quote) + text.slice(quote + 1, end), end }
  }
}

function plainEnd(text: string, at: number, delimiter: Delimiter): number {
  let end = at
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}
