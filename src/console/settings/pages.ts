import type { ConsoleDeps, Page } from '../page.ts'
import { calendarPages } from './calendar-pages.tsx'
import { linesPages } from './lines-deeds.tsx'
import { operatorPages } from './operator-page.tsx'

/** The settings: operator, owners of channels, local numbers, the calendar's exceptions. */
export const settingsPages = (deps: ConsoleDeps): Page[] => [
  ...operatorPages(deps),
  ...linesPages(deps),
  ...calendarPages(deps),
]
