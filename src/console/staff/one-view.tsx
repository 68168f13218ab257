import type { Child } from 'hono/jsx'
import type { Keys } from '../../db/keys.ts'
import { type Draft, Form, FormNotice, opened, SelectField, TextField } from '../form.tsx'
import { consolePath, type Html, type Visit } from '../page.ts'
import { consoleWords } from '../words.ts'
import type { StaffRefusal } from './change.ts'
import { lastDay } from './desk.ts'
import type { Offer } from './offers.ts'
import type { Candidate, StaffCard } from './read.ts'
import { staffWords } from './words.ts'

/** The forms of the page that keep what was typed. */
export type FormName = 'give' | 'leave' | 'name' | 'other'
export type Drafts = Partial<Record<FormName, Draft>>

export interface Shown {
  visit: Visit
  keys: Keys
  member: StaffCard
  /** Why this person is only looked at. */
  no: StaffRefusal | undefined
  offers: readonly Offer[]
  candidates: readonly Candidate[]
  names: ReadonlyMap<string, string>
  forms: Drafts
  back: string
}

/** The page of one staff member. */
export const oneView = (shown: Shown): Html => {
  const { visit, member, no, forms } = shown
  return (
    <>
      <p>
        <a class="back" href={shown.back}>
          {staffWords[visit.lang].menu}
        </a>
      </p>
      <h1>{member.name}</h1>
      <p class="lead">{member.email}</p>
      {no ? <p class="notice">{whyText(visit, no)}</p> : null}
      <FormNotice draft={forms.other ?? opened()} visit={visit} />
      <Roles {...shown} />
      <Leaves {...shown} />
      {no ? null : <Access {...shown} />}
    </>
  )
}

const whyText = ({ lang }: Visit, { refused }: StaffRefusal): string => {
  const words = staffWords[lang]
  return refused === 'yourself' ? words.one.mine : refused === 'not yours' ? words.one.notMine : words.refused[refused]
}

/** A form about this person: it carries the version that it was shown with. */
const Deed = ({ shown, path, draft, children }: { shown: Shown; path: string; draft?: Draft; children?: Child }) => (
  <Form visit={shown.visit} keys={shown.keys} action={consolePath(`/staff/:staff${path}`, { staff: shown.member.id })}>
    <input type="hidden" name="version" value={draft?.typed.version ?? String(shown.member.version)} />
    {children}
  </Form>
)

const Roles = (shown: Shown) => {
  const { visit, member, no, offers, names } = shown
  const words = staffWords[visit.lang].one
  const draft = shown.forms.give ?? opened()
  return (
    <section class="card">
      <h2>{words.roles}</h2>
      {member.roles.length === 0 ? <p>{words.noRoles}</p> : null}
      <ul class="lines" hidden={member.roles.length === 0}>
        {member.roles.map(({ role, unit, from, until }) => {
          const label = `${consoleWords[visit.lang].role[role]} · ${names.get(unit) ?? ''}`
          return (
            <li>
              <strong>{label}</strong>
              <span class="soft">
                {[from > visit.today ? words.from(from) : '', until ? words.until(lastDay(until)) : words.always]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {no ? null : (
                <Deed shown={shown} path="/roles/end">
                  <input type="hidden" name="offer" value={`${role}@${unit}`} />
                  <button type="submit" class="plain" aria-label={words.endOf(label)}>
                    {words.end}
                  </button>
                </Deed>
              )}
            </li>
          )
        })}
      </ul>
      {no || offers.length === 0 ? null : (
        <>
          <h3>{words.give}</h3>
          <FormNotice draft={draft} visit={visit} />
          <Deed shown={shown} path="/roles" draft={draft}>
            <div class="row">
              <SelectField
                draft={draft}
                visit={visit}
                name="offer"
                label={staffWords[visit.lang].add.offer}
                options={offers}
              />
              <TextField draft={draft} visit={visit} name="from" label={staffWords[visit.lang].add.from} type="date" />
              <TextField
                draft={draft}
                visit={visit}
                name="until"
                label={staffWords[visit.lang].add.until}
                type="date"
              />
              <button type="submit" class="quiet">
                {words.giveSubmit}
              </button>
            </div>
          </Deed>
        </>
      )}
    </section>
  )
}

const Leaves = (shown: Shown) => {
  const { visit, member, no, candidates } = shown
  const words = staffWords[visit.lang].one
  const draft = shown.forms.leave ?? opened()
  const options = candidates.map(({ id, name }) => ({ value: id, label: name }))
  if (no && member.leaves.length === 0) return null
  return (
    <section class="card">
      <h2>{words.leave}</h2>
      <p class="soft">{words.leaveLead}</p>
      <ul class="lines" hidden={member.leaves.length === 0}>
        {member.leaves.map(({ id, standInName, from, until }) => (
          <li>
            <strong>{words.leaveLine(standInName, from, lastDay(until))}</strong>
            {no ? null : (
              <Deed shown={shown} path="/leave/cancel">
                <input type="hidden" name="leave" value={id} />
                <button type="submit" class="plain" aria-label={words.cancelOf(standInName)}>
                  {words.cancel}
                </button>
              </Deed>
            )}
          </li>
        ))}
      </ul>
      {no || options.length === 0 ? null : (
        <Deed shown={shown} path="/leave" draft={draft}>
          <FormNotice draft={draft} visit={visit} />
          <div class="row">
            <SelectField draft={draft} visit={visit} name="standIn" label={words.standIn} options={options} />
            <TextField draft={draft} visit={visit} name="leaveFrom" label={words.leaveFrom} type="date" />
            <TextField draft={draft} visit={visit} name="leaveUntil" label={words.leaveUntil} type="date" />
            <button type="submit" class="quiet">
              {words.leaveSubmit}
            </button>
          </div>
        </Deed>
      )}
    </section>
  )
}

const Access = (shown: Shown) => {
  const { visit, member } = shown
  const words = staffWords[visit.lang].one
  const draft = shown.forms.name ?? opened()
  return (
    <section class="card">
      <h2>{words.access}</h2>
      <p>{member.hasCode ? words.hasCode : words.noCode}</p>
      <FormNotice draft={draft} visit={visit} />
      <Deed shown={shown} path="/name" draft={draft}>
        <div class="row">
          <TextField draft={draft} visit={visit} name="name" label={words.rename} />
          <button type="submit" class="quiet">
            {words.renameSubmit}
          </button>
        </div>
      </Deed>
      <Deed shown={shown} path="/password">
        <p class="hint">{words.resetHint}</p>
        {member.hasCode ? (
          <p>
            <label>
              <input type="checkbox" name="withCode" value="yes" />
              {words.withCode}
            </label>
          </p>
        ) : null}
        <p>
          <button type="submit" class="quiet">
            {words.reset}
          </button>
        </p>
      </Deed>
      <Deed shown={shown} path="/off">
        <p class="hint">{words.offHint}</p>
        <button type="submit" class="danger">
          {words.off_}
        </button>
      </Deed>
    </section>
  )
}
