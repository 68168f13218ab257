import type { ConsoleDeps } from '../page.ts'
import type { Auth } from './auth.ts'

export interface SignInDeps extends ConsoleDeps {
  /** The sign-in library, loaded when the first form asks for it: a start need not wait. */
  auth: () => Promise<Auth>
}
