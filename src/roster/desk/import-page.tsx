import * as z from 'zod'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, TextField } from '../../console/form.tsx'
import { type ConsoleDeps, consolePath, type Page, unitInPath, type View, type Visit } from '../../console/page.ts'
import { rosterLimits } from '../import/limits.ts'
import type { ImportOutcome, ImportRequest } from '../import-roster.ts'
import { type ImportTold, tellOutcome } from './import-told.ts'
import { unitName } from './list-pages.tsx'
import { deskWords } from './words.ts'

const PATH = '/u/:unit/roster/import'
/** Beside the file stand the other fields and what a browser puts around each. */
const AROUND = 16 * 1024

/** Carries out an import for a staff member of one school; `onlySchool` is its id. */
export type ImportForSchool = (request: ImportRequest, staffId: string) => Promise<ImportOutcome>

/** A school's roster from a sheet: looked at first, then imported whole or not at all. */
export const importPages = (deps: ConsoleDeps, importFor: ImportForSchool): Page[] => [
  {
    method: 'GET',
    path: PATH,
    action: 'roster.change',
    unit: unitInPath('school'),
    answer: visit => view(visit, deps, opened({})),
  },
  {
    method: 'POST',
    path: PATH,
    action: 'roster.change',
    unit: unitInPath('school'),
    largest: rosterLimits.bytes + AROUND,
    answer: visit => take(visit, deps, importFor),
  },
]

const rows = z
  .string()
  .trim()
  .default('')
  .refine(text => text === '' || /^[1-9]\d*([,，、\s]+[1-9]\d*)*$/.test(text), 'wrong')
  .transform(text => new Set(text === '' ? [] : text.split(/[,，、\s]+/).map(Number)))

const shape = z.object({
  sheet: field.optional(40),
  leave: z.literal('yes').optional(),
  same: rows,
  fresh: rows,
  how: field.oneOf(['try', 'import']),
})

const take = async (visit: Visit, deps: ConsoleDeps, importFor: ImportForSchool): Promise<View> => {
  const words = deskWords[visit.lang].import
  const again = async (draft: Draft): Promise<View> => ({ ...(await view(visit, deps, draft)), status: 422 })
  const read = readForm(visit.form, shape)
  if ('draft' in read) return again(read.draft)
  const { file } = visit.form
  if (!(file instanceof File) || file.size === 0) return again(refused(visit.form, { file: { say: words.needsFile } }))
  const { sheet, same, fresh, leave, how } = read.data
  const school = await unitName(visit, deps)
  const told = { name: file.name, lang: visit.lang, dryRun: how === 'try', leaveMissing: leave === 'yes' }
  const request: ImportRequest = {
    bytes: new Uint8Array(await file.arrayBuffer()),
    school,
    onlySchool: visit.unit.id,
    answers: { same, fresh },
    leaveMissing: told.leaveMissing,
    dryRun: told.dryRun,
    ...(sheet === '' ? {} : { sheet }),
  }
  const outcome = await importFor(request, visit.actor.staffId).catch(() => undefined)
  if (outcome && !('refused' in outcome) && !told.dryRun) {
    const content = { ...outcome.counts }
    await deps.audit.write([{ event: 'RosterImported', actor: visit.actor.staffId, subject: visit.unit.id, content }])
  }
  return view(visit, deps, refused(visit.form, {}), tellOutcome(outcome, told))
}

const view = async (visit: Visit, deps: ConsoleDeps, draft: Draft, told?: ImportTold): Promise<View> => {
  const words = deskWords[visit.lang].import
  const common = { visit, draft }
  return {
    title: words.title,
    status: told?.isRefused ? 422 : 200,
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{await unitName(visit, deps)}</p>
        {told ? <Told told={told} /> : null}
        <p>{words.lead}</p>
        <Form visit={visit} keys={deps.keys} action={consolePath(PATH, { unit: visit.unit.id })} class="card" upload>
          <FormNotice draft={draft} visit={visit} />
          <FileField draft={draft} visit={visit} />
          <TextField {...common} name="sheet" label={words.sheet} hint={words.sheetHint} />
          <TextField {...common} name="same" label={words.same} hint={words.sameHint} />
          <TextField {...common} name="fresh" label={words.fresh} hint={words.sameHint} />
          <p class="field">
            <label>
              <input type="checkbox" name="leave" value="yes" checked={draft.typed.leave === 'yes'} />
              {words.leave}
            </label>
          </p>
          <div class="actions">
            <button type="submit" name="how" value="try">
              {words.try}
            </button>
            <button type="submit" name="how" value="import" class="quiet">
              {words.submit}
            </button>
          </div>
        </Form>
      </>
    ),
  }
}

const FileField = ({ draft, visit }: { draft: Draft; visit: Visit }) => {
  const words = deskWords[visit.lang].import
  const isWrong = draft.faults.file !== undefined
  return (
    <div class={isWrong ? 'field is-wrong' : 'field'}>
      <label for="f-file">{words.file}</label>
      <p class="hint" id="h-file">
        {words.fileHint}
      </p>
      <input
        id="f-file"
        name="file"
        type="file"
        accept=".xlsx,.csv,text/csv"
        aria-describedby="h-file"
        aria-invalid={isWrong ? 'true' : undefined}
      />
    </div>
  )
}

const Told = ({ told }: { told: ImportTold }) => (
  <div class={told.isRefused ? 'notice is-wrong' : 'notice is-good'} role={told.isRefused ? 'alert' : 'status'}>
    <p>{told.title}</p>
    <ul>
      {told.lines.map(line => (
        <li>{line}</li>
      ))}
    </ul>
    {told.after ? <p>{told.after}</p> : null}
  </div>
)
