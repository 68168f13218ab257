import type { Term } from '../calendar.ts'

/** Terms of the demo county: the usual dates, to be replaced by the bureau's own 校历 before a school is judged by them. */
export const demoTerms: readonly Term[] = [
  { from: '2025-09-01', to: '2026-01-23', confirmed: false },
  { from: '2026-03-02', to: '2026-07-10', confirmed: false },
  { from: '2026-09-01', to: '2027-01-22', confirmed: false },
  { from: '2027-03-01', to: '2027-07-09', confirmed: false },
]
