import { faultOf, patienceOf } from './faults.ts'
import type { Log } from './taps.ts'

/** Pauses between tries, in milliseconds: they double from the first to the last. */
const FIRST_PAUSE = 1000
const LAST_PAUSE = 60_000

export interface Patience {
  /** Aborted when the channel ends: a pause is cut short and nothing is tried again. */
  signal: AbortSignal
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  log: Log
}

/**
 * Tries until it works or the channel ends, waiting longer each time or as long as the platform asks. Every failure is
 * logged under `event` by its code alone. Resolves to undefined when it ended first or `giveUp` said so.
 */
export const persist = async <T>(
  event: string,
  task: () => Promise<T>,
  { signal, sleep, log }: Patience,
  giveUp: (error: unknown, tries: number) => boolean = () => false,
): Promise<T | undefined> => {
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      return await task()
    } catch (error) {
      if (signal.aborted) return undefined
      log(event, { error: faultOf(error), tries })
      if (giveUp(error, tries)) return undefined
      const pause = Math.min(LAST_PAUSE, FIRST_PAUSE * 2 ** (tries - 1))
      await sleep(patienceOf(error) ?? pause, signal)
    }
  }
  return undefined
}
