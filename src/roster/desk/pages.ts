import type { ConsoleDeps, Page } from '../../console/page.ts'
import { childPages } from './child-deeds.tsx'
import { consentsPage } from './consents-page.tsx'
import { type ImportForSchool, importPages } from './import-page.tsx'
import { rosterListPages } from './list-pages.tsx'
import { slipsPages } from './slips-pages.tsx'

/** The school office's desk: roster, classes, import, invitation slips, consents as counts. */
export const rosterPages = (deps: ConsoleDeps, importFor: ImportForSchool): Page[] => [
  ...rosterListPages(deps),
  ...importPages(deps, importFor),
  ...childPages(deps),
  ...slipsPages(deps),
  consentsPage(deps),
]
