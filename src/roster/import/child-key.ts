import { nameKey } from './name.ts'
import type { RosterRow } from './types.ts'

/**
 * What identifies a child in its school: the external key if the file has one, else name and, where given, nickname.
 * Holds the name: for comparing only, never for logs.
 */
export function childKey(row: Pick<RosterRow, 'school' | 'name' | 'nickname' | 'externalKey'>): string {
  if (row.externalKey !== undefined) return JSON.stringify(['key', row.school, row.externalKey])
  return JSON.stringify(['name', row.school, nameKey(row.name), nameKey(row.nickname ?? '')])
}
