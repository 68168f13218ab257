/** One page of a SQLite file, as its published format describes it. Pure. */

/** Bytes before the page header: the first page begins with the file's own header. */
const FILE_HEADER = 100
/** Header lengths of the four kinds of b-tree page. */
const HEADER: Record<number, number> = { 2: 12, 5: 12, 10: 8, 13: 8 }
/** A free block begins with where the next one is and how long it is. */
const BLOCK_HEAD = 4

/**
 * The page with zeros wherever nothing stands: between its cell pointers and its cells, and in its free blocks. When
 * SQLite moves cells to another page it leaves their bytes there, whatever `secure_delete` says. Undefined when there is
 * nothing to clear, or the page is none that holds cells. `end`: where the part that SQLite uses ends.
 */
export const withoutRemains = (page: Uint8Array, isFirst: boolean, end: number): Uint8Array | undefined => {
  const gaps = gapsOf(page, isFirst ? FILE_HEADER : 0, end)
  if (!gaps.some(([from, to]) => holdsAnything(page, from, to))) return undefined
  const cleared = Uint8Array.from(page)
  for (const [from, to] of gaps) cleared.fill(0, from, to)
  return cleared
}

const holdsAnything = (page: Uint8Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (page[i] !== 0) return true
  return false
}

type Gap = [from: number, to: number]

const gapsOf = (page: Uint8Array, at: number, end: number): Gap[] => {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const header = HEADER[view.getUint8(at)]
  if (header === undefined) return []
  const cells = view.getUint16(at + 3)
  const pointers = at + header
  const from = pointers + 2 * cells
  const to = view.getUint16(at + 5) || 65_536
  if (from > to || to > end) return []
  // Whatever only looks like such a page has pointers that point elsewhere.
  for (let i = 0; i < cells; i++) {
    const cell = view.getUint16(pointers + 2 * i)
    if (cell < to || cell >= end) return []
  }
  return [[from, to], ...freeBlocks(view, view.getUint16(at + 1), to, end)]
}

/** Free blocks stand in ascending order behind the first cell; a chain that does not is not followed. */
const freeBlocks = (view: DataView, first: number, from: number, end: number): Gap[] => {
  const blocks: Gap[] = []
  for (let block = first; block !== 0; ) {
    const next = view.getUint16(block)
    const stop = block + view.getUint16(block + 2)
    if (block < from || stop < block + BLOCK_HEAD || stop > end || (next !== 0 && next < stop)) return []
    blocks.push([block + BLOCK_HEAD, stop])
    block = next
  }
  return blocks
}
