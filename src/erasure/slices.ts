import type { Background } from '../background/background.ts'
import type { Database } from '../db/database.ts'
import { type Cell, statement } from '../db/statement.ts'

/** Rows of one write: so few that the writer is held for less than 5 ms. */
export const SLICE_ROWS = 100
/** Row ids fetched at a time by the thread. */
const FOUND = 5000

/** Rows of a table that are to go. */
export interface Removal {
  table: string
  where: string
  /** Columns blanked instead of deleting the row; `where` no longer holds then. */
  set?: string | undefined
  args: Cell[]
}

/** What came of it, and how many rows went. */
interface Removed {
  isDone: boolean
  rows: number
}

export interface SliceTools {
  db: Database
  background: Background
  /** Whether the time for this run is over; the rest is done in the next one. */
  isOver: () => boolean
}

/**
 * Removes rows in slices: found by the thread, however long that takes, and deleted a few at a time by the writer, so
 * that turns go on between them. `isDone` is false when the time was over before the end.
 */
export const removeInSlices = async ({ table, where, args, set }: Removal, tools: SliceTools): Promise<Removed> => {
  for (let rows = 0; ; ) {
    const find = `SELECT rowid FROM "${table}" WHERE ${where} LIMIT ${FOUND}`
    const [found = []] = await tools.background.read([statement(find, ...args)])
    for (let i = 0; i < found.length; i += SLICE_ROWS) {
      if (tools.isOver()) return { isDone: false, rows: rows + i }
      const ids = JSON.stringify(found.slice(i, i + SLICE_ROWS).map(row => Number(row[0])))
      // The condition once more: a row id may have passed to another row since it was found.
      const what = set ? `UPDATE "${table}" SET ${set}` : `DELETE FROM "${table}"`
      const slice = `${what} WHERE rowid IN (SELECT value FROM json_each(?)) AND (${where})`
      await tools.db.write([statement(slice, ids, ...args)])
    }
    rows += found.length
    if (found.length < FOUND) return { isDone: true, rows }
  }
}
