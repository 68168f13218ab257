import * as z from 'zod'
import { addDays, daysBetween, weekdayOf } from '../../calendar/index.ts'
import type { Judgement } from '../../calendar/judge.ts'
import { readCountyCalendar } from '../../roster/county-calendar.ts'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, SelectField, TextField } from '../form.tsx'
import { Done } from '../notice.tsx'
import { type ConsoleDeps, consolePath, type Page, theCounty, type View, type Visit } from '../page.ts'
import { saved } from '../save.ts'
import {
  type CalendarChange,
  type DayPreview,
  type KnownOverride,
  previewOf,
  putChange,
  readChanges,
  removeChange,
} from './calendar-read.ts'
import { settingsWords } from './words.ts'

const PATH = '/calendar'
const PREVIEW = '/calendar/preview'
const REMOVE = '/calendar/:day/remove'
const MOST_DAYS = 31
/** Days gone by that the list still shows. */
const LOOK_BACK = 60

/** Days on which the whole county decides otherwise: seen as they would be before they are written. */
export const calendarPages = (deps: ConsoleDeps): Page[] => [
  {
    method: 'GET',
    path: PATH,
    action: 'calendar.change',
    unit: theCounty,
    menu: { zh: settingsWords.zh.calendar.menu, en: settingsWords.en.calendar.menu },
    answer: visit => list(visit, deps, opened({ from: visit.today, what: 'off' })),
  },
  post(PREVIEW, visit => readThen(visit, deps, change => preview(visit, deps, change))),
  post(PATH, visit => readThen(visit, deps, change => save(visit, deps, change))),
  post(REMOVE, async visit => {
    const day = visit.params.day ?? ''
    const entry = { event: 'CalendarChangeUndone', actor: visit.actor.staffId, subject: day }
    await saved(deps.audit, [entry], [removeChange(visit.unit.id, day)])
    return visit.c.redirect(`/console${PATH}?done=removed`, 303)
  }),
]

const post = (path: string, answer: Page['answer']): Page => ({
  method: 'POST',
  path,
  action: 'calendar.change',
  unit: theCounty,
  answer,
})

const shape = z.object({
  from: field.date,
  until: field.optionalDate,
  what: field.oneOf(['on', 'off']),
  reason: field.text(40),
  again: field.optional(3),
})

const readThen = async (
  visit: Visit,
  deps: ConsoleDeps,
  work: (change: CalendarChange) => Promise<View | Response>,
): Promise<View | Response> => {
  const words = settingsWords[visit.lang].calendar
  const again = async (draft: Draft): Promise<View> => ({ ...(await list(visit, deps, draft)), status: 422 })
  const read = readForm(visit.form, shape)
  if ('draft' in read) return again(read.draft)
  const { from, what, reason } = read.data
  const until = read.data.until || from
  if (until < from) return again(refused(visit.form, { until: { say: words.order } }))
  if (daysBetween(from, until) >= MOST_DAYS) return again(refused(visit.form, { until: { say: words.long } }))
  if (read.data.again === 'yes') return list(visit, deps, refused(visit.form, {}))
  return work({ from, until, schoolDay: what === 'on', reason })
}

const save = async (visit: Visit, deps: ConsoleDeps, change: CalendarChange): Promise<Response> => {
  const entry = { event: 'CalendarChanged', actor: visit.actor.staffId, subject: change.from, content: change }
  await saved(deps.audit, [entry], putChange(change, visit.unit.id, visit.actor.staffId, visit.now))
  return visit.c.redirect(`/console${PATH}?done=saved`, 303)
}

const list = async (visit: Visit, deps: ConsoleDeps, draft: Draft): Promise<View> => {
  const words = settingsWords[visit.lang].calendar
  const { overrides, terms } = await readChanges(deps.db, visit.unit.id, addDays(visit.today, -LOOK_BACK))
  const done = visit.c.req.query('done')
  const common = { visit, draft }
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <Done text={done === 'saved' ? words.done.saved : done === 'removed' ? words.done.removed : undefined} />
        <p class="lead">{words.lead}</p>
        <Form visit={visit} keys={deps.keys} action={`/console${PREVIEW}`} class="card">
          <FormNotice draft={draft} visit={visit} />
          <div class="row">
            <TextField {...common} name="from" label={words.from} type="date" />
            <TextField {...common} name="until" label={words.until} hint={words.untilHint} type="date" />
          </div>
          <SelectField
            {...common}
            name="what"
            label={words.what}
            options={[
              { value: 'off', label: words.isOff },
              { value: 'on', label: words.isOn },
            ]}
          />
          <TextField {...common} name="reason" label={words.reason} hint={words.reasonHint} />
          <button type="submit">{words.preview}</button>
        </Form>
        {overrides.length === 0 ? <p>{words.none}</p> : <Overrides visit={visit} deps={deps} overrides={overrides} />}
        <h2>{words.terms}</h2>
        {terms.length === 0 ? <p>{words.noTerms}</p> : null}
        <ul class="desks">
          {terms.map(({ name, from, until }) => (
            <li>{words.term(name, from, until)}</li>
          ))}
        </ul>
      </>
    ),
  }
}

const Overrides = ({ visit, deps, overrides }: { visit: Visit; deps: ConsoleDeps; overrides: KnownOverride[] }) => {
  const words = settingsWords[visit.lang].calendar
  return (
    <div class="scroll">
      <table>
        <caption>{words.caption}</caption>
        <tbody>
          {overrides.map(({ date, schoolDay, reason }) => (
            <tr>
              <th scope="row">{dated(date, visit)}</th>
              <td>{schoolDay ? words.schoolDay : words.noSchool}</td>
              <td>{reason}</td>
              <td>
                <Form visit={visit} keys={deps.keys} action={consolePath(REMOVE, { day: date })}>
                  <button type="submit" class="plain" aria-label={words.removeOf(date)}>
                    {words.remove}
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

const dated = (day: string, { lang }: Visit): string =>
  `${day} ${settingsWords[lang].calendar.weekdays[weekdayOf(day) - 1] ?? ''}`

const preview = async (visit: Visit, deps: ConsoleDeps, change: CalendarChange): Promise<View> => {
  const words = settingsWords[visit.lang].calendar
  const days = previewOf(await readCountyCalendar(deps.db), change, visit.unit.id)
  return {
    title: words.previewTitle,
    body: (
      <>
        <h1>{words.previewTitle}</h1>
        <p class="lead">{change.reason}</p>
        <div class="scroll">
          <table>
            <caption>{words.previewCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
                <th scope="col">{words.night}</th>
              </tr>
            </thead>
            <tbody>
              {days.map(day => (
                <PreviewRow visit={visit} day={day} />
              ))}
            </tbody>
          </table>
        </div>
        <div class="actions">
          <Form visit={visit} keys={deps.keys} action={`/console${PATH}`}>
            <Kept change={change} />
            <button type="submit">{words.confirm}</button>
          </Form>
          <Form visit={visit} keys={deps.keys} action={`/console${PREVIEW}`}>
            <Kept change={change} />
            <input type="hidden" name="again" value="yes" />
            <button type="submit" class="quiet">
              {words.back}
            </button>
          </Form>
        </div>
      </>
    ),
  }
}

const PreviewRow = ({ visit, day }: { visit: Visit; day: DayPreview }) => {
  const words = settingsWords[visit.lang].calendar
  const said = ({ value, provisional }: Judgement) =>
    `${value ? words.schoolDay : words.noSchool}${provisional ? words.provisional : ''}`
  const night = ({ value }: Judgement) => (value ? words.schoolNight : words.freeNight)
  const isSame = day.before.value === day.after.value
  return (
    <tr>
      <th scope="row">{dated(day.day, visit)}</th>
      <td>{said(day.before)}</td>
      <td>{isSame ? <span class="soft">{words.same}</span> : <strong>{said(day.after)}</strong>}</td>
      <td>
        {night(day.nightAfter)}
        {day.nightAfter.value === day.nightBefore.value ? null : (
          <small class="soft">{` ← ${night(day.nightBefore)}`}</small>
        )}
      </td>
    </tr>
  )
}

const Kept = ({ change }: { change: CalendarChange }) => (
  <>
    <input type="hidden" name="from" value={change.from} />
    <input type="hidden" name="until" value={change.until} />
    <input type="hidden" name="what" value={change.schoolDay ? 'on' : 'off'} />
    <input type="hidden" name="reason" value={change.reason} />
  </>
)
