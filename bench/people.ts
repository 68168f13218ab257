import type { Reporter } from './load/conversation.ts'

/** The first account of the benchmark's families; the others follow it. */
const FIRST_ACCOUNT = 1_000_000_000

/** The n-th person of the benchmark and their child. */
export const reporterOf = (n: number): Reporter => ({ account: FIRST_ACCOUNT + n, childId: `child-${n}` })
