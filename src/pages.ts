import type { ConsoleDeps, Page } from './console/page.ts'
import type { Auth } from './console/sign-in/auth.ts'
import { signInCodePages } from './console/sign-in/code.tsx'
import type { SignInDeps } from './console/sign-in/deps.ts'
import { signInPages } from './console/sign-in/sign-in.tsx'
import { signOutPage } from './console/sign-in/sign-out.ts'

/** The route table of the console: every page but home. A feature adds its pages here, each with its action and unit. */
export const consolePages = (deps: ConsoleDeps): Page[] => {
  const withAuth: SignInDeps = { ...deps, auth: lazyAuth(deps) }
  return [...signInPages(withAuth), ...signInCodePages(withAuth), signOutPage(withAuth)]
}

/** Loads the sign-in library at the first form, so that neither a start nor a chat waits for it. */
const lazyAuth = (deps: ConsoleDeps): (() => Promise<Auth>) => {
  let loaded: Promise<Auth> | undefined
  return () => {
    loaded ??= import('./console/sign-in/auth.ts').then(({ makeAuth }) => makeAuth(deps))
    return loaded
  }
}
