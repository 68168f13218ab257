import * as z from 'zod'
import type { Memory } from '../../../src/chat/memory.ts'

/** What one word of a person pays for: so many messages, for so long. */
export const MOST_MESSAGES = 5
const OPEN_MS = 48 * 3600_000

const Kept = z.object({ at: z.number(), used: z.number() })

const SHUT = { at: 0, used: MOST_MESSAGES }

/** The budget of a person, kept over a restart. `owner` is their conversation. */
export const windows = (memory: Memory, now: () => number) => {
  const read = async (owner: string) => {
    const kept = Kept.safeParse(JSON.parse((await memory.get('window', owner)) ?? 'null'))
    return kept.success ? kept.data : SHUT
  }
  const write = (owner: string, at: number, used: number) => memory.set('window', owner, JSON.stringify({ at, used }))
  return {
    /** The person has written: the budget is full again. An older word changes nothing. */
    async open(owner: string, at: number): Promise<void> {
      if (at >= (await read(owner)).at) await write(owner, at, 0)
    },
    /** How many messages may still be sent. */
    async left(owner: string): Promise<number> {
      const { at, used } = await read(owner)
      return now() - at < OPEN_MS ? Math.max(0, MOST_MESSAGES - used) : 0
    },
    /** One was sent. */
    async spend(owner: string): Promise<void> {
      const { at, used } = await read(owner)
      await write(owner, at, used + 1)
    },
    /** The platform says that it is used up, whatever we counted. */
    async exhaust(owner: string): Promise<void> {
      await write(owner, (await read(owner)).at, MOST_MESSAGES)
    },
  }
}

export type Windows = ReturnType<typeof windows>
