/** Ceilings of a spreadsheet, beside those of any roster file. A sheet of 20,000 rows and 15 columns unpacks to 20 MB. */
export const sheetLimits = {
  /** Parts of the zip: a sheet, its pictures, styles. An honest workbook has some dozens. */
  entries: 1000,
  /** Bytes of XML, unpacked. */
  unpacked: 32 * 1024 * 1024,
  /** Milliseconds for unpacking and reading; 5,000 rows take a second on a slow machine. */
  ms: 15_000,
  /** MB of the reading thread's heap. */
  memory: 512,
} as const
