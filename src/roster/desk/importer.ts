import type { Database } from '../../db/database.ts'
import { makeIds } from '../../db/id.ts'
import { importRoster } from '../import-roster.ts'
import type { ReadSheet } from '../sheet/read.ts'
import type { ImportForSchool } from './import-page.tsx'

interface ImporterDeps {
  db: Database
  now: () => number
  random: (n: number) => Uint8Array
  readSheet: ReadSheet
}

/** Imports in place: over a remote database, where nothing waits for this machine's disk, and in tests. */
export const importInPlace =
  ({ db, now, random, readSheet }: ImporterDeps): ImportForSchool =>
  (request, staffId) =>
    importRoster(db, request, {
      now: now(),
      newId: makeIds(now, random).row,
      actor: { kind: 'staff', id: staffId },
      readSheet,
    })

/** Where no thread can read a workbook, an office saves it as .csv. */
export const noSheets: ReadSheet = async () => ({ refused: 'not-a-sheet' })
