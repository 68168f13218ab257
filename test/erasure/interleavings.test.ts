import { afterAll, beforeAll, expect, test } from 'vitest'
import { child, consent, conversation, enrolment, guardianship } from '../../src/db/schema/index.ts'
import { insert, type Statement } from '../../src/db/statement.ts'
import { CHILDREN, newWorld, type World } from '../support/world.ts'
import { inspect } from './inspect.ts'
import { type Act, after, begin, type Family, isIn, OPS, type Op, PEOPLE, type Person, PROBES } from './two-parents.ts'

/**
 * All short sequences of what two parents may do about one child's record, against the real store: one family for each
 * sequence, all in one world. A small model of the rules says what must hold after each step, and after the purge.
 */
const LENGTH = 3

const sequences = (length: number): Act[][] => {
  if (length === 0) return [[]]
  return sequences(length - 1).flatMap(acts =>
    PEOPLE.flatMap(person => OPS.map((op): Act[] => [...acts, { person, op }])),
  )
}

/** Both begin alike, so the first step may as well be A's. */
const ALL = sequences(LENGTH).filter(([first]) => first?.person === 'A')

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const idOf = (n: number, person: Person) => `guardian-${n}-${person}`
const accountOf = (n: number, person: Person) => `account-${n}-${person}`
const childOf = (n: number) => `child-${n}`

const familyRows = (n: number): Statement[] => [
  insert(child, { id: childOf(n), schoolId: 'school', label: `小${n}`, at: 0 }),
  insert(enrolment, { childId: childOf(n), classId: 'class-3', from: '2026-09-01' }),
  ...PEOPLE.flatMap(person => {
    const guardianId = idOf(n, person)
    const account = accountOf(n, person)
    const id = world.keys.lookup('account', 'webchat', account)
    return [
      insert(guardianship, { guardianId, childId: childOf(n), relation: 'other', at: 0 }),
      ...(['C1', 'C2', 'C5'] as const).map(kind =>
        insert(consent, {
          id: `${guardianId}-${kind}`,
          guardianId,
          childId: childOf(n),
          kind,
          version: '1',
          given: true,
          at: 0,
        }),
      ),
      insert(conversation, {
        id,
        channel: 'webchat',
        address: world.keys.seal(account, id),
        lang: 'zh',
        langChosen: true,
        guardianId,
        seq: 1,
        minute: 0,
        turnsInMinute: 0,
        inboundAt: 0,
      }),
    ]
  }),
]

const say = async (account: string, content: object): Promise<string> => {
  world.pass(1000)
  const { replies } = await world.post(account, content)
  const files = await Promise.all(
    replies.map(async ({ file }) => (file ? (await world.service.app.request(file.url)).text() : '')),
  )
  return [...replies.map(one => one.say), ...files].join('\n')
}

/** What /delete offers under this choice; the only parent of an only child is offered everything at once. */
const choose = async (account: string, wanted: string): Promise<string> => {
  world.pass(1000)
  const { replies } = await world.post(account, { text: '/delete' })
  const offered = replies.flatMap(one => one.choices ?? []).map(one => one.id)
  const choice = offered.find(id => id.endsWith(wanted)) ?? offered.find(id => id.endsWith('delete:account'))
  return choice ? say(account, { choice }) : replies.map(one => one.say).join('\n')
}

/** The family's open request, as its notice would carry it. */
const requestOf = async (n: number): Promise<string> =>
  String((await world.rows('SELECT id FROM erasure_request WHERE child_id = ?', childOf(n)))[0]?.[0] ?? 'none')

const act = async (n: number, { person, op }: Act, minutes: number): Promise<string> => {
  const account = accountOf(n, person)
  const doing: Record<Op, () => Promise<string>> = {
    leave: () => choose(account, 'delete:account'),
    ask: () => choose(account, `delete:child:${childOf(n)}`),
    nod: async () => say(account, { choice: `nod:yes:${await requestOf(n)}` }),
    undo: () => say(account, { text: '反悔' }),
    report: () => say(account, { text: `作业${minutes}分钟` }),
    export: () => say(account, { text: '导出' }),
    rebind: () => say(account, { start: CHILDREN[0].code }),
  }
  return doing[op]()
}

const minutesNow = async (n: number): Promise<number | null> => {
  const [row] = await world.rows('SELECT written_min FROM night WHERE child_id = ?', childOf(n))
  return typeof row?.[0] === 'number' ? row[0] : null
}

const boundNow = async (n: number): Promise<string[]> =>
  (await world.rows('SELECT guardian_id FROM guardianship WHERE child_id = ? ORDER BY 1', childOf(n))).map(row =>
    String(row[0]),
  )

const LOCKED = '记录锁着'

/** What was answered must fit where that person stood before. */
const answeredRightly = (before: Family, family: Family, { person, op }: Act, said: string, what: string): void => {
  const locked = !isIn(before, person)
  if (locked && op !== 'undo' && op !== 'nod') expect(said, what).toContain(LOCKED)
  else if (op === 'undo') expect(said, what).toContain(locked ? '都还在' : '没有等着删')
  else if (op === 'export') {
    for (const one of family.entries) {
      if (one.person === person) expect(said, what).toContain(`"homeworkMinutes": ${one.minutes}`)
      else expect(said, what).not.toContain(`${one.minutes}`)
    }
  }
}

test(`two parents: all ${ALL.length} sequences of ${LENGTH} steps, then the purge`, { timeout: 600_000 }, async () => {
  await world.db.write(ALL.flatMap((_, n) => familyRows(n)))
  const families: Family[] = []
  for (const [n, sequence] of ALL.entries()) {
    const acts = [...sequence, ...PEOPLE.flatMap(person => PROBES.map((op): Act => ({ person, op })))]
    let family = begin()
    for (const [i, one] of acts.entries()) {
      const what = `${acts.slice(0, i + 1).map(step => `${step.person} ${step.op}`)}`
      const minutes = 101 + i * 20
      const before = family
      family = after(before, one, minutes)
      const said = await act(n, one, minutes)
      answeredRightly(before, family, one, said, what)
      expect(await boundNow(n), what).toEqual(
        PEOPLE.filter(person => isIn(family, person)).map(person => idOf(n, person)),
      )
      expect(await minutesNow(n), what).toBe(
        family.entries.filter(entry => isIn(family, entry.person)).at(-1)?.minutes ?? null,
      )
    }
    families.push(family)
  }
  world.at('2026-12-08 04:00')
  while ((await world.rows('SELECT 1 FROM erasure')).length > 0) {
    world.pass(60_000)
    await world.service.minute()
  }
  const cells = await inspect(world)
  for (const [n, family] of families.entries()) {
    const what = `after the purge: ${(ALL[n] ?? []).map(step => `${step.person} ${step.op}`)}`
    const stays = PEOPLE.filter(person => isIn(family, person))
    expect(cells.has(childOf(n)), what).toBe(stays.length > 0)
    for (const person of PEOPLE) {
      expect(cells.has(idOf(n, person)), what).toBe(stays.includes(person))
      expect(cells.has(world.keys.lookup('account', 'webchat', accountOf(n, person))), what).toBe(
        stays.includes(person),
      )
    }
    const kept = await world.rows('SELECT written_min FROM night_answer WHERE child_id = ? ORDER BY at', childOf(n))
    expect(kept.flat(), what).toEqual(
      family.entries.filter(entry => stays.includes(entry.person)).map(entry => entry.minutes),
    )
  }
  expect(world.faults).toEqual([])
})
