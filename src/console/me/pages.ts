import type { Page } from '../page.ts'
import type { SignInDeps } from '../sign-in/deps.ts'
import { codePages } from './code-page.tsx'
import { mePage } from './me-page.tsx'
import { passwordPages } from './password-page.tsx'
import { sessionsPage } from './sessions-page.ts'

/** One's own sign-in: password, code, printed codes, sessions. */
export const mePages = (deps: SignInDeps): Page[] => [
  mePage(deps),
  sessionsPage(deps),
  ...passwordPages(deps),
  ...codePages(deps),
]
