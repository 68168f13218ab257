/** Ceilings of a roster file. A county's largest school has about 5,000 children; a file above these is a mistake. */
export const rosterLimits = {
  bytes: 2 * 1024 * 1024,
  /** Filled rows, header not counted. */
  rows: 20_000,
  /** Lines of any kind, empty ones too: sheets leave many below the last child. */
  lines: 100_000,
  columns: 60,
  /** Characters of a child's label; the longest Uyghur and Tibetan names in full fit. */
  nameLength: 20,
  keyLength: 64,
  /** The header is looked for in this many first rows. */
  headerRows: 10,
  /** Filled cells of a column that are looked at to name what it holds. */
  contentSample: 50,
  /** A column title is repeated to the reader up to this many characters. */
  titleLength: 20,
} as const
