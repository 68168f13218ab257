import { addDays } from '../../calendar/index.ts'
import { type Draft, Form, FormNotice, opened, TextField } from '../form.tsx'
import { Done } from '../notice.tsx'
import { type ConsoleDeps, consolePath, type Page, theCounty, type View, type Visit } from '../page.ts'
import { type HelpLine, readHelpLines } from './lines-read.ts'
import { settingsWords } from './words.ts'

export const LINES_PATH = '/lines'
export const LINE_PATH = '/lines/:line'

/** A test call counts for this long. */
const FRESH_DAYS = 183

/** Which form of the page is open, and with what in it. */
export interface OpenForm {
  /** The number that is being changed; undefined for the form that adds one. */
  line?: string
  draft: Draft
}

/** The county's own numbers, each with who answers, when, and when somebody last called it. */
export const linesPage = (deps: ConsoleDeps): Page => ({
  method: 'GET',
  path: LINES_PATH,
  action: 'settings.change',
  unit: theCounty,
  menu: { zh: settingsWords.zh.lines.menu, en: settingsWords.en.lines.menu },
  answer: visit => showLines(visit, deps),
})

/** The page, with one of its forms as it was sent. */
export const showLines = async (
  visit: Visit,
  deps: ConsoleDeps,
  form?: OpenForm,
  status: View['status'] = 200,
): Promise<View> => {
  const words = settingsWords[visit.lang].lines
  const lines = await readHelpLines(deps.db, visit.unit.id)
  const wanted = form ? form.line : visit.c.req.query('change')
  const changing = lines.find(line => line.id === wanted)
  const done = visit.c.req.query('done') ?? ''
  return {
    status,
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <Done
          text={
            Object.hasOwn(words.done, done) ? Object.entries(words.done).find(([key]) => key === done)?.[1] : undefined
          }
        />
        <p class="lead">{words.lead}</p>
        {lines.length === 0 ? <p>{words.none}</p> : <Lines visit={visit} deps={deps} lines={lines} />}
        {changing ? (
          <Edit visit={visit} deps={deps} line={changing} draft={form?.draft ?? opened(typedOf(changing))} />
        ) : (
          <Edit visit={visit} deps={deps} draft={form?.draft ?? opened({})} />
        )}
      </>
    ),
  }
}

const typedOf = ({ number, owner, hours, purpose, verifiedOn, version }: HelpLine): Record<string, string> => ({
  number,
  owner,
  hours,
  purpose,
  verifiedOn: verifiedOn ?? '',
  version: String(version),
})

const Lines = ({ visit, deps, lines }: { visit: Visit; deps: ConsoleDeps; lines: HelpLine[] }) => {
  const words = settingsWords[visit.lang].lines
  return (
    <div class="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.owner}</th>
            <th scope="col">{words.purpose}</th>
            <th scope="col">{words.verified}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">
                <span class="code">{line.number}</span>
                <br />
                <a href={`/console${LINES_PATH}?change=${encodeURIComponent(line.id)}#change`}>{words.change}</a>
              </th>
              <td>
                {line.owner}
                <br />
                <small class="soft">{line.hours}</small>
              </td>
              <td>{line.purpose}</td>
              <td>
                <Verified visit={visit} line={line} />
                <Form visit={visit} keys={deps.keys} action={consolePath(`${LINE_PATH}/called`, { line: line.id })}>
                  <input type="hidden" name="version" value={String(line.version)} />
                  <button type="submit" class="plain" aria-label={words.calledOf(line.number)}>
                    {words.called}
                  </button>
                </Form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Verified = ({ visit, line }: { visit: Visit; line: HelpLine }) => {
  const words = settingsWords[visit.lang].lines
  if (!line.verifiedOn) return <span class="tag is-wrong">{words.never}</span>
  if (line.verifiedOn >= addDays(visit.today, -FRESH_DAYS)) return <span class="tag">{line.verifiedOn}</span>
  return <span class="tag is-wrong">{`${line.verifiedOn} · ${words.stale}`}</span>
}

const Edit = ({ visit, deps, line, draft }: { visit: Visit; deps: ConsoleDeps; line?: HelpLine; draft: Draft }) => {
  const words = settingsWords[visit.lang].lines
  const action = line ? consolePath(LINE_PATH, { line: line.id }) : `/console${LINES_PATH}`
  const common = { visit, draft }
  return (
    <section class="card" id="change">
      <h2>{line ? words.changeTitle(line.number) : words.add}</h2>
      <Form visit={visit} keys={deps.keys} action={action}>
        <FormNotice draft={draft} visit={visit} />
        <input type="hidden" name="version" value={draft.typed.version ?? '0'} />
        <TextField {...common} name="number" label={words.number} type="tel" />
        <TextField {...common} name="owner" label={words.owner} hint={words.ownerHint} />
        <TextField {...common} name="hours" label={words.hours} hint={words.hoursHint} />
        <TextField {...common} name="purpose" label={words.purpose} hint={words.purposeHint} />
        <TextField {...common} name="verifiedOn" label={words.verified} type="date" />
        <button type="submit">{line ? words.save : words.addSubmit}</button>
      </Form>
      {line ? (
        <Form visit={visit} keys={deps.keys} action={consolePath(`${LINE_PATH}/remove`, { line: line.id })}>
          <input type="hidden" name="version" value={String(line.version)} />
          <button type="submit" class="danger">
            {words.remove}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
