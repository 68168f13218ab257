import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unavailable } from '../../src/db/database.ts'
import { CHILDREN } from '../support/world.ts'
import { BEHAVIOURS, type Behaviour, EXCEPTIONS } from './exceptions.ts'
import { enrolMany } from './many-children.ts'
import { bind, hear, type Stage, settle } from './stage.ts'
import { STAGES } from './stages.ts'

/** One list of behaviours, every channel, over real HTTP against fakes that refuse what the platforms refuse. */
const CHECKS: Record<Behaviour, (stage: Stage) => Promise<void>> = {
  'a code starts the binding, and a wrong one is answered kindly': async stage => {
    expect(await hear(stage, 'nan', () => stage.start('nan', 'ZZZZ999999'))).toContain('这个码我没找到')
    expect(await bind(stage, 'mum', '小雨')).toContain('小雨加好了')
    expect(await count(stage, 'SELECT count(*) FROM guardianship')).toBe(1)
  },

  'a text is a report': async stage => {
    expect(await hear(stage, 'mum', () => stage.say('mum', '作业50分钟 9点10睡'))).toContain('写了50分钟')
    expect(await nights(stage)).toEqual([['2026-11-23', 50, 190]])
  },

  'two taps are a report': async stage => {
    await bind(stage, 'dad', '安安')
    expect(await hear(stage, 'dad', () => stage.say('dad', '报作业'))).toContain('[40分钟]')
    expect(await hear(stage, 'dad', () => stage.tap('dad', '40分钟'))).toContain('[9点20]')
    expect(await hear(stage, 'dad', () => stage.tap('dad', '9点20'))).toContain('9点20关灯')
    expect(await nights(stage)).toContainEqual(['2026-11-23', 40, 200])
  },

  'a photo, a voice message and a sticker get one kind answer with the number, and nothing is kept': async stage => {
    for (const act of [stage.photo, stage.voice, stage.sticker]) {
      const before = stage.heard('nan').length
      expect(await hear(stage, 'nan', () => act('nan'))).toContain('110')
      expect(stage.heard('nan').length - before).toBe(1)
    }
    expect(await count(stage, 'SELECT count(*) FROM night')).toBe(2)
  },

  'an emergency gets the card, whatever else is open': async stage => {
    await hear(stage, 'mum', () => stage.say('mum', '报作业'))
    expect(await hear(stage, 'mum', () => stage.say('mum', '孩子说不想活了'))).toContain('12356')
    expect(await hear(stage, 'mum', () => stage.tap('mum', '40分钟'))).toContain('40分钟')
  },

  'three of one update at once, and once more later, have one effect and one answer': async stage => {
    const answers = await count(stage, 'SELECT count(*) FROM night_answer')
    const before = stage.heard('mum').length
    await stage.say('mum', '作业55分钟')
    for (const status of await stage.repeat(3)) expect(status).toBe(200)
    await settle(stage)
    expect(await stage.repeat(1)).toEqual([200])
    await settle(stage)
    expect(await count(stage, 'SELECT count(*) FROM night_answer')).toBe(answers + 1)
    const said = stage.heard('mum').slice(before)
    expect(said.filter(({ say }) => say.includes('55分钟'))).toHaveLength(1)
  },

  'a stranger is refused before anything is read, the same for every cause': async stage => {
    const before = await count(stage, 'SELECT count(*) FROM turn')
    const answers = await Promise.all(Object.values(stage.strangers).map(knock => knock()))
    expect(answers.length).toBeGreaterThan(0)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.status).toBeGreaterThanOrEqual(400)
    expect(answers[0]?.status).toBeLessThan(500)
    expect(await count(stage, 'SELECT count(*) FROM turn')).toBe(before)
  },

  'an unknown event is acknowledged and counted': async stage => {
    const before = await unknownCount(stage)
    expect(await stage.unknown()).toEqual([200])
    await settle(stage)
    expect(await unknownCount(stage)).toBe(before + 1)
  },

  'the store is down: the platform is told to come again, and then nothing is lost': async stage => {
    const before = stage.heard('mum').length
    const statuses = await withStoreDown(stage, () => stage.say('mum', '作业45分钟'))
    for (const status of statuses.slice(0, -1)) expect(status).toBeGreaterThanOrEqual(500)
    if (statuses.at(-1) !== 200) await stage.repeat(1)
    await settle(stage)
    expect(
      stage
        .heard('mum')
        .slice(before)
        .filter(({ say }) => say.includes('45分钟')),
    ).toHaveLength(1)
  },

  'a long text arrives whole, in parts cut between sentences': async stage => {
    const sentence = (i: number) => `第${i}句:作业写得久一点,也不是孩子的错。`
    const say = Array.from({ length: stage.manySentences }, (_, i) => sentence(i)).join('')
    const before = stage.heard('mum').length
    await sendTo(stage, 'mum', { say })
    const parts = stage
      .heard('mum')
      .slice(before)
      .map(one => one.say)
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.join('')).toBe(say)
    for (const part of parts) expect(part.endsWith('。')).toBe(true)
  },

  'more choices than the platform shows are pages or numbered lines, and one of the last can be taken': async stage => {
    const labels = await enrolMany(stage.world, 'mum', stage.name, stage.account('mum'), 110)
    const last = labels.at(-1) ?? ''
    let heard = await hear(stage, 'mum', () => stage.say('mum', '报作业'))
    for (let page = 0; page < 20 && !heard.includes(last); page++)
      heard = await hear(stage, 'mum', () => stage.tap('mum', '更多'))
    const line = new RegExp(`(\\d+)\\. ${last}`).exec(heard)?.[1]
    const taken = () => (line ? stage.say('mum', line) : stage.tap('mum', last))
    expect(await hear(stage, 'mum', taken)).toContain(`${last}今晚在家写学校作业`)
  },

  'one who blocked us gets nothing more, until they write': async stage => {
    const fault = stage.faults.find(one => one.becomes.outcome === 'gone')
    fault?.fail()
    await hear(stage, 'nan', () => stage.say('nan', '帮助'))
    expect(await count(stage, 'SELECT count(*) FROM conversation WHERE gone_at IS NOT NULL')).toBe(1)
    expect(await hear(stage, 'nan', () => stage.say('nan', '帮助'))).toContain('一句话就行')
    expect(await count(stage, 'SELECT count(*) FROM conversation WHERE gone_at IS NOT NULL')).toBe(0)
  },

  'each way of failing is told apart': async stage => {
    for (const { when, fail, becomes } of stage.faults) {
      fail()
      stage.world.pass(60_000)
      const reply = { say: '在的。' }
      const message = { id: stage.world.id(), address: stage.address('nan'), reply }
      expect(await stage.channel.send(message), when).toMatchObject(becomes)
    }
    expect(
      await stage.channel.send({ id: stage.world.id(), address: stage.address('nan'), reply: { say: '好了。' } }),
    ).toEqual({
      outcome: 'sent',
    })
  },
}

const count = async ({ world }: Stage, sql: string): Promise<number> => Number((await world.rows(sql))[0]?.[0])

const nights = ({ world }: Stage) => world.rows('SELECT night, written_min, bed_offset FROM night')

const unknownCount = async ({ world, name }: Stage): Promise<number> => {
  const { body } = await world.metrics.text()
  const lines = body
    .split('\n')
    .filter(line => line.startsWith('wanling_unknown') && line.includes(`channel="${name}"`))
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}

const sendTo = async (stage: Stage, who: string, reply: { say: string }): Promise<void> => {
  stage.world.pass(60_000)
  const message = { id: stage.world.id(), address: stage.address(who), reply }
  expect(await stage.channel.send(message)).toEqual({ outcome: 'sent' })
}

/** The database takes nothing while this one update is tried for the first time. */
const withStoreDown = async (stage: Stage, act: () => Promise<number[]>): Promise<number[]> => {
  const { db } = stage.world
  const write = db.write.bind(db)
  let down = true
  db.write = statements => {
    if (!down) return write(statements)
    down = false
    return Promise.reject(new Unavailable('SQLITE_BUSY'))
  }
  return act().finally(() => {
    db.write = write
  })
}

describe.each(STAGES)('$name', ({ name, open }) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await open()
  })
  afterAll(async () => {
    expect(stage.world.faults).toEqual([])
    await stage.close()
  })
  const left = EXCEPTIONS.filter(one => one.channel === name).map(one => one.behaviour)
  for (const behaviour of BEHAVIOURS) {
    if (!left.includes(behaviour)) test(behaviour, () => CHECKS[behaviour](stage))
  }
})

test('the exceptions are of channels and behaviours that there are', () => {
  for (const { channel, behaviour, reason } of EXCEPTIONS) {
    expect(STAGES.map(stage => stage.name)).toContain(channel)
    expect(BEHAVIOURS).toContain(behaviour)
    expect(reason.length).toBeGreaterThan(10)
  }
  expect(CHILDREN.length).toBeGreaterThan(3)
})
