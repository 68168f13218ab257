import { expect, test } from 'vitest'
import { bind, hear } from './stage.ts'
import { STAGES } from './stages.ts'

/**
 * A reminder over every platform whose chat we may start: it arrives with its buttons, and a tap on it is a report. In
 * 微信客服 we may only answer; there it is one link, by 学校通知.
 */
const sentTo = STAGES.filter(({ name }) => name !== 'webchat' && name !== 'wecom_kf')

test.each(sentTo)('$name: from the second night to the card and its tap', async ({ open }) => {
  const stage = await open()
  try {
    stage.world.at('2026-11-22 21:00')
    await bind(stage, 'mum', '小雨')
    await hear(stage, 'mum', () => stage.say('mum', '作业50分钟 9点10睡'))
    await hear(stage, 'mum', () => stage.tap('mum', '不算'))
    stage.world.at('2026-11-23 20:00')
    expect(await hear(stage, 'mum', () => stage.say('mum', '作业50分钟 9点10睡'))).toContain('[提醒我]')
    expect(await hear(stage, 'mum', () => stage.tap('mum', '提醒我'))).toContain('晚上8点半提醒一声')

    const passMinute = async (beijing: string) => {
      const before = stage.heard('mum').length
      stage.world.at(beijing)
      await stage.world.tick()
      await stage.world.service.idle()
      return stage.heard('mum').slice(before)
    }
    expect(await passMinute('2026-11-23 20:30')).toEqual([])
    const card = await passMinute('2026-11-24 20:30')
    expect(card).toMatchObject([{ say: expect.stringContaining('小雨今晚在家写学校作业,大概多久') }])
    expect(card[0]?.buttons).toContain('40分钟')
    expect(await passMinute('2026-11-24 20:31')).toEqual([])
    expect(await hear(stage, 'mum', () => stage.tap('mum', '40分钟'))).toContain('在家写了40分钟')
    expect(await stage.world.rows("SELECT written_min FROM night WHERE night = '2026-11-24'")).toEqual([[40]])
    expect(stage.world.faults).toEqual([])
  } finally {
    await stage.close()
  }
})
