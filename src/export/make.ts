import type { Lang } from '../chat/inbound.ts'
import type { Row, Statement } from '../db/statement.ts'
import { asJson } from './json.ts'
import { readCopy } from './read.ts'
import { asText } from './text.ts'

export interface ExportInput {
  guardianId: string
  format: 'text' | 'json'
  lang: Lang
  /** Epoch ms. */
  now: number
}

/** 导出: a guardian's copy of what is theirs, as it stands now. Null while nothing is linked to them: gone, or locked. */
export const makeExport = async (
  { guardianId, format, lang, now }: ExportInput,
  tools: { read(statements: Statement[]): Promise<Row[][]> },
): Promise<string | null> => {
  const copy = await readCopy(guardianId, statements => tools.read(statements))
  if (copy.children.length === 0) return null
  return format === 'json' ? asJson(copy, lang, now) : asText(copy, lang, now)
}
