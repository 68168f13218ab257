import { parentPort, workerData } from 'node:worker_threads'
import readXlsx from 'read-excel-file/universal'
import { sheetTable, type Workbook } from './table.ts'

/** The thread that unpacks one workbook. It opens nothing and may be ended at any moment. */
const read = async () => {
  const { bytes, sheet } = workerData
  try {
    return sheetTable(toBook(await readXlsx(Uint8Array.from(bytes).buffer)), sheet)
  } catch {
    return { refused: 'damaged' }
  }
}

/** The one cast of this module: the library declares a date as the class instead of its instance. */
const toBook = (sheets: Awaited<ReturnType<typeof readXlsx>>): Workbook => sheets as unknown as Workbook

parentPort?.postMessage(await read())
