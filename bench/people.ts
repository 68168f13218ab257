import type { Reporter } from './load/conversation.ts'

/** The first account of the benchmark's families; the others follow it. */
export const FIRST_ACCOUNT = 1_000_000_000

/** Ids in the order of their numbers, so that the seed fills every index from its end. */
const padded = (n: number): string => String(n).padStart(7, '0')

/** The n-th person of the benchmark and their child. */
export const reporterOf = (n: number): Reporter => ({ account: FIRST_ACCOUNT + n, childId: `child-${padded(n)}` })

/** Every run is the same evening, so that the same answers are given. */
export const EVENING = '2026-11-24T21:30:00+08:00'
export const NIGHT = '2026-11-24'
