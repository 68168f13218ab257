import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import * as z from 'zod'

/**
 * A backup is one file: the database's bytes, and behind them one line that says when it was made, how many bytes it
 * is and their SHA-256. SQLite never reads past the pages that its header counts, so the file opens as it stands.
 */
const MARK = 'wanling-backup '
/** Longer than the line can be. */
const LONGEST_SEAL = 512
const PIECE = 1024 * 1024

const sealShape = z.strictObject({ at: z.int(), bytes: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** When the backup was made (epoch ms), how long the database in it is, and the SHA-256 of that in hex. */
export type Seal = z.infer<typeof sealShape>

/** Writes the seal behind a finished copy and waits until all of it is on disk. */
export const sealFile = async (path: string, at: number): Promise<Seal> => {
  await using handle = await open(path, 'r+')
  const { size } = await handle.stat()
  const seal = { at, bytes: size, sha256: await digest(handle, size) }
  const line = Buffer.from(`\n${MARK}${JSON.stringify(seal)}\n`)
  await handle.write(line, 0, line.length, size)
  await handle.sync()
  return seal
}

/** The seal of a file; undefined when it has none that fits its length: not a backup, or not all of it. */
export const readSeal = async (path: string): Promise<Seal | undefined> => {
  await using handle = await open(path)
  const { size } = await handle.stat()
  const length = Math.min(size, LONGEST_SEAL)
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
  const begins = buffer.lastIndexOf(`\n${MARK}`)
  if (begins < 0) return undefined
  const seal = parsed(buffer.toString('utf8', begins + 1 + MARK.length))
  return seal?.bytes === size - length + begins ? seal : undefined
}

const parsed = (text: string): Seal | undefined => {
  try {
    return sealShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** SHA-256 of the first `bytes` of a file, in hex; each piece is handed to `onPiece` on the way. */
export const digest = async (
  handle: FileHandle,
  bytes: number,
  onPiece: (piece: Buffer) => Promise<unknown> = async () => undefined,
): Promise<string> => {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(PIECE)
  for (let at = 0; at < bytes; ) {
    const { bytesRead } = await handle.read(piece, 0, Math.min(PIECE, bytes - at), at)
    if (bytesRead === 0) break
    const read = piece.subarray(0, bytesRead)
    hash.update(read)
    await onPiece(read)
    at += bytesRead
  }
  return hash.digest('hex')
}
