import { raw } from 'hono/html'
import { renderSVG } from 'uqr'
import * as z from 'zod'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, TextField } from '../form.tsx'
import { CODE_PATH } from '../hurdle.ts'
import { type Page, theCounty, type View, type Visit } from '../page.ts'
import { needsCode } from '../roles.ts'
import { addressOf } from '../sign-in/address.ts'
import { ask } from '../sign-in/call.ts'
import type { SignInDeps } from '../sign-in/deps.ts'
import { LONGEST_PASSWORD } from '../sign-in/lengths.ts'
import { mayTry, wentWell } from '../sign-in/limits.ts'
import { PRINTED_PATH, PrintedForm, printedView } from './printed.tsx'
import { mayBeShown, takeShowing } from './shown-once.ts'
import { meWords } from './words.ts'

const passwordShape = z.object({
  password: z.string({ error: 'needed' }).min(1, 'needed').max(LONGEST_PASSWORD, 'long'),
})
const checkShape = z.object({
  uri: z.string().startsWith('otpauth://totp/').max(500),
  code: field.text(10),
})

/** Sets up the authenticator, and hands out the ten codes that stand in for it. */
export const codePages = (deps: SignInDeps): Page[] => {
  const common = { action: 'self', unit: theCounty } as const
  return [
    {
      method: 'GET',
      path: CODE_PATH,
      ...common,
      answer: async visit =>
        visit.person?.hasCode ? visit.c.redirect('/console/me', 303) : beginView(visit, deps, opened()),
    },
    { method: 'POST', path: CODE_PATH, ...common, answer: visit => begin(visit, deps) },
    { method: 'POST', path: `${CODE_PATH}/check`, ...common, answer: visit => check(visit, deps) },
    { method: 'GET', path: PRINTED_PATH, ...common, answer: visit => showPrinted(visit, deps) },
    { method: 'POST', path: PRINTED_PATH, ...common, answer: visit => printAgain(visit, deps) },
  ]
}

/** Reads the password that confirms who sits there. It counts as a sign-in: too many wrong ones are not looked at. */
const confirmed = async (visit: Visit, deps: SignInDeps): Promise<{ password: string } | { draft: Draft }> => {
  const words = meWords[visit.lang].password
  const read = readForm(visit.form, passwordShape)
  if ('draft' in read) return { draft: { ...read.draft, typed: {} } }
  const may = await mayTry(deps, visit.person?.email ?? '', addressOf(visit.c))
  return may ? read.data : { draft: refused({}, { password: { say: words.tooMany } }) }
}

const begin = async (visit: Visit, deps: SignInDeps): Promise<View | Response> => {
  if (visit.person?.hasCode) return visit.c.redirect('/console/me', 303)
  const read = await confirmed(visit, deps)
  if ('draft' in read) return { ...beginView(visit, deps, read.draft), status: 422 }
  const auth = await deps.auth()
  const answer = await ask(visit.c, headers =>
    auth.api.enableTwoFactor({ body: { password: read.password, method: 'totp' }, headers, asResponse: true }),
  )
  if (!answer.ok || !answer.totpURI) {
    const draft = refused({}, { password: { say: meWords[visit.lang].password.wrong } })
    return { ...beginView(visit, deps, draft), status: 422 }
  }
  await deps.db.write(wentWell(deps, visit.person?.email ?? '', addressOf(visit.c)))
  return checkView(visit, deps, opened({ uri: answer.totpURI }))
}

const check = async (visit: Visit, deps: SignInDeps): Promise<View | Response> => {
  if (visit.person?.hasCode) return visit.c.redirect('/console/me', 303)
  const read = readForm(visit.form, checkShape)
  if ('draft' in read) {
    return read.draft.faults.uri
      ? visit.c.redirect(`/console${CODE_PATH}`, 303)
      : { ...checkView(visit, deps, read.draft), status: 422 }
  }
  const { code, uri } = read.data
  const auth = await deps.auth()
  const answer = await ask(visit.c, headers =>
    auth.api.verifyTOTP({ body: { code: code.replace(/\s/g, '') }, headers, asResponse: true }),
  )
  if (!answer.ok) {
    const draft = refused({ uri }, { code: { say: meWords[visit.lang].code.wrong } })
    return { ...checkView(visit, deps, draft), status: 422 }
  }
  const { staffId } = visit.actor
  await deps.audit.write([{ event: 'CodeSetUp', actor: staffId, subject: staffId }], mayBeShown(deps, staffId))
  return visit.c.redirect(`/console${PRINTED_PATH}`, 303)
}

const printAgain = async (visit: Visit, deps: SignInDeps): Promise<View | Response> => {
  const { staffId } = visit.actor
  const again = (draft: Draft): View => ({ ...printedFormView(visit, deps, draft), status: 422 })
  const read = await confirmed(visit, deps)
  if ('draft' in read) return again(read.draft)
  const auth = await deps.auth()
  const answer = await ask(visit.c, headers =>
    auth.api.generateBackupCodes({ body: { password: read.password }, headers, asResponse: true }),
  )
  if (!answer.ok) return again(refused({}, { password: { say: meWords[visit.lang].password.wrong } }))
  await deps.audit.write(
    [{ event: 'PrintedCodesMade', actor: staffId, subject: staffId }],
    [...wentWell(deps, visit.person?.email ?? '', addressOf(visit.c)), ...mayBeShown(deps, staffId)],
  )
  return visit.c.redirect(`/console${PRINTED_PATH}`, 303)
}

/** The codes, once after they were made. */
const showPrinted = async (visit: Visit, deps: SignInDeps): Promise<View | Response> => {
  const { staffId } = visit.actor
  if (!(await takeShowing(deps, staffId))) return visit.c.redirect('/console/me', 303)
  const auth = await deps.auth()
  return printedView(visit, (await auth.api.viewBackupCodes({ body: { userId: staffId } })).backupCodes)
}

const printedFormView = (visit: Visit, deps: SignInDeps, draft: Draft): View => ({
  title: meWords[visit.lang].printed.title,
  body: (
    <div class="narrow">
      <h1>{meWords[visit.lang].printed.title}</h1>
      <FormNotice draft={draft} visit={visit} />
      <div class="card">
        <PrintedForm visit={visit} keys={deps.keys} draft={draft} />
      </div>
    </div>
  ),
})

const beginView = (visit: Visit, deps: SignInDeps, draft: Draft): View => {
  const words = meWords[visit.lang].code
  const isRequired = deps.production && needsCode(visit.actor)
  return {
    title: words.title,
    body: (
      <div class="narrow">
        <h1>{words.title}</h1>
        <p class="lead">{isRequired ? words.required : words.lead}</p>
        <p>{words.before}</p>
        <FormNotice draft={draft} visit={visit} />
        <Form visit={visit} keys={deps.keys} action={`/console${CODE_PATH}`} class="card">
          <TextField
            draft={draft}
            visit={visit}
            name="password"
            label={words.confirm}
            type="password"
            autocomplete="current-password"
          />
          <button type="submit">{words.begin}</button>
        </Form>
      </div>
    ),
  }
}

const checkView = (visit: Visit, deps: SignInDeps, draft: Draft): View => {
  const words = meWords[visit.lang].code
  const uri = draft.typed.uri ?? ''
  return {
    title: words.title,
    body: (
      <div class="narrow">
        <h1>{words.scan}</h1>
        <FormNotice draft={draft} visit={visit} />
        <div class="card">
          <div class="qr" role="img" aria-label={words.qr}>
            {raw(renderSVG(uri, { border: 0 }))}
          </div>
          <p class="hint">{words.cannotScan}</p>
          <p class="code" id="secret">
            {spaced(new URL(uri).searchParams.get('secret') ?? '')}
          </p>
        </div>
        <Form visit={visit} keys={deps.keys} action={`/console${CODE_PATH}/check`} class="card">
          <input type="hidden" name="uri" value={uri} />
          <TextField
            draft={draft}
            visit={visit}
            name="code"
            label={words.digits}
            inputmode="numeric"
            autocomplete="one-time-code"
          />
          <button type="submit">{words.check}</button>
        </Form>
      </div>
    ),
  }
}

/** In groups of four, as one types it. */
const spaced = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? ''
