import * as z from 'zod'
import type { Lang } from '../../chat/inbound.ts'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, SelectField } from '../../console/form.tsx'
import { type ConsoleDeps, consolePath, type Page, unitInPath, type View, type Visit } from '../../console/page.ts'
import { className } from '../class-name.ts'
import { type DrawnSlip, drawSlips, storeSlips } from '../issue-slips.ts'
import { type StartLink, slipSheet } from '../slips.ts'
import { aboutChild, CHILD_PATH } from './child-page.tsx'
import { unitName } from './list-pages.tsx'
import { currentStay, readChild, readClasses } from './read.ts'
import { deskWords } from './words.ts'

const PATH = '/u/:unit/slips'
const WHOLE = 'all'

/** Printable invitation slips for a class, the whole school, or one child whose slip was lost. */
export const slipsPages = (deps: ConsoleDeps): Page[] => [
  {
    method: 'GET',
    path: PATH,
    action: 'invitations.print',
    unit: unitInPath('school'),
    menu: { zh: deskWords.zh.slips.menu, en: deskWords.en.slips.menu },
    answer: visit => view(visit, deps, opened({ class: visit.c.req.query('class') ?? WHOLE, lang: visit.lang })),
  },
  { method: 'POST', path: PATH, action: 'invitations.print', unit: unitInPath('school'), answer: v => print(v, deps) },
  {
    method: 'POST',
    path: `${CHILD_PATH}/slip`,
    action: 'invitations.print',
    unit: aboutChild,
    answer: visit => printOne(visit, deps),
  },
]

const view = async (visit: Visit, deps: ConsoleDeps, draft: Draft): Promise<View> => {
  const { unit, today, lang } = visit
  const words = deskWords[lang].slips
  const classes = await readClasses(deps.background, unit.id, today)
  const options = classes.map(one => ({ value: one.id, label: className(one.grade, one.classNo, lang) }))
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{await unitName(visit, deps)}</p>
        <p>{words.lead}</p>
        {classes.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <Form visit={visit} keys={deps.keys} action={consolePath(PATH, { unit: unit.id })} class="card">
            <FormNotice draft={draft} visit={visit} />
            <p class="hint">{words.warn}</p>
            <SelectField
              draft={draft}
              visit={visit}
              name="class"
              label={words.which}
              options={[{ value: WHOLE, label: words.whole }, ...options]}
            />
            <SelectField
              draft={draft}
              visit={visit}
              name="lang"
              label={words.lang}
              options={(['zh', 'en'] as const).map(value => ({ value, label: words.langs[value] }))}
            />
            <button type="submit">{words.submit}</button>
            <p class="hint">{words.after}</p>
          </Form>
        )}
      </>
    ),
  }
}

const shape = z.object({ class: field.text(64), lang: field.oneOf(['zh', 'en']) })

const print = async (visit: Visit, deps: ConsoleDeps): Promise<View | Response> => {
  const words = deskWords[visit.lang].slips
  const again = async (draft: Draft): Promise<View> => ({ ...(await view(visit, deps, draft)), status: 422 })
  const read = readForm(visit.form, shape)
  if ('draft' in read) return again(read.draft)
  const classes = await readClasses(deps.background, visit.unit.id, visit.today)
  const wanted = classes.filter(({ id }) => read.data.class === WHOLE || id === read.data.class).map(({ id }) => id)
  const slips = await drawSlips(deps.background, wanted, visit.today, deps.random)
  if (slips.length === 0) return again(refused(visit.form, { class: { say: words.nobody } }))
  return issue(visit, deps, slips, read.data.lang, visit.unit.id)
}

const printOne = async (visit: Visit, deps: ConsoleDeps): Promise<View | Response> => {
  const child = await readChild(deps.db, visit.params.child ?? '')
  const stay = child && currentStay(child)
  if (!child || !stay) return visit.c.redirect(consolePath(CHILD_PATH, { child: visit.params.child ?? '' }), 303)
  const slips = await drawSlips(deps.background, [stay.classId], visit.today, deps.random)
  return issue(
    visit,
    deps,
    slips.filter(({ childId }) => childId === child.id),
    visit.lang,
    child.id,
  )
}

/** Stores the codes, then hands out the file: it is written nowhere and cannot be had a second time. */
const issue = async (
  { c, actor, now }: Visit,
  deps: ConsoleDeps,
  slips: readonly DrawnSlip[],
  lang: Lang,
  subject: string,
): Promise<Response> => {
  const sheet = slipSheet(slips, linkOf(deps), lang)
  await deps.audit.write([{ event: 'SlipsPrinted', actor: actor.staffId, subject, content: { slips: slips.length } }])
  await storeSlips(deps.db, slips, {
    lookup: code => deps.keys.lookup('invitation', code),
    now,
    actor: { kind: 'staff', id: actor.staffId },
  })
  return c.body(sheet, 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Disposition': 'attachment; filename="wanling-slips.html"',
  })
}

const linkOf = ({ publicUrl }: ConsoleDeps): StartLink => ({ way: 'web', url: publicUrl })
