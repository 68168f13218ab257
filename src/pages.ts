import { mePages } from './console/me/pages.ts'
import type { HealthDeps } from './console/operations/health-page.tsx'
import { operationsPages } from './console/operations/pages.ts'
import type { ConsoleDeps, Page } from './console/page.ts'
import { settingsPages } from './console/settings/pages.ts'
import type { Auth } from './console/sign-in/auth.ts'
import { signInCodePages } from './console/sign-in/code.tsx'
import type { SignInDeps } from './console/sign-in/deps.ts'
import { signInPages } from './console/sign-in/sign-in.tsx'
import { signOutPage } from './console/sign-in/sign-out.ts'
import { staffPages } from './console/staff/pages.ts'
import type { ImportForSchool } from './roster/desk/import-page.tsx'
import { rosterPages } from './roster/desk/pages.ts'

/** What some pages need beside what all have. */
export type MoreDeps = HealthDeps & { importFor: ImportForSchool }

/** The route table of the console: every page but home. A feature adds its pages here, each with its action and unit. */
export const consolePages = (deps: ConsoleDeps, more: MoreDeps): Page[] => {
  const withAuth: SignInDeps = { ...deps, auth: lazyAuth(deps) }
  return [
    ...signInPages(withAuth),
    ...signInCodePages(withAuth),
    signOutPage(withAuth),
    ...staffPages(deps),
    ...rosterPages(deps, more.importFor),
    ...settingsPages(deps),
    ...operationsPages(deps, more),
    ...mePages(withAuth),
  ]
}

/** Loads the sign-in library at the first form, so that neither a start nor a chat waits for it. */
const lazyAuth = (deps: ConsoleDeps): (() => Promise<Auth>) => {
  let loaded: Promise<Auth> | undefined
  return () => {
    loaded ??= import('./console/sign-in/auth.ts').then(({ makeAuth }) => makeAuth(deps))
    return loaded
  }
}
