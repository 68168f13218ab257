import type { ConsoleDeps, Page } from '../page.ts'
import { type HealthDeps, healthPage } from './health-page.tsx'
import { jobsPages } from './jobs-page.tsx'
import { letterDeedPages, lettersPage } from './letters-page.tsx'

/** The operator's desk: undelivered messages, jobs, health. */
export const operationsPages = (deps: ConsoleDeps, health: HealthDeps): Page[] => [
  healthPage(deps, health),
  ...jobsPages(deps, health.jobs),
  lettersPage(deps),
  ...letterDeedPages(deps),
]
