import type { TakeTurn } from '../../src/chat/channel.ts'
import type { Parsed } from './parse.ts'
import type { Taps } from './taps.ts'

export interface Received {
  /** What is still owed for a tap: to be run beside the answer, never before it. */
  after: Promise<void>[]
}

/**
 * Hands one parsed update to the kernel and resolves once its effect is on disk. Throws what `take` throws: then the
 * update must come again, and its tap is answered by that repeat.
 */
export const receiver =
  (take: TakeTurn, taps: Taps, onUnknown: (kind: string) => void) =>
  async (parsed: Parsed): Promise<Received> => {
    if (parsed.is === 'garbage') return { after: [] }
    if (parsed.is === 'ignored') {
      onUnknown(parsed.kind)
      return { after: parsed.tap ? [taps.answer(parsed.tap)] : [] }
    }
    const { repeated, limited } = await take(parsed.inbound)
    const { tap } = parsed
    if (!tap) return { after: [] }
    return { after: repeated || limited ? [taps.answer(tap)] : [taps.answer(tap), taps.mark(tap)] }
  }

export type Receive = ReturnType<typeof receiver>
