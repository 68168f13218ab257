import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const PAUSE_MS = 5

/**
 * Hands a growing file to the disk piece by piece until told to stop. Left to the end, two hundred megabytes at once
 * would make the next turn's own write wait behind them: 250 to 400 ms were measured, 30 to 90 with this.
 */
export const keepFlushing = (path: string): (() => Promise<void>) => {
  let stopped = false
  const run = async (): Promise<void> => {
    let handle: FileHandle | undefined
    while (!stopped) {
      try {
        handle ??= await open(path, 'r+')
        await handle.datasync()
      } catch {
        // Not there yet. A disk that fails will tell the copy itself.
      }
      await pause(PAUSE_MS)
    }
    await handle?.close()
  }
  const running = run()
  return () => {
    stopped = true
    return running
  }
}
