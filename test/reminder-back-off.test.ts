import { afterEach, describe, expect, test } from 'vitest'
import { choose, closeAll, left, opened, reminded, row, tickAt, XIAOYU } from './support/reminded.ts'
import type { World } from './support/world.ts'

/** Reminders without an answer come more rarely and then rest. */

afterEach(closeAll)

/** The evenings of the autumn after 22 November before school days, by hand. */
const SCHOOL_NIGHTS = [
  ...['11-22', '11-23', '11-24', '11-25', '11-26', '11-29', '11-30', '12-01', '12-02', '12-03', '12-06', '12-07'],
  ...['12-08', '12-09', '12-10', '12-13', '12-14', '12-15', '12-16', '12-17', '12-20', '12-21', '12-22', '12-23'],
].map(day => `2026-${day}`)

describe('without an answer', () => {
  const nightsOf = async (world: World, nights: string[]): Promise<string[]> => {
    const sent: string[] = []
    for (const night of nights) {
      left.length = 0
      await tickAt(world, `${night} 20:00`)
      if (left.length > 0) sent.push(night)
    }
    return sent
  }

  test('seven come every night, seven every other, then they rest without a word, and one tap begins them again', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    const sent = await nightsOf(world, SCHOOL_NIGHTS)
    const rarer = SCHOOL_NIGHTS.slice(7).filter((_, i) => i % 2 === 1)
    expect(sent).toEqual([...SCHOOL_NIGHTS.slice(0, 7), ...rarer.slice(0, 7)])
    expect(await row(world)).toEqual([14, rarer[6], 1])
    world.at('2026-12-24 12:00')
    const page = (await world.post('mum', { text: '我的' })).replies
    expect(page[0]?.say).toContain('提醒先歇着了')
    expect(page[0]?.say).not.toMatch(/没填|漏|忘|连续|天没/)
    const again = await choose(world, 'mum', page, 'remind:again')
    expect(again[0]?.say).toBe('好,接着提醒,晚上8点。')
    expect(await nightsOf(world, ['2026-12-27', '2026-12-28'])).toEqual(['2026-12-27', '2026-12-28'])
  })

  test('any answer begins the count again', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    await nightsOf(world, SCHOOL_NIGHTS.slice(0, 9))
    expect(await row(world)).toEqual([8, SCHOOL_NIGHTS[8], 0])
    world.at(`${SCHOOL_NIGHTS[8]} 20:10`)
    await world.post('mum', { text: '作业40分钟' })
    expect(await nightsOf(world, SCHOOL_NIGHTS.slice(9, 13))).toEqual(SCHOOL_NIGHTS.slice(9, 13))
  })

  test('an answer to the fourteenth keeps them coming', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    const sent = await nightsOf(world, SCHOOL_NIGHTS.slice(0, 21))
    expect(sent).toHaveLength(14)
    world.at(`${sent[13]} 22:00`)
    await world.post('mum', { text: '作业40分钟' })
    expect(await nightsOf(world, SCHOOL_NIGHTS.slice(21))).toEqual(SCHOOL_NIGHTS.slice(21))
  })

  test('once they rest an answer does not wake them: only the tap does', async () => {
    const world = await opened()
    await reminded(world, 'mum', XIAOYU, '晚上8点')
    await nightsOf(world, SCHOOL_NIGHTS.slice(0, 22))
    expect(await row(world)).toEqual([14, SCHOOL_NIGHTS[20], 1])
    world.at(`${SCHOOL_NIGHTS[22]} 19:00`)
    await world.post('mum', { text: '作业40分钟' })
    expect(await nightsOf(world, SCHOOL_NIGHTS.slice(23))).toEqual([])
  })
})
