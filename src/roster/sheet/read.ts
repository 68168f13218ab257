import { Worker } from 'node:worker_threads'
import { sheetLimits } from './limits.ts'
import type { SheetRefusal, SheetTable } from './table.ts'
import { listZip } from './zip.ts'

/**
 * `damaged`: no workbook can be read from it. `not-a-sheet`: another kind of zip. `too-big`: unpacked it would be, or it
 * kept the reader busy for too long. `locked`: behind a password.
 */
export type SheetRead = SheetTable | SheetRefusal | { refused: 'damaged' | 'not-a-sheet' | 'too-big' | 'locked' }

/** Reads one sheet of a workbook, by its name or number where one is asked for. */
export type ReadSheet = (bytes: Uint8Array, sheet: string | undefined) => Promise<SheetRead>

/**
 * Reads .xlsx in a thread of its own (`script` is its built entry), which is ended when it takes too long or too much
 * memory: what a sheet does to its reader cannot be told from its size. The zip's own listing is looked at first.
 */
export const sheetReader =
  (script: URL): ReadSheet =>
  async (bytes, sheet) => {
    const listing = listZip(bytes)
    if ('refused' in listing) return listing
    if (!listing.names.some(name => name.toLowerCase() === 'xl/workbook.xml')) return { refused: 'not-a-sheet' }
    return inThread(script, bytes, sheet)
  }

const inThread = (script: URL, bytes: Uint8Array, sheet: string | undefined): Promise<SheetRead> =>
  new Promise(resolve => {
    const thread = new Worker(script, {
      workerData: { bytes, sheet },
      resourceLimits: { maxOldGenerationSizeMb: sheetLimits.memory },
      stderr: true,
    })
    const end = (read: SheetRead) => {
      clearTimeout(timer)
      resolve(read)
      void thread.terminate()
    }
    const timer = setTimeout(() => end({ refused: 'too-big' }), sheetLimits.ms)
    thread.on('message', (read: SheetRead) => end(read))
    thread.on('error', () => end({ refused: 'too-big' }))
    thread.on('exit', () => end({ refused: 'damaged' }))
  })
