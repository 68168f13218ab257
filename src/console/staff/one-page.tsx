import { type Draft, opened } from '../form.tsx'
import { type ConsoleDeps, consolePath, type Page, type View, type Visit } from '../page.ts'
import { can } from '../roles.ts'
import { readUnit } from '../unit.ts'
import { readUnitNames } from '../unit-names.ts'
import { readOffers } from './offers.ts'
import { type Drafts, type FormName, oneView } from './one-view.tsx'
import { readCandidates, readStaff, unitOfStaff } from './read.ts'
import { whyNot } from './rules.ts'

/** A page about one staff member stands in the smallest unit around all of their roles. */
export const aboutStaff: Page['unit'] = (db, { staff = '' }, today) => unitOfStaff(db, staff, today)

/** One staff member: roles, leave, sign-in. */
export const staffPage = (deps: ConsoleDeps): Page => ({
  method: 'GET',
  path: '/staff/:staff',
  action: 'staff.read',
  unit: aboutStaff,
  answer: visit => showStaff(visit, deps, {}),
})

/** The page, with one of its forms as it was sent. */
export const showStaff = async (
  visit: Visit,
  deps: ConsoleDeps,
  draft: { name?: FormName; draft?: Draft },
  status: View['status'] = 200,
): Promise<View> => {
  const { today, lang, actor } = visit
  const member = await readStaff(deps.db, visit.params.staff ?? '', today)
  // It was there a moment ago, when the unit was looked up.
  if (!member) throw new TypeError('a staff member is gone')
  const unit = await deskUnit(visit, deps)
  const offers = await readOffers(deps.db, actor, unit, today, lang)
  const candidates = await readCandidates(deps.db, visit.unit, today)
  const names = await readUnitNames(
    deps.db,
    member.roles.map(held => held.unit),
    today,
    lang,
  )
  const forms: Drafts = {
    give: opened({ from: today }),
    leave: opened({ from: today }),
    name: opened({ name: member.name }),
  }
  if (draft.name && draft.draft) forms[draft.name] = draft.draft
  return {
    status,
    title: member.name,
    body: oneView({
      visit,
      keys: deps.keys,
      member,
      no: whyNot(actor, member),
      offers,
      candidates: candidates.filter(({ id }) => id !== member.id && id !== actor.staffId),
      names,
      forms,
      back: listOf(unit.id),
    }),
  }
}

const listOf = (unit: string): string => consolePath('/u/:unit/staff', { unit })

/** The school or county whose roles are offered: people are managed there, not in a class. */
const deskUnit = async ({ unit }: Visit, { db }: ConsoleDeps) => {
  const id = unit.within[1] ?? unit.within[0] ?? ''
  return (await readUnit(db, id)) ?? unit
}

/** Where one is afterwards: on the person's page, or on the list when the person has left one's own unit. */
export const afterwards = async (visit: Visit, deps: ConsoleDeps): Promise<string> => {
  const staff = visit.params.staff ?? ''
  const unit = await unitOfStaff(deps.db, staff, visit.today)
  return unit && can(visit.actor, 'staff.read', unit)
    ? consolePath('/staff/:staff', { staff })
    : listOf(visit.unit.within[1] ?? visit.unit.within[0] ?? '')
}
