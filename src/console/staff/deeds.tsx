import * as z from 'zod'
import { changedMeanwhile, field, readForm, refused } from '../form.tsx'
import { type ConsoleDeps, consolePath, type Page, type View, type Visit } from '../page.ts'
import { readUnit } from '../unit.ts'
import type { StaffChange, StaffRefusal } from './change.ts'
import { afterLast, makePassword, writeStaff } from './desk.ts'
import { passwordView } from './hand-out.tsx'
import { offerOf } from './offers.ts'
import { aboutStaff, afterwards, showStaff } from './one-page.tsx'
import type { FormName } from './one-view.tsx'
import { readStaff, type StaffCard } from './read.ts'
import { arrangeLeave, endRole, giveRole, manage, turnOff } from './rules.ts'
import { staffWords } from './words.ts'

type Decided = StaffChange[] | StaffRefusal

/** One thing that is done to a staff member by a form of their page. */
interface Deed<T> {
  path: string
  /** The form that keeps what was typed. */
  form: FormName
  shape: z.ZodType<T>
  decide: (data: T, member: StaffCard, visit: Visit) => Promise<Decided> | Decided
  /** The field that a refusal is about; the form as a whole unless said. */
  field?: string
  /** What is shown when it is done; the person's page unless said. */
  done?: (member: StaffCard, visit: Visit) => View
}

const version = { version: field.version }

/** Every form of a staff member's page. */
export const staffDeedPages = (deps: ConsoleDeps): Page[] => [
  deed(deps, {
    path: '/roles',
    form: 'give',
    field: 'offer',
    shape: z.object({ ...version, offer: field.text(200), from: field.date, until: field.optionalDate }),
    decide: async ({ offer, from, until }, member, visit) => {
      const chosen = offerOf(offer)
      const unit = chosen && (await readUnit(deps.db, chosen.unit))
      return chosen && unit
        ? giveRole(visit.actor, member, { ...chosen, from, until: afterLast(until) }, unit)
        : { refused: 'not yours' }
    },
  }),
  deed(deps, {
    path: '/roles/end',
    form: 'other',
    shape: z.object({ ...version, offer: field.text(200) }),
    decide: ({ offer }, member, visit) => {
      const chosen = offerOf(offer)
      return chosen ? endRole(visit.actor, member, chosen.role, chosen.unit, visit.today) : { refused: 'no role' }
    },
  }),
  deed(deps, {
    path: '/leave',
    form: 'leave',
    field: 'leaveUntil',
    shape: z.object({ ...version, standIn: field.text(64), leaveFrom: field.date, leaveUntil: field.date }),
    decide: async ({ standIn, leaveFrom, leaveUntil }, member, visit) => {
      const other = await readStaff(deps.db, standIn, visit.today)
      const leave = { leaveId: deps.newId(), from: leaveFrom, until: afterLast(leaveUntil) ?? leaveFrom }
      return other ? arrangeLeave(visit.actor, member, other, leave, visit.today) : { refused: 'off' }
    },
  }),
  deed(deps, {
    path: '/leave/cancel',
    form: 'other',
    shape: z.object({ ...version, leave: field.text(64) }),
    decide: ({ leave }, member, visit) =>
      manage(visit.actor, member, [{ feature: 'staff', subject: member.id, type: 'LeaveCancelled', leaveId: leave }]),
  }),
  deed(deps, {
    path: '/name',
    form: 'name',
    field: 'name',
    shape: z.object({ ...version, name: field.text(40) }),
    decide: ({ name }, member, visit) =>
      manage(visit.actor, member, [{ feature: 'staff', subject: member.id, type: 'StaffRenamed', name }]),
  }),
  passwordDeed(deps),
  deed(deps, {
    path: '/off',
    form: 'other',
    shape: z.object(version),
    decide: (_data, member, visit) => turnOff(visit.actor, member, visit.today),
  }),
]

/** A new password is shown once, on the page that answers. */
const passwordDeed = (deps: ConsoleDeps): Page => {
  const made = new WeakMap<Visit, string>()
  return deed(deps, {
    path: '/password',
    form: 'other',
    shape: z.object({ ...version, withCode: z.literal('yes').optional() }),
    decide: async ({ withCode }, member, visit) => {
      const { password, hash } = await makePassword(deps)
      made.set(visit, password)
      const { id: subject } = member
      const changes: StaffChange[] = [
        { feature: 'staff', subject, type: 'PasswordHandedOut', loginId: deps.newId(), hash },
        ...(withCode ? [{ feature: 'staff', subject, type: 'CodeRemoved' } as const] : []),
      ]
      return manage(visit.actor, member, changes)
    },
    done: (member, visit) =>
      passwordView(visit.lang, member.name, made.get(visit) ?? '', consolePath('/staff/:staff', { staff: member.id })),
  })
}

const deed = <T extends { version: number }>(deps: ConsoleDeps, one: Deed<T>): Page => ({
  method: 'POST',
  path: `/staff/:staff${one.path}`,
  action: 'staff.change',
  unit: aboutStaff,
  answer: async visit => {
    const again = (draft: ReturnType<typeof refused>, status: View['status']) =>
      showStaff(visit, deps, { name: one.form, draft }, status)
    const read = readForm(visit.form, one.shape)
    if ('draft' in read) return again(read.draft, 422)
    const member = await readStaff(deps.db, visit.params.staff ?? '', visit.today)
    if (!member) return again(refused(visit.form, {}), 422)
    const decided = await one.decide(read.data, member, visit)
    if (!Array.isArray(decided)) {
      const say = staffWords[visit.lang].refused[decided.refused]
      return again(refused(visit.form, { [one.field ?? '']: { say } }), 422)
    }
    if (!(await writeStaff(deps, visit.actor.staffId, decided, read.data.version))) {
      const now = await readStaff(deps.db, member.id, visit.today)
      return again(changedMeanwhile(visit.form, now?.version ?? member.version), 409)
    }
    return one.done ? one.done(member, visit) : visit.c.redirect(await afterwards(visit, deps), 303)
  },
})
