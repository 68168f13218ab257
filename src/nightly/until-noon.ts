import type { NightStep, State } from './scene.ts'

/** What was just spoken of holds until noon: then a new night begins, and an answer without a day is about that one. */
export const untilNoon = (state: State | null, tonight: string): State | null =>
  state && (state.tonight ?? tonight) === tonight ? state : null

/** Marks an open question with the night in which it was asked. */
export const askedIn = (tonight: string, step: NightStep): NightStep =>
  step.state ? { ...step, state: { ...step.state, tonight } } : step
