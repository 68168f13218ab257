import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { childrenInForce } from '../src/db/views.ts'
import { applyNightly } from '../src/nightly/store.ts'
import { CHILDREN, newWorld, type World } from './support/world.ts'

/**
 * Mother, father and grandmother of one child: every order in which their doings can fall together, through the front
 * door and over the real database, against a model of a few lines.
 */
let world: World
beforeEach(async () => {
  world = await newWorld()
  await settle()
})
afterEach(() => world.close())

const START = '2026-11-23 20:00'
const NIGHT = '2026-11-23'
const { label, code } = CHILDREN[0]

type Person = 'mum' | 'dad' | 'gran'

const tap = async (who: string, from: { choices?: { id: string }[] }[], ending: string) => {
  const choice = from.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith(ending))
  if (!choice) throw new Error(`no button ${ending}`)
  return (await world.post(who, { choice: choice.id })).replies
}

const taps = async (who: string, opening: object, ...endings: string[]) => {
  let { replies } = await world.post(who, opening)
  for (const ending of endings) replies = await tap(who, replies, ending)
  return replies
}

const cardFrom = async (as: string) =>
  /^[2-9A-Z]{10}$/m.exec((await taps('mum', { text: '我的' }, 'me:invite', `invite:${as}`))[0]?.say ?? '')?.[0] ?? ''

const becomeHelper = async () =>
  taps('gran', { text: await cardFrom('helper') }, 'child:yes', 'relation:grandparent', 'help:yes')

/** The household as it begins: two guardians and a helper. */
const settle = async () => {
  world.at(START)
  await taps('mum', { start: code }, 'child:yes', 'relation:mother', 'c1:yes')
  await taps('dad', { text: await cardFrom('guardian') }, 'child:yes', 'relation:father', 'c1:yes')
  await becomeHelper()
}

/** Puts everything that the steps change back to the beginning. */
const anew = async (minute: number) => {
  world.at(
    `2026-11-23 ${String(20 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  )
  const statements = [
    'DELETE FROM night',
    'DELETE FROM night_answer',
    'UPDATE conversation SET dialog = NULL, prompt = NULL, minute = 0',
    "DELETE FROM consent WHERE kind <> 'C1'",
    "DELETE FROM consent WHERE kind = 'C1' AND rowid NOT IN (SELECT min(rowid) FROM consent WHERE kind = 'C1' GROUP BY guardian_id)",
  ]
  await world.db.write(statements.map(sql => ({ sql, args: [] })))
}

/** Every order in which programs can fall together, each keeping its own order. */
const interleavings = <T>(programs: T[][]): T[][] => {
  const waiting = programs.filter(program => program.length > 0)
  if (waiting.length === 0) return [[]]
  return waiting.flatMap(program => {
    const [first, ...rest] = program
    const others = programs.map(one => (one === program ? rest : one))
    return interleavings(others).map(order => (first === undefined ? order : [first, ...order]))
  })
}

/** What ought to be true, told as simply as it can be. */
interface Model {
  c1: Record<'mum' | 'dad', boolean>
  c2: Record<'mum' | 'dad', 'yes' | 'no' | 'silent'>
  /** What guardians and the helper last said, in minutes. */
  parents: number | null
  gran: number | null
  helps: boolean
  answers: number
}

const beginning = (): Model => ({
  c1: { mum: true, dad: true },
  c2: { mum: 'silent', dad: 'silent' },
  parents: null,
  gran: null,
  helps: true,
  answers: 0,
})

interface Step {
  name: string
  run: () => Promise<unknown>
  expect: (model: Model) => Model
}

const recording = ({ c1 }: Model) => c1.mum && c1.dad

const reports = (who: Person, minutes: number, words = '作业'): Step => ({
  name: `${who} says ${minutes}`,
  run: () => world.post(who, { text: `${words}${minutes}分钟` }),
  expect: model => {
    if (!recording(model)) return model
    if (who !== 'gran') return { ...model, parents: minutes, answers: model.answers + 1 }
    if (!model.helps || model.parents !== null) return model
    return { ...model, gran: minutes, answers: model.answers + 1 }
  },
})

const turnsC2 = (who: 'mum' | 'dad'): Step => ({
  name: `${who} turns C2`,
  run: () => taps(who, { text: '我的' }, 'me:C2'),
  expect: model => ({ ...model, c2: { ...model.c2, [who]: model.c2[who] === 'yes' ? 'no' : 'yes' } }),
})

const withdraws = (who: 'mum' | 'dad'): Step => ({
  name: `${who} withdraws C1`,
  run: () => taps(who, { text: '我的' }, 'me:withdraw', 'withdraw:yes'),
  expect: model => ({ ...model, c1: { ...model.c1, [who]: false } }),
})

const restores = (who: 'mum' | 'dad'): Step => ({
  name: `${who} restores C1`,
  run: () => taps(who, { text: '我的' }, 'me:restore'),
  expect: model => ({ ...model, c1: { ...model.c1, [who]: true } }),
})

const takesBack = (who: Person): Step => ({
  name: `${who} takes it back`,
  run: () => world.post(who, { text: '删掉刚才那条' }),
  expect: model => {
    if (!recording(model)) return model
    if (who === 'gran') {
      if (!model.helps || model.parents !== null || model.gran === null) return model
      return { ...model, gran: null, answers: model.answers + 1 }
    }
    if (model.parents === null && model.gran === null) return model
    return { ...model, parents: null, gran: null, answers: model.answers + 1 }
  },
})

const endsHelp: Step = {
  name: 'mum ends the help',
  run: async () => {
    const page = await taps('mum', { text: '我的' })
    const offers = page.flatMap(reply => reply.choices ?? []).some(one => one.id.endsWith('me:helpers'))
    if (!offers) return
    const list = await tap('mum', page, 'me:helpers')
    const end = list.flatMap(reply => reply.choices ?? [])[0]?.id ?? ''
    await tap('mum', await tap('mum', list, end), 'end:yes')
  },
  expect: model => ({ ...model, helps: false }),
}

const observed = async () => {
  const [night] = await world.rows('SELECT written_min FROM night WHERE night = ?', NIGHT)
  const [[answers = 0] = []] = await world.rows('SELECT count(*) FROM night_answer')
  const view = childrenInForce('C2')
  const [rows = []] = await world.db.read([view.statement])
  const [[helpers = 0] = []] = await world.rows('SELECT count(*) FROM helper')
  return { minutes: night?.[0] ?? null, answers, c2: view.read(rows).length === 1, helps: helpers === 1 }
}

const promised = (model: Model) => ({
  minutes: model.parents ?? model.gran,
  answers: model.answers,
  c2: Object.values(model.c2).includes('yes') && !Object.values(model.c2).includes('no'),
  helps: model.helps,
})

const play = async (orders: Step[][], restart: () => Promise<unknown> = async () => undefined) => {
  for (const [i, steps] of orders.entries()) {
    await anew(i % 180)
    await restart()
    let model = beginning()
    for (const [n, step] of steps.entries()) {
      await step.run()
      model = step.expect(model)
      const told = steps.slice(0, n + 1).map(one => one.name)
      expect(await observed(), told.join('; ')).toEqual(promised(model))
    }
  }
}

/** Hundreds of evenings, played one after another. */
const PATIENCE_MS = 240_000

describe('every order of a household', { timeout: PATIENCE_MS }, () => {
  test('either parent freezes C2, the later parent counts, a helper goes before nobody', async () => {
    const orders = interleavings([
      [turnsC2('mum'), reports('mum', 50)],
      [turnsC2('dad'), turnsC2('dad'), reports('dad', 40)],
      [reports('gran', 30), reports('gran', 20)],
    ])
    expect(orders).toHaveLength(210)
    await play(orders)
  })

  test('a parent who withdraws stops everybody, and nothing is lost', async () => {
    const orders = interleavings([
      [reports('mum', 50), reports('mum', 60)],
      [withdraws('dad'), restores('dad')],
      [reports('gran', 30), reports('gran', 20)],
    ])
    expect(orders).toHaveLength(90)
    await play(orders)
  })

  test('a helper takes back only what is theirs, and is out at once when a parent says so', async () => {
    const orders = interleavings([
      [endsHelp],
      [reports('dad', 40), takesBack('dad')],
      [reports('gran', 30), takesBack('gran'), reports('gran', 20)],
    ])
    expect(orders).toHaveLength(60)
    const back = async () => {
      const [[helpers = 0] = []] = await world.rows('SELECT count(*) FROM helper')
      if (helpers === 0) await becomeHelper()
      await world.db.write([{ sql: 'UPDATE conversation SET dialog = NULL, prompt = NULL, minute = 0', args: [] }])
    }
    await play(orders, back)
  })
})

describe('what only the database knows', () => {
  test('an answer of somebody who was removed a moment ago is not written', async () => {
    const [[helperId = '', childId = ''] = []] = await world.rows('SELECT helper_id, child_id FROM helper')
    await world.db.write([{ sql: 'DELETE FROM helper', args: [] }])
    const told = { writtenMin: 30 }
    const change = {
      feature: 'nightly',
      type: 'NightReported',
      subject: String(childId),
      night: NIGHT,
      answerId: 'a',
      guardianId: String(helperId),
      byHelper: true,
      classId: 'c',
      toldAt: 0,
      told,
      stands: told,
      seenVersion: 0,
      late: false,
    } as const
    await expect(world.db.write(applyNightly(change, 0))).rejects.toMatchObject({ name: 'Conflict' })
    expect(await world.rows('SELECT * FROM night_answer')).toEqual([])
  })

  test('five cards at once make four helpers', async () => {
    world.at('2026-11-23 20:30')
    const cards: string[] = []
    for (let i = 0; i < 4; i++) cards.push(await cardFrom('helper'))
    const answers = await Promise.all(
      cards.map((card, i) => taps(`aunt${i}`, { text: card }, 'child:yes', 'relation:other', 'help:yes')),
    )
    const said = answers.map(replies => replies.map(reply => reply.say).join())
    expect(said.filter(text => text.includes(`您是${label}的帮手了`))).toHaveLength(3)
    expect(said.filter(text => text.includes('已经有四位帮手'))).toHaveLength(1)
    expect(await world.rows('SELECT count(*) FROM helper')).toEqual([[4]])
    world.at('2026-11-23 20:31')
    const refused = await taps('mum', { text: '我的' }, 'me:invite', 'invite:helper')
    expect(refused[0]?.say).toContain('已经有四位帮手')
  })
})
