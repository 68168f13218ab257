import * as z from 'zod'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, TextField } from '../form.tsx'
import { PASSWORD_PATH } from '../hurdle.ts'
import { type Page, theCounty, type View, type Visit } from '../page.ts'
import { addressOf } from '../sign-in/address.ts'
import { ask } from '../sign-in/call.ts'
import type { SignInDeps } from '../sign-in/deps.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../sign-in/lengths.ts'
import { mayTry, wentWell } from '../sign-in/limits.ts'
import { applyStaff } from '../staff/store.ts'
import { meWords } from './words.ts'

const shape = z.object({
  current: z.string({ error: 'needed' }).min(1, 'needed').max(LONGEST_PASSWORD, 'long'),
  next: z.string({ error: 'needed' }).min(1, 'needed').max(LONGEST_PASSWORD, 'long'),
  again: field.text(LONGEST_PASSWORD),
})

/** Changes one's own password. Whoever was handed one comes here first. */
export const passwordPages = (deps: SignInDeps): Page[] => {
  const common = { path: PASSWORD_PATH, action: 'self', unit: theCounty } as const
  return [
    { method: 'GET', ...common, answer: async visit => view(visit, deps, opened()) },
    { method: 'POST', ...common, answer: visit => change(visit, deps) },
  ]
}

const change = async (visit: Visit, deps: SignInDeps): Promise<View | Response> => {
  const words = meWords[visit.lang].password
  const { person, actor, c } = visit
  const again = (name: string, say: string, status: View['status'] = 422): View => ({
    ...view(visit, deps, refused({}, { [name]: { say } })),
    status,
  })
  const read = readForm(visit.form, shape)
  if ('draft' in read) return { ...view(visit, deps, { ...read.draft, typed: {} }), status: 422 }
  const { current, next } = read.data
  const email = person?.email ?? ''
  const wrong = faultOf(read.data, email)
  if (wrong) return again(wrong === 'differs' ? 'again' : 'next', words[wrong])
  const address = addressOf(c)
  if (!(await mayTry(deps, email, address))) return again('current', words.tooMany, 429)
  const auth = await deps.auth()
  const answer = await ask(c, headers =>
    auth.api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers,
      asResponse: true,
    }),
  )
  if (!answer.ok) return again('current', words.wrong)
  const changed = { feature: 'staff', subject: actor.staffId, type: 'PasswordChanged' } as const
  await deps.audit.write(
    [{ event: 'PasswordChanged', actor: actor.staffId, subject: actor.staffId }],
    [...applyStaff(changed, visit.now), ...wentWell(deps, email, address)],
  )
  return c.redirect('/console/me', 303)
}

const faultOf = (
  { current, next, again }: z.output<typeof shape>,
  email: string,
): 'short' | 'same' | 'likeEmail' | 'differs' | undefined => {
  if (Array.from(next).length < SHORTEST_PASSWORD) return 'short'
  if (next === current) return 'same'
  if (next.toLowerCase().includes(email.split('@')[0] || email)) return 'likeEmail'
  return next === again ? undefined : 'differs'
}

const view = (visit: Visit, deps: SignInDeps, draft: Draft): View => {
  const words = meWords[visit.lang].password
  const shared = { draft, visit, type: 'password' } as const
  return {
    title: words.title,
    body: (
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead">{visit.person?.handedOut ? words.handedOut : words.lead}</p>
        <FormNotice draft={draft} visit={visit} />
        <Form visit={visit} keys={deps.keys} action={`/console${PASSWORD_PATH}`} class="card">
          <TextField {...shared} name="current" label={words.current} autocomplete="current-password" />
          <TextField {...shared} name="next" label={words.next} hint={words.nextHint} autocomplete="new-password" />
          <TextField {...shared} name="again" label={words.again} autocomplete="new-password" />
          <button type="submit">{words.submit}</button>
        </Form>
      </div>
    ),
  }
}
