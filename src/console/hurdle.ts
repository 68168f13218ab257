import { needsCode } from './roles.ts'
import type { Person } from './session.ts'

/** Where a handed-out password is changed. */
export const PASSWORD_PATH = '/password'
/** Where an authenticator is set up. */
export const CODE_PATH = '/code'

/**
 * What this person does before anything else, as a path below `/console`: change a password that was handed out; in
 * production, set up a code where the roles ask for one.
 */
export const hurdleOf = (person: Person, production: boolean): string | undefined => {
  if (person.handedOut) return PASSWORD_PATH
  return production && needsCode(person) && !person.hasCode ? CODE_PATH : undefined
}

/** Pages that a hurdle leaves open: itself, what is below it, signing out, and what is public. */
export const passes = (hurdle: string | undefined, page: { path: string; action: string }): boolean =>
  hurdle === undefined ||
  page.action === 'public' ||
  page.path === '/sign-out' ||
  page.path === hurdle ||
  page.path.startsWith(`${hurdle}/`)
