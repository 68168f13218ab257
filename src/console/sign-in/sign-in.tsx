import * as z from 'zod'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, TextField } from '../form.tsx'
import { type Page, theCounty, type View, type Visit } from '../page.ts'
import { addressOf } from './address.ts'
import { ask } from './call.ts'
import type { SignInDeps } from './deps.ts'
import { mayTry, wentWell } from './limits.ts'
import { signInWords } from './words.ts'

const ADDRESS = '/console/sign-in'
/** Staff of a demo county, whose passwords are printed at its start: they open nothing in production. */
const DEMO = '@demo.example'
/** An account that nobody has: the answer takes as long as a wrong password. */
const NOBODY = 'nobody@nowhere.example'

const shape = z.object({
  email: field.email,
  password: z.string({ error: 'needed' }).min(1, 'needed').max(128, 'long'),
  to: z.string().default(''),
})

/** The first step: e-mail and password. Unknown accounts, wrong passwords and accounts turned off are answered alike. */
export const signInPages = (deps: SignInDeps): Page[] => [
  {
    method: 'GET',
    path: '/sign-in',
    action: 'public',
    unit: theCounty,
    answer: async visit =>
      visit.person
        ? visit.c.redirect('/console', 303)
        : view(visit, deps, opened({ to: visit.c.req.query('to') ?? '' })),
  },
  { method: 'POST', path: '/sign-in', action: 'public', unit: theCounty, answer: visit => signIn(visit, deps) },
]

const signIn = async (visit: Visit, deps: SignInDeps): Promise<View | Response> => {
  const words = signInWords[visit.lang].signIn
  const read = readForm(visit.form, shape)
  if ('draft' in read) return { ...view(visit, deps, read.draft), status: 422 }
  const { email, password, to } = read.data
  const address = addressOf(visit.c)
  if (!(await mayTry(deps, email, address))) {
    return { ...view(visit, deps, refused(visit.form, { '': { say: words.tooMany } })), status: 429 }
  }
  const auth = await deps.auth()
  const name = deps.production && email.endsWith(DEMO) ? NOBODY : email
  const answer = await ask(visit.c, headers =>
    auth.api.signInEmail({ body: { email: name, password }, headers, asResponse: true }),
  )
  if (!answer.ok) {
    await deps.audit.write([{ event: 'SignInRefused', actor: 'nobody', content: { email } }])
    return { ...view(visit, deps, refused(visit.form, { '': { say: words.wrong } })), status: 401 }
  }
  // Wrong codes are counted by the library: five for one password, ten for the account.
  await deps.db.write(wentWell(deps, email, address))
  if (answer.twoFactorRedirect) return visit.c.redirect(`/console/sign-in/code${toQuery(to)}`, 303)
  await deps.audit.write([{ event: 'SignedIn', actor: answer.user?.id ?? '' }])
  return visit.c.redirect(insideConsole(to), 303)
}

/** Only an address of the console is gone to after the sign-in. */
export const insideConsole = (to: string): string => (/^\/console(\/[\w\-.~%:/?=&+]*)?$/.test(to) ? to : '/console')

export const toQuery = (to: string): string => {
  const inside = insideConsole(to)
  return inside === '/console' ? '' : `?to=${encodeURIComponent(inside)}`
}

const view = (visit: Visit, deps: SignInDeps, draft: Draft): View => {
  const words = signInWords[visit.lang].signIn
  return {
    title: words.title,
    body: (
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <FormNotice draft={draft} visit={visit} />
        <Form visit={visit} keys={deps.keys} action={ADDRESS} class="card">
          <input type="hidden" name="to" value={draft.typed.to} />
          <TextField
            draft={draft}
            visit={visit}
            name="email"
            label={words.email}
            type="email"
            autocomplete="username"
          />
          <TextField
            draft={draft}
            visit={visit}
            name="password"
            label={words.password}
            type="password"
            autocomplete="current-password"
          />
          <button type="submit">{words.submit}</button>
        </Form>
        <p class="soft">{words.forgot}</p>
      </div>
    ),
  }
}
