import { getCookie } from 'hono/cookie'
import * as z from 'zod'
import { Conflict } from '../../db/database.ts'
import { staffChallenge } from '../../db/schema/index.ts'
import { insert, statement } from '../../db/statement.ts'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, TextField } from '../form.tsx'
import { type Page, theCounty, type View, type Visit } from '../page.ts'
import { ask } from './call.ts'
import type { SignInDeps } from './deps.ts'
import { codeAsPrinted } from './printed-codes.ts'
import { insideConsole, toQuery } from './sign-in.tsx'
import { signInWords } from './words.ts'

const ADDRESS = '/console/sign-in/code'
/** An authenticator's code is good for its half minute and a little around it. */
const CODE_LIFE_MS = 120_000

const shape = z.object({ code: field.text(20), to: z.string().default('') })

/** The second step: six digits of the authenticator, or one of the printed codes. One field takes both. */
export const signInCodePages = (deps: SignInDeps): Page[] => [
  {
    method: 'GET',
    path: '/sign-in/code',
    action: 'public',
    unit: theCounty,
    answer: async visit =>
      isChallenged(visit, deps)
        ? view(visit, deps, opened({ to: visit.c.req.query('to') ?? '' }))
        : visit.c.redirect('/console/sign-in', 303),
  },
  { method: 'POST', path: '/sign-in/code', action: 'public', unit: theCounty, answer: visit => check(visit, deps) },
]

const isChallenged = ({ c }: Visit, { publicUrl }: SignInDeps): boolean =>
  getCookie(c, `${publicUrl.startsWith('https:') ? '__Secure-' : ''}wanling.two_factor`) !== undefined

const check = async (visit: Visit, deps: SignInDeps): Promise<View | Response> => {
  const words = signInWords[visit.lang].code
  const read = readForm(visit.form, shape)
  if ('draft' in read) return { ...view(visit, deps, read.draft), status: 422 }
  const { code, to } = read.data
  const no = (say: string, status: View['status']): View => ({
    ...view(visit, deps, refused({ to }, { code: { say } })),
    status,
  })
  const digits = code.replace(/\s/g, '')
  const isPrinted = !/^\d{6}$/.test(digits)
  const auth = await deps.auth()
  const answer = await ask(visit.c, headers =>
    isPrinted
      ? auth.api.verifyBackupCode({ body: { code: codeAsPrinted(code) }, headers, asResponse: true })
      : auth.api.verifyTOTP({ body: { code: digits }, headers, asResponse: true }),
  )
  const staffId = answer.user?.id ?? ''
  if (!answer.ok || !answer.token) {
    await deps.audit.write([{ event: 'CodeRefused', actor: 'nobody' }])
    return answer.status === 429 || answer.code?.startsWith('TOO_MANY') ? no(words.tooMany, 429) : no(words.wrong, 401)
  }
  if (!isPrinted && !(await firstUse(deps, staffId, digits))) {
    await deps.db.write([statement('DELETE FROM staff_session WHERE token = ?', answer.token)])
    return no(words.wrong, 401)
  }
  await deps.audit.write([{ event: isPrinted ? 'SignedInWithPrintedCode' : 'SignedIn', actor: staffId }])
  return visit.c.redirect(insideConsole(to), 303)
}

/** A code of the authenticator opens one session (RFC 6238 §5.2): whoever saw it typed comes too late. */
const firstUse = async ({ db, keys, now }: SignInDeps, staffId: string, code: string): Promise<boolean> => {
  const [id, at] = [keys.lookup('used code', staffId, code), now()]
  const used = { id, identifier: 'used', value: '', at, changedAt: at, expiresAt: at + CODE_LIFE_MS }
  try {
    await db.write([
      statement("DELETE FROM staff_challenge WHERE identifier = 'used' AND expires_at <= ?", at),
      insert(staffChallenge, used),
    ])
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}

const view = (visit: Visit, deps: SignInDeps, draft: Draft): View => {
  const words = signInWords[visit.lang].code
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
            name="code"
            label={words.code}
            autocomplete="one-time-code"
            autofocus
          />
          <button type="submit">{words.submit}</button>
        </Form>
        <p>
          <a href={`/console/sign-in${toQuery(draft.typed.to ?? '')}`}>{words.again}</a>
        </p>
      </div>
    ),
  }
}
