import * as z from 'zod'
import { type Draft, Form, FormNotice, field, opened, readForm, refused, SelectField, TextField } from '../form.tsx'
import { type ConsoleDeps, consolePath, type Page, unitInPath, type View, type Visit } from '../page.ts'
import { readUnit } from '../unit.ts'
import { afterLast, makePassword, writeStaff } from './desk.ts'
import { passwordView } from './hand-out.tsx'
import { type Offer, offerOf, readOffers } from './offers.ts'
import { findStaff, readStaff } from './read.ts'
import { addStaff } from './rules.ts'
import { staffWords } from './words.ts'

const PATH = '/u/:unit/staff/new'

const shape = z.object({
  name: field.text(40),
  email: field.email,
  offer: field.text(200),
  from: field.date,
  until: field.optionalDate,
})

/** Opens an account with its first role. */
export const staffAddPages = (deps: ConsoleDeps): Page[] => {
  const common = { path: PATH, action: 'staff.change', unit: unitInPath('county', 'school') } as const
  return [
    { method: 'GET', ...common, answer: visit => view(visit, deps, opened({ from: visit.today })) },
    { method: 'POST', ...common, answer: visit => add(visit, deps) },
  ]
}

const add = async (visit: Visit, deps: ConsoleDeps): Promise<View> => {
  const again = (draft: Draft) => view(visit, deps, draft, 422)
  const read = readForm(visit.form, shape)
  if ('draft' in read) return again(read.draft)
  const { name, email, from, until } = read.data
  const offer = offerOf(read.data.offer)
  const unit = offer && (await readUnit(deps.db, offer.unit))
  if (!offer || !unit?.within.includes(visit.unit.id)) return again(refused(visit.form, { offer: 'choice' }))
  const words = staffWords[visit.lang]
  const knownId = await findStaff(deps.db, email)
  const known = knownId ? await readStaff(deps.db, knownId, visit.today) : undefined
  const { password, hash } = await makePassword(deps)
  const newcomer = { id: deps.newId(), countyId: visit.unit.within[0] ?? '', name, email, loginId: deps.newId(), hash }
  const decided = addStaff(visit.actor, newcomer, known, { ...offer, from, until: afterLast(until) }, unit)
  if (!Array.isArray(decided)) {
    const say = words.refused[decided.refused]
    return again(
      refused(visit.form, decided.refused === 'taken' ? { email: { say: words.add.taken } } : { '': { say } }),
    )
  }
  if (!(await writeStaff(deps, visit.actor.staffId, decided, known?.version))) {
    return again(refused(visit.form, { email: { say: words.add.taken } }))
  }
  return passwordView(visit.lang, name, password, consolePath('/staff/:staff', { staff: decided[0]?.subject ?? '' }))
}

const view = async (visit: Visit, deps: ConsoleDeps, draft: Draft, status: View['status'] = 200): Promise<View> => {
  const words = staffWords[visit.lang].add
  const offers = await readOffers(deps.db, visit.actor, visit.unit, visit.today, visit.lang)
  const shared = { draft, visit }
  return {
    title: words.title,
    status,
    body: (
      <div class="narrow">
        <h1>{words.title}</h1>
        <FormNotice {...shared} />
        <Form visit={visit} keys={deps.keys} action={consolePath(PATH, { unit: visit.unit.id })} class="card">
          <TextField {...shared} name="name" label={words.name} />
          <TextField {...shared} name="email" label={words.email} hint={words.emailHint} type="email" />
          <SelectField {...shared} name="offer" label={words.offer} options={offers.map(optionOf)} />
          <TextField {...shared} name="from" label={words.from} type="date" />
          <TextField {...shared} name="until" label={words.until} hint={words.untilHint} type="date" />
          <button type="submit">{words.submit}</button>
        </Form>
      </div>
    ),
  }
}

const optionOf = ({ value, label }: Offer) => ({ value, label })
