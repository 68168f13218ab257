import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { helper } from '../../src/db/schema/index.ts'
import { insert, statement } from '../../src/db/statement.ts'
import { newWorld, type World } from '../support/world.ts'
import { bind, invite, remove, whoIs } from './family.ts'
import { found, inBytes, plant, unclaimed } from './plant.ts'

/** A name and a sentence that stand nowhere else. */
const NAME = '寻觅雯'
const SENTENCE = '紫藤架下的旧风琴'
/** What one parent has that the other one’s leaving must not touch. */
const STAYING = ['child', 'enrolment', 'guardianship', 'consent', 'night', 'night_answer', 'conversation', 'change_log']
/** Ties of a person to a child decide what goes; they are made, not planted. */
const TIES = ['guardianship', 'helper']
const TEXT = `${NAME}说${SENTENCE}`

let world: World
beforeEach(async () => {
  world = await newWorld()
  await world.db.write([statement('UPDATE child SET label = ? WHERE label = ?', NAME, '小雨')])
})
afterEach(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const say = (account: string, text: string) => world.post(account, { text })

test('every table that can hold text says whose its rows are, or that they are nobody’s', async () => {
  expect(await unclaimed(world)).toEqual([])
})

describe('a name and a sentence planted in every table', () => {
  test('are in no table and in no byte once the only parent’s deletion is purged', async () => {
    await bind(world, 'mum')
    await say('mum', '作业50分钟 9点10睡')
    const whose = await whoIs(world, 'mum', NAME)
    const gran = { helperId: 'gran', childId: whose.child, relation: TEXT, until: '2027-01-22', at: 0 }
    await world.db.write([insert(helper, gran)])
    const before = await plant(world, whose, TEXT, TIES)
    expect(before.length).toBeGreaterThan(10)
    expect(await found(world, SENTENCE)).toEqual(expect.arrayContaining(before))
    await remove(world, 'mum')
    await plant(world, whose, TEXT, TIES)
    world.at('2026-12-07 02:59')
    await world.service.minute()
    expect((await found(world, NAME)).length).toBeGreaterThan(10)
    world.at('2026-12-07 03:00')
    await world.service.minute()
    for (const trace of [NAME, SENTENCE, 'gran', whose.child, whose.guardian, whose.conversation])
      expect(await found(world, trace)).toEqual([])
    expect(inBytes(world, NAME) + inBytes(world, SENTENCE)).toBe(0)
  })

  test('are gone for the one who left and stand for the one who stays', async () => {
    await bind(world, 'mum')
    await say('mum', '作业50分钟 9点10睡')
    await invite(world, 'mum', 'dad')
    await say('dad', '作业40分钟 9点20睡')
    const mum = await whoIs(world, 'mum', NAME)
    const dad = await whoIs(world, 'dad', NAME)
    await plant(world, { ...mum, child: 'another child' }, SENTENCE, TIES)
    const kept = await plant(world, dad, '父亲的话', ['helper'])
    await remove(world, 'mum', 'delete:account')
    world.at('2026-12-07 03:00')
    await world.service.minute()
    for (const trace of [mum.guardian, mum.conversation]) expect(await found(world, trace)).toEqual([])
    // What has a short life of its own, and what waited for both, is gone too.
    expect(kept).toEqual(expect.arrayContaining(STAYING))
    expect(await found(world, '父亲的话')).toEqual(expect.arrayContaining(STAYING))
    expect((await say('dad', '我的')).replies[0]?.say).toContain('父亲的话')
    expect(await world.rows("SELECT written_min FROM night WHERE night = '2026-11-23'")).toEqual([[40]])
  })
})
