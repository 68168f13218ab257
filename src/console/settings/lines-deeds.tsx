import * as z from 'zod'
import type { Statement } from '../../db/statement.ts'
import { changedMeanwhile, field, readForm, refused } from '../form.tsx'
import { type ConsoleDeps, type Page, theCounty, type View, type Visit } from '../page.ts'
import { notFound } from '../refusals.tsx'
import { guarded, saved } from '../save.ts'
import { LINE_PATH, LINES_PATH, linesPage, showLines } from './lines-page.tsx'
import { type HelpLine, lineStandsAt, putHelpLine, readHelpLines, removeHelpLine } from './lines-read.ts'
import { settingsWords } from './words.ts'

/** The local numbers and every form of their page. */
export const linesPages = (deps: ConsoleDeps): Page[] => [
  linesPage(deps),
  post(LINES_PATH, visit => write(visit, deps, undefined)),
  post(LINE_PATH, visit => withLine(visit, deps, line => write(visit, deps, line))),
  post(`${LINE_PATH}/called`, visit =>
    withLine(visit, deps, line => {
      const called = { ...line, verifiedOn: visit.today, version: line.version + 1 }
      return put(visit, deps, 'HelpLineCalled', line, [putHelpLine(called, visit.unit.id, visit.now)], 'called')
    }),
  ),
  post(`${LINE_PATH}/remove`, visit =>
    withLine(visit, deps, line => put(visit, deps, 'HelpLineRemoved', line, [removeHelpLine(line.id)], 'removed')),
  ),
]

const post = (path: string, answer: Page['answer']): Page => ({
  method: 'POST',
  path,
  action: 'settings.change',
  unit: theCounty,
  answer,
})

const withLine = async (
  visit: Visit,
  deps: ConsoleDeps,
  work: (line: HelpLine) => Promise<View | Response>,
): Promise<View | Response> => {
  const line = (await readHelpLines(deps.db, visit.unit.id)).find(one => one.id === visit.params.line)
  return line ? work(line) : notFound(visit.lang)
}

const shape = z.object({
  version: field.version,
  number: field.text(24),
  owner: field.text(60),
  hours: field.text(60),
  purpose: field.text(60),
  verifiedOn: field.optionalDate,
})

/** Adds a number, or changes one. */
const write = async (visit: Visit, deps: ConsoleDeps, line: HelpLine | undefined): Promise<View | Response> => {
  const words = settingsWords[visit.lang].lines
  const again = (draft: Parameters<typeof showLines>[2], status: 409 | 422) => showLines(visit, deps, draft, status)
  const read = readForm(visit.form, shape)
  if ('draft' in read) return again({ line: line?.id, draft: read.draft }, 422)
  const { version, verifiedOn, ...rest } = read.data
  if (!/^\+?[\d -]{3,20}$/.test(rest.number))
    return again({ line: line?.id, draft: refused(visit.form, { number: { say: words.badNumber } }) }, 422)
  if (verifiedOn > visit.today)
    return again({ line: line?.id, draft: refused(visit.form, { verifiedOn: { say: words.future } }) }, 422)
  const next: HelpLine = {
    ...rest,
    id: line?.id ?? deps.newId(),
    // A number that was changed has not been called, whatever day stood beside the old one.
    verifiedOn: line && line.number !== rest.number && verifiedOn === line.verifiedOn ? null : verifiedOn || null,
    version: version + 1,
  }
  const statements = [putHelpLine(next, visit.unit.id, visit.now)]
  return line
    ? put(visit, deps, 'HelpLineChanged', { ...next, version }, statements, 'changed')
    : add(visit, deps, next, statements)
}

const add = async (visit: Visit, deps: ConsoleDeps, line: HelpLine, statements: Statement[]): Promise<Response> => {
  await saved(deps.audit, [entry(visit, 'HelpLineAdded', line)], statements)
  return visit.c.redirect(`/console${LINES_PATH}?done=added`, 303)
}

/** Writes if nobody was faster since the form was opened; `line.version` is the one that the form was opened at. */
const put = async (
  visit: Visit,
  deps: ConsoleDeps,
  event: string,
  line: HelpLine,
  statements: Statement[],
  done: string,
): Promise<View | Response> => {
  const openedAt = Number(visit.form.version)
  const guard = lineStandsAt(line.id, visit.unit.id, Number.isInteger(openedAt) ? openedAt : -1)
  if (await saved(deps.audit, [entry(visit, event, line)], guarded(guard, statements)))
    return visit.c.redirect(`/console${LINES_PATH}?done=${done}`, 303)
  const newest = (await readHelpLines(deps.db, visit.unit.id)).find(one => one.id === line.id)
  if (!newest) return notFound(visit.lang)
  return showLines(visit, deps, { line: newest.id, draft: changedMeanwhile(visit.form, newest.version) }, 409)
}

const entry = ({ actor }: Visit, event: string, line: HelpLine) => ({
  event,
  actor: actor.staffId,
  subject: line.id,
  content: line,
})
