import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../db/keys.ts'

/**
 * The token of one form: for one visit (a session, or a visitor's cookie before sign-in) and one address. Whoever
 * brings it has been shown this form, so a refusal afterwards means that something has changed in between.
 */
export const formToken = (keys: Keys, visit: string, path: string): string => keys.lookup('form', visit, path)

/** Whether this is the token of that form. Takes the same time whatever it is. */
export const isFormToken = (keys: Keys, visit: string, path: string, token: unknown): boolean => {
  const wanted = Buffer.from(formToken(keys, visit, path))
  const given = Buffer.from(typeof token === 'string' ? token : '')
  return visit !== '' && wanted.length === given.length && timingSafeEqual(wanted, given)
}
