import { statement } from '../../db/statement.ts'
import { type ConsoleDeps, type Page, theCounty } from '../page.ts'

/** Ends one of one's own sessions, or all but this one. */
export const sessionsPage = (deps: ConsoleDeps): Page => ({
  method: 'POST',
  path: '/me/sessions',
  action: 'self',
  unit: theCounty,
  answer: async ({ c, actor, person, form }) => {
    const own = person?.session.id ?? ''
    const asked = String(form.session ?? '')
    const which =
      asked === 'others'
        ? statement('DELETE FROM staff_session WHERE staff_id = ? AND id <> ?', actor.staffId, own)
        : statement('DELETE FROM staff_session WHERE staff_id = ? AND id = ?', actor.staffId, asked)
    await deps.audit.write([{ event: 'SessionEnded', actor: actor.staffId, subject: asked.slice(0, 64) }], [which])
    return c.redirect('/console/me', 303)
  },
})
