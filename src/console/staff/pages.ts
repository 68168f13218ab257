import type { ConsoleDeps, Page } from '../page.ts'
import { staffAddPages } from './add-page.tsx'
import { staffDeedPages } from './deeds.tsx'
import { staffListPage } from './list-page.tsx'
import { staffPage } from './one-page.tsx'

/** Staff and leave hand-over. */
export const staffPages = (deps: ConsoleDeps): Page[] => [
  staffListPage(deps),
  ...staffAddPages(deps),
  staffPage(deps),
  ...staffDeedPages(deps),
]
