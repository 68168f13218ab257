import type { Background } from '../background/background.ts'
import type { Database } from './database.ts'
import { withoutRemains } from './page.ts'
import { type Row, type Statement, statement } from './statement.ts'

/** Pages looked through in one piece of work: 2 MB. */
const LOOKED_AT = 500
/** Pages cleared in one write: the writer is held for well under 5 ms. */
const CLEARED = 8
/** A page that was changed between looking and clearing is found by the next round. */
const ROUNDS = 4

/** A page before and after its remains are cleared. */
interface Remains {
  page: number
  before: Uint8Array
  after: Uint8Array
}

const PAGES = 'SELECT pgno, data FROM sqlite_dbpage WHERE pgno >= ? AND pgno < ?'

/** The pages from `from` on that hold remains of what was deleted; `next` is null behind the last page. For the thread. */
export const findRemains = async (
  { from }: { from: number },
  tools: { read(statements: Statement[]): Promise<Row[][]> },
): Promise<{ next: number | null; pages: Remains[] }> => {
  const [first = [], vacuum = [], rows = []] = await tools.read([
    statement('SELECT data FROM sqlite_dbpage WHERE pgno = 1'),
    statement('PRAGMA auto_vacuum'),
    statement(PAGES, from, from + LOOKED_AT),
  ])
  // With auto_vacuum there are pages of another kind, which begin with the same bytes; we never switch it on.
  if (rows.length === 0 || vacuum[0]?.[0] !== 0) return { next: null, pages: [] }
  const reserved = bytesOf(first[0]?.[0])[20] ?? 0
  const pages = rows.flatMap(([page, data]): Remains[] => {
    const before = bytesOf(data)
    const after = withoutRemains(before, page === 1, before.length - reserved)
    return after ? [{ page: Number(page), before, after }] : []
  })
  return { next: from + LOOKED_AT, pages }
}

const bytesOf = (cell: Row[number] | undefined): Uint8Array => (cell instanceof Uint8Array ? cell : new Uint8Array())

/** Only a page that is still as it was seen is replaced. */
const CLEAR = 'UPDATE sqlite_dbpage SET data = ? WHERE pgno = ? AND data = ?'

/**
 * Clears what deleted rows have left in the embedded file: in the pages, a few at a time, and in the write-ahead log.
 * `secure_delete` zeroes a row where it stood last, this the copies that SQLite left where it stood before. A remote
 * database is looked after by whoever runs it.
 */
export const clearRemains = async ({ db, background }: { db: Database; background: Background }): Promise<void> => {
  if (db.kind !== 'embedded') return
  for (let round = 0; round < ROUNDS; round++) {
    if ((await clearOnce(db, background)) === 0) break
  }
  await background.read([statement('PRAGMA wal_checkpoint(TRUNCATE)')])
}

const clearOnce = async (db: Database, background: Background): Promise<number> => {
  let cleared = 0
  for (let from: number | null = 1; from !== null; ) {
    const found: Awaited<ReturnType<typeof findRemains>> = await background.run('remains', { from })
    for (let i = 0; i < found.pages.length; i += CLEARED) {
      const slice = found.pages.slice(i, i + CLEARED)
      await db.write(slice.map(({ page, before, after }) => statement(CLEAR, after, page, before)))
    }
    cleared += found.pages.length
    from = found.next
  }
  return cleared
}
