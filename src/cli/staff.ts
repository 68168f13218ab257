import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'
import { makeAuditLog } from '../console/audit/log.ts'
import { ROLES, type Role, UNIT_OF_ROLE } from '../console/roles.ts'
import type { StaffChange, StaffRefusal } from '../console/staff/change.ts'
import { afterLast, makePassword, type StaffDesk, writeStaff } from '../console/staff/desk.ts'
import { findStaff, readStaff, type StaffCard } from '../console/staff/read.ts'
import { addStaff, manage, turnOff } from '../console/staff/rules.ts'
import { readUnit } from '../console/unit.ts'
import { openRing, random } from '../open.ts'
import { BadUsage, type Command, needed, oneOf, Refused, readArgs, say } from './command.ts'
import { theCounty } from './county.ts'
import { sayStaff } from './staff-list.ts'
import { unitNamed } from './staff-unit.ts'
import { type Desk, withDatabase } from './with-database.ts'

/** Who stands in the audit for what was done by command. Whoever has the machine may give every role. */
const CLI = 'cli'

/** Near enough: what is wrong beyond this signs in nobody. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `wanling staff add`: an account with its first role. Prints the password to hand out. */
export const staffAddCommand: Command = {
  name: 'staff add',
  takes: `--name NAME --email EMAIL --role ROLE [--school NAME [--grade 3 | --class 三(2)班]] [--until 2027-07-31]`,
  summary: 'open an account for the console and print its password',
  help: `ROLE is one of ${ROLES.join(', ')}.
Roles of a school take --school, grade_leader --grade too, class_teacher --class. The others are for the county.
The password is shown once and changed at the first sign-in. --until is the last day of the role.`,
  run: async args => {
    const { values } = readArgs(args, {
      name: { type: 'string' },
      email: { type: 'string' },
      role: { type: 'string' },
      school: { type: 'string' },
      grade: { type: 'string' },
      class: { type: 'string' },
      until: { type: 'string' },
    })
    const name = needed(values.name, '--name')
    const email = emailOf(values.email)
    const role = oneOf(ROLES, needed(values.role, '--role'), '--role')
    const last = values.until ?? ''
    if (last !== '' && !DAY.test(last)) throw new BadUsage('--until is a day such as 2027-07-31')
    await withDatabase(desk => addMember(desk, { name, email, role, last, place: values }))
  },
}

/** `wanling staff reset`: a new password to hand out. */
export const staffResetCommand: Command = {
  name: 'staff reset',
  takes: 'EMAIL [--code]',
  summary: 'print a new password for an account, and end its sessions',
  help: '--code removes the authenticator too, for somebody with a new phone. It is set up again at the next sign-in.',
  run: async args => {
    const { values, positionals } = readArgs(args, { code: { type: 'boolean' } })
    const email = emailOf(positionals[0])
    await withDatabase(async desk => {
      const tools = await toolsOf(desk)
      const member = await memberOf(desk, email)
      const { password, hash } = await makePassword(tools)
      const { id: subject } = member
      const changes: StaffChange[] = [
        { feature: 'staff', subject, type: 'PasswordHandedOut', loginId: desk.newId(), hash },
        ...(values.code ? [{ feature: 'staff', subject, type: 'CodeRemoved' } as const] : []),
      ]
      await write(tools, manage(await managerOf(desk), member, changes), member.version)
      say(`${email} ${password}`)
    })
  },
}

/** `wanling staff off`: closes an account. */
export const staffOffCommand: Command = {
  name: 'staff off',
  takes: 'EMAIL',
  summary: 'close an account: no sign-in, no session, no role from now on',
  run: async args => {
    const email = emailOf(readArgs(args, {}).positionals[0])
    await withDatabase(async desk => {
      const member = await memberOf(desk, email)
      await write(await toolsOf(desk), turnOff(await managerOf(desk), member, todayOf(desk)), member.version)
      say(`${email} off`)
    })
  },
}

/** `wanling staff list`. */
export const staffListCommand: Command = {
  name: 'staff list',
  takes: '',
  summary: 'list the accounts of the console with their roles',
  run: async args => {
    readArgs(args, {})
    await withDatabase(desk => sayStaff(desk.db, todayOf(desk)))
  },
}

/** Somebody who is let in with a first role. `last`: its last day, empty for no end; `place`: names of school, grade, class. */
export interface Newcomer {
  name: string
  email: string
  role: Role
  last: string
  place: { school?: string; grade?: string; class?: string }
}

/** Opens an account with its first role, and says the password to hand out. @throws BadUsage, Refused */
export const addMember = async (desk: Desk, { name, email, role, last, place }: Newcomer): Promise<void> => {
  const county = await theCounty(desk)
  const today = todayOf(desk)
  const id = await unitNamed(desk.db, county, UNIT_OF_ROLE[role], place, today)
  const unit = await readUnit(desk.db, id)
  if (!unit) throw new Refused('There is no such unit')
  const tools = await toolsOf(desk)
  const knownId = await findStaff(desk.db, email)
  const known = knownId ? await readStaff(desk.db, knownId, today) : undefined
  const { password, hash } = await makePassword(tools)
  const newcomer = { id: desk.newId(), countyId: county.id, name, email, loginId: desk.newId(), hash }
  const given = { role, unit: id, from: today, until: afterLast(last) }
  await write(tools, addStaff(await managerOf(desk), newcomer, known, given, unit), known?.version)
  say(`staff ${role} ${email} ${password}`)
}

const emailOf = (text: string | undefined): string => {
  const email = needed(text, 'EMAIL').toLowerCase()
  if (!EMAIL.test(email)) throw new BadUsage('EMAIL is an address such as name@example.cn')
  return email
}

const todayOf = ({ now }: Desk): string => dayOf(Temporal.Instant.fromEpochMilliseconds(now), 'Asia/Shanghai')

const toolsOf = async ({ config, db, now, newId }: Desk): Promise<StaffDesk> => {
  const clock = () => now
  const keys = await openRing(config, db, now)
  return { db, audit: makeAuditLog({ db, keys, now: clock, random }), now: clock, random, newId }
}

const managerOf = async (desk: Desk) => ({
  staffId: CLI,
  holdings: [{ role: 'county_lead', unit: (await theCounty(desk)).id } as const],
})

const memberOf = async (desk: Desk, email: string): Promise<StaffCard> => {
  const id = await findStaff(desk.db, email)
  const member = id && (await readStaff(desk.db, id, todayOf(desk)))
  if (!member) throw new Refused('There is no account with this e-mail; wanling staff list shows them')
  return member
}

const WHY: Record<StaffRefusal['refused'], string> = {
  'not yours': 'This account holds a role in a unit that is gone',
  yourself: 'Nobody changes themselves',
  order: '--until is before today',
  past: 'These days are over',
  'same person': 'Somebody cannot stand in for themselves',
  'no role': 'This role has ended',
  off: 'This account is off; wanling staff add opens it again',
  taken: 'There is an account with this e-mail already; roles are added on its page in the console',
}

const write = async (tools: StaffDesk, decided: StaffChange[] | StaffRefusal, version?: number): Promise<void> => {
  if (!Array.isArray(decided)) throw new Refused(WHY[decided.refused])
  if (!(await writeStaff(tools, CLI, decided, version)))
    throw new Refused('Somebody else was changing this. Try again.')
}
