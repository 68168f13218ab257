import { statement } from '../../db/statement.ts'
import { type Page, theCounty } from '../page.ts'
import { ask } from './call.ts'
import type { SignInDeps } from './deps.ts'

/** Ends this session, here and in the table. */
export const signOutPage = (deps: SignInDeps): Page => ({
  method: 'POST',
  path: '/sign-out',
  action: 'self',
  unit: theCounty,
  answer: async ({ c, person, actor }) => {
    const auth = await deps.auth()
    await ask(c, headers => auth.api.signOut({ headers, asResponse: true }))
    await deps.audit.write(
      [{ event: 'SignedOut', actor: actor.staffId }],
      [statement('DELETE FROM staff_session WHERE id = ?', person?.session.id ?? '')],
    )
    return c.redirect('/console/sign-in', 303)
  },
})
