import { afterAll, expect, test } from 'vitest'
import type { Delivery, Outgoing } from '../src/chat/channel.ts'
import { applyChange } from '../src/features.ts'
import type { NightChange } from '../src/nightly/change.ts'
import { AWAY, beijing, FIRST, inBeijing, isAway, nextDay } from './support/term/days.ts'
import { chance, type Living, planHouseholds } from './support/term/households.ts'
import { Oracle, type Person, type Pupil } from './support/term/oracle.ts'
import { townRows } from './support/term/town.ts'
import { newWorld } from './support/world.ts'

/**
 * A whole term of several hundred households that answer, let pass, stop, change their hour, come back, fall silent, and
 * of a service that is away for hours. Every reminder that leaves is held against an oracle of its own, and every one
 * that the oracle expects must leave.
 */

const SEED = Number(process.env.TERM_SEED ?? 20260901)
const HOUSEHOLDS = Number(process.env.TERM_HOUSEHOLDS ?? 300)
const HOURS = [1140, 1170, 1200, 1230, 1260, 1290, 420, 450, 480]
const roll = chance(SEED)
const often = (share: number): boolean => roll() < share
const between = (from: number, to: number): number => from + Math.floor(roll() * (to - from))
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(roll() * list.length)]

const { homes, children } = planHouseholds(HOUSEHOLDS, roll)
const oracle = new Oracle(homes)
const people = new Map(homes.flatMap(home => home.people.map(person => [person.account, { home, person }] as const)))
const tallied: Record<string, number> = {}
const tally = (what: string): void => {
  tallied[what] = (tallied[what] ?? 0) + 1
}
const wrong: string[] = []

/** Platform troubles of the tick in hand: whose message did not go. */
let failed = new Set<Living>()
let clock = 0

const send = async ({ address, reply }: Outgoing): Promise<Delivery> => {
  const found = people.get(address)
  if (!found) throw new Error('a reminder to nobody')
  const { home, person } = found
  const refusal = oracle.refusal(home, person, clock)
  const { night, morning } = Oracle.nightAt(clock)
  const labels = oracle.concerned(home, person, night).map(one => one.label)
  if (refusal) wrong.push(`${where()} ${address}: ${refusal}`)
  if (labels.some(label => !reply.say.includes(label))) wrong.push(`${where()} ${address}: not all children are named`)
  if (reply.say.includes('昨晚') !== morning) wrong.push(`${where()} ${address}: the wrong evening is named`)
  if (often(0.02)) {
    failed.add(home)
    tally('not taken by the platform')
    return often(0.5) ? { outcome: 'wait', ms: 50_000, scope: 'recipient' } : { outcome: 'again', error: '502' }
  }
  oracle.left(home, person, clock)
  tally(morning ? 'mornings' : 'evenings')
  tally(`nth in a row ${person.unanswered}`)
  reacting.push({ home, person, at: clock })
  return { outcome: 'sent' }
}

const where = (): string => {
  const { date, minute } = inBeijing(clock)
  return `${date} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

const world = await newWorld(undefined, { send })
afterAll(() => world.close())

/** Reminders that just left, for those who react to one. */
const reacting: { home: Living; person: Person; at: number }[] = []

const setClock = (ms: number): void => {
  world.pass(ms - world.now())
  clock = ms
}

let ids = 0
const take = async (account: string, content: { kind: 'text'; text: string } | { kind: 'choice'; id: string }) => {
  const { replies } = await world.service.take({
    channel: 'webchat',
    account,
    address: account,
    updateId: `u${ids++}`,
    sentAt: clock,
    content,
    platformLang: 'zh-CN',
  })
  return replies
}
const say = (person: Person, text: string) => take(person.account, { kind: 'text', text })
const choose = (person: Person, id: string) => take(person.account, { kind: 'choice', id })

const expectSaid = (replies: { say: string }[], part: RegExp, what: string): void => {
  if (!replies.some(reply => part.test(reply.say)))
    wrong.push(`${where()} ${what}: ${replies.map(reply => reply.say).join(' / ')}`)
}

const bind = async (home: Living, person: Person, index: number, which: number): Promise<void> => {
  const plan = home.plans[which]
  const pupil = home.pupils[which]
  if (!plan || !pupil) return
  await say(person, plan.codes[index] ?? '')
  for (const answer of ['是', '妈妈', ...(pupil.junior ? ['是'] : [])]) await say(person, answer)
  expectSaid(await say(person, '同意'), /加好了/, `binding ${person.account} with ${plan.codes[index]}`)
  pupil.boundTo.add(person.account)
}

/** Reminders on, or on again, with an hour of the household's own. */
const turnOn = async (home: Living, person: Person): Promise<void> => {
  expectSaid(await choose(person, 'c5:yes'), /提醒一声/, 'on')
  const own = home.pupils.filter(pupil => pupil.boundTo.has(person.account))
  for (const pupil of own) pupil.agreedBy.add(person.account)
  const usual =
    own.some(one => one.junior) && own.every(one => one.junior) ? 1260 : own.some(one => one.junior) ? 1260 : 1230
  Object.assign(person, { wants: true, since: clock, unanswered: 0, rests: false, hour: person.hour ?? usual })
  tally('on')
  if (often(0.7)) await changeHour(home, person)
}

const changeHour = async (home: Living, person: Person): Promise<void> => {
  const hour = pick(HOURS) ?? 1200
  const agreed = home.pupils.filter(pupil => pupil.agreedBy.has(person.account) && pupil.boundTo.has(person.account))
  const replies = await choose(person, `remind:at:${hour}`)
  if (!person.wants) return expectSaid(replies, /现在关着/, 'hour while off')
  // Half past nine is past a primary child's bedtime and is not taken.
  if (hour === 1290 && agreed.some(one => !one.junior)) return
  expectSaid(replies, /好,换成/, 'hour')
  Object.assign(person, { hour, since: clock, unanswered: 0, rests: false })
  tally('hour changed')
}

const stop = async (home: Living, person: Person): Promise<void> => {
  await say(person, '停止提醒')
  person.wants = false
  for (const pupil of home.pupils) pupil.agreedBy.delete(person.account)
  tally('stopped')
}

const answer = async (home: Living, person: Person): Promise<void> => {
  const own = home.pupils.filter(pupil => pupil.boundTo.has(person.account))
  const pupil = pick(own)
  if (!pupil?.recorded) return
  const { night } = Oracle.nightAt(clock)
  const minutes = between(10, 120)
  // One in ten says it in a chat; the others' answers are laid down by the same store.
  if (often(0.1)) {
    const replies = await say(person, own.length > 1 ? `${pupil.label}作业${minutes}分钟` : `作业${minutes}分钟`)
    expectSaid(replies, /记好了|改好了|已经是这样/, 'answer')
    tally('answers in a chat')
  } else await layDown(home, person, pupil, night, minutes)
  home.answers.push({ label: pupil.label, night, at: clock })
  tally('answers')
}

const layDown = async (home: Living, person: Person, pupil: Pupil, night: string, minutes: number): Promise<void> => {
  const plan = home.plans[home.pupils.indexOf(pupil)]
  const [[version] = [0]] = await world.rows(
    'SELECT version FROM night WHERE child_id = ? AND night = ?',
    plan?.id ?? '',
    night,
  )
  const told = { writtenMin: minutes }
  const change: NightChange = {
    feature: 'nightly',
    type: 'NightReported',
    subject: plan?.id ?? '',
    night,
    answerId: world.id(),
    guardianId: person.account,
    byHelper: false,
    classId: `${pupil.school}-${plan?.grade}`,
    toldAt: clock,
    told,
    stands: told,
    seenVersion: Number(version),
    late: false,
  }
  await world.db.write(applyChange(change, { kind: 'parent', id: person.account }, clock))
}

const letPass = async (home: Living, person: Person): Promise<void> => {
  if (!home.pupils.some(pupil => pupil.boundTo.has(person.account) && pupil.recorded)) return
  expectSaid(await say(person, '不填'), /不填/, 'pass')
  tally('let pass')
  if (person.hour === undefined) return
  const { night } = Oracle.nightAt(clock)
  if (night > person.lastNight) person.lastNight = night
  person.unanswered = 0
}

const withdraw = async (home: Living, person: Person): Promise<void> => {
  await choose(person, 'me:withdraw')
  await say(person, '不再记录')
  for (const pupil of home.pupils) if (pupil.boundTo.has(person.account)) pupil.recorded = false
  tally('records stopped')
}

const resume = async (_home: Living, person: Person): Promise<void> => {
  const replies = await choose(person, 'remind:again')
  expectSaid(replies, person.wants ? /接着提醒/ : /现在关着/, 'again')
  if (!person.wants) return
  Object.assign(person, { since: clock, unanswered: 0, rests: false })
  tally('begun again')
}

type Deed = { at: number; run: () => Promise<void> }

/** What households do on a day of their own accord, at any minute they are awake. */
const deedsOf = (date: string): Deed[] => {
  const deeds: Deed[] = []
  const at = (from: number, to: number, run: () => Promise<void>) =>
    void deeds.push({ at: beijing(date, between(from, to)) + between(0, 60_000), run })
  for (const home of homes) {
    const person = pick(home.people)
    if (!person) continue
    if (often(home.habit.answers)) at(17 * 60, 23 * 60 + 50, () => answer(home, person))
    else if (often(home.habit.answers / 3)) at(6 * 60 + 30, 9 * 60, () => answer(home, person))
    if (often(home.habit.passes)) at(17 * 60, 23 * 60, () => letPass(home, person))
    if (person.wants ? often(0.006) : often(person.hour === undefined ? 0.03 : 0.02))
      at(7 * 60, 22 * 60, () => (person.wants ? stop : turnOn)(home, person))
    if (person.wants && often(0.006)) at(7 * 60, 22 * 60, () => changeHour(home, person))
    if (person.rests ? often(0.05) : person.hour !== undefined && often(0.001))
      at(7 * 60, 22 * 60, () => resume(home, person))
    if (often(0.0001)) at(7 * 60, 22 * 60, () => withdraw(home, person))
    const late = home.pupils.findIndex(pupil => !pupil.boundTo.has(person.account))
    if (late >= 0 && often(0.02)) at(9 * 60, 20 * 60, () => bind(home, person, home.people.indexOf(person), late))
  }
  return deeds
}

/** The slots of a day: every hour that may be chosen, and odd minutes at which nothing, or only what is late, may leave. */
const ticksOf = (date: string): number[] => {
  const odd = HOURS.flatMap(hour => [hour - 1, hour + 1, hour + 17, hour + 29, hour + 30])
  const minutes = new Set([...HOURS, ...odd.filter(() => often(0.15)), 1279, 1320, 510, between(0, 1440)])
  for (const [day, , to] of AWAY) if (day === date) for (let i = 0; i < 32; i++) minutes.add(to + i)
  return [...minutes].map(minute => beijing(date, minute))
}

/** The minute tick and the sweep, and what the oracle says should have left and did not. */
const passMinute = async (): Promise<void> => {
  failed = new Set()
  // Whoever has had fourteen in vain rests when the next would be due, before anything of this minute leaves.
  const near = homes.filter(home => home.people.some(person => Oracle.isNear(person, clock)))
  for (const home of near) for (const person of home.people) oracle.refusal(home, person, clock)
  await world.tick()
  for (const home of near) {
    if (failed.has(home)) continue
    const due = home.people.find(person => oracle.refusal(home, person, clock) === undefined)
    if (due) wrong.push(`${where()} ${due.account}: should have been reminded`)
  }
  for (const { home, person, at } of reacting.splice(0)) {
    if (!often(home.habit.reacts)) continue
    const deed = often(0.1) ? letPass : answer
    later.push({ at: at + between(1, 90) * 60_000, run: () => deed(home, person) })
  }
}

const later: Deed[] = []

test(`a term of ${HOUSEHOLDS} households (seed ${SEED})`, async () => {
  await world.db.write(townRows(children, code => world.keys.lookup('invitation', code)))
  const begun = performance.now()
  setClock(beijing(FIRST, 9 * 60))
  for (const home of homes)
    for (const [index, person] of home.people.entries()) {
      setClock(clock + 1000)
      await bind(home, person, index, 0)
      if (often(0.5)) await turnOn(home, person)
    }
  expect(wrong).toEqual([])
  for (let date = FIRST; date <= '2027-01-26'; date = nextDay(date)) {
    const deeds = [...deedsOf(date), ...ticksOf(date).map(at => ({ at, run: passMinute }))]
    deeds.sort((a, b) => a.at - b.at)
    for (let next = deeds.shift(); next; next = deeds.shift()) {
      if (isAway(next.at) || next.at <= clock - 60_000) continue
      setClock(next.at)
      await next.run()
      if (later.length > 0) {
        deeds.push(...later.splice(0))
        deeds.sort((a, b) => a.at - b.at)
      }
    }
    expect(wrong, `seed ${SEED}`).toEqual([])
  }
  tallied.seconds = Math.round((performance.now() - begun) / 1000)
  tallied.cpuSeconds = Math.round(process.cpuUsage().user / 1e6)
  console.log(JSON.stringify(tallied))
  expect(world.faults).toEqual([])
  expect((tallied.evenings ?? 0) + (tallied.mornings ?? 0)).toBeGreaterThan(HOUSEHOLDS * 10)
  for (const what of ['mornings', 'stopped', 'hour changed', 'let pass', 'begun again', 'nth in a row 14'])
    expect(tallied[what], what).toBeGreaterThan(0)
}, 900_000)
