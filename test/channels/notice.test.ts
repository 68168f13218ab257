import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversationId } from '../../src/chat/conversation.ts'
import { nightNotice } from '../../src/nightly/link/notice.ts'
import { kfStage } from './kf-stage.ts'
import { bind, hear, settle } from './stage.ts'

/** Parents whose chat we may not start get one link, by 学校通知, and answer it in two taps. */
let stage: Awaited<ReturnType<typeof kfStage>>
beforeAll(async () => {
  stage = await kfStage()
  stage.fake.state.departments.push({ id: 7, name: '三(2)班' }, { id: 8, name: '一(1)班' })
  stage.fake.state.parents.push(parent('mum', 7, 1), parent('dad', 8, 0))
  stage.world.at('2026-11-21 07:50')
  await bind(stage, 'mum', '小雨')
  await bind(stage, 'dad', '豆豆')
  for (const who of ['mum', 'dad']) {
    await stage.fake.kfPost(`wm_${who}`, 'text', { text: { content: '提醒我', menu_id: 'c5:yes' } })
    await settle(stage)
    await hear(stage, who, () => stage.tap(who, '晚上8点'))
  }
  await bookRead()
})
afterAll(() => stage.close())

const HOUR = 3600_000

const parent = (who: string, department: number, is_subscribe: 0 | 1) => ({
  parent_userid: `parent_${who}`,
  external_userid: `wm_${who}`,
  is_subscribe,
  children: [{ student_userid: `student_${who}`, name: '李小雨', relation: '妈妈', department }],
})

const pause = () => new Promise(resolve => setTimeout(resolve, 10))

/** Waits until the book was read to its last class. */
const bookRead = async (): Promise<void> => {
  const reads = () => stage.fake.state.calls.filter(call => call.path.includes('list_parent')).length
  for (let i = 0; i < 500 && reads() < 2; i++) await pause()
  for (let i = 0; i < 500 && !(await noticeTo('mum')); i++) await pause()
}

const noticeTo = async (who: string) => {
  const id = conversationId(stage.world.keys, 'wecom_kf', stage.account(who))
  return (await stage.world.rows('SELECT notice_to FROM conversation WHERE id = ?', id))[0]?.[0] ?? null
}

const queueCard = async (who: string, label: string) => {
  const [row] = await stage.world.rows(
    'SELECT g.guardian_id, c.id FROM guardianship g JOIN child c ON c.id = g.child_id WHERE c.label = ?',
    label,
  )
  const night = new Date(stage.world.now() + (8 - 12) * HOUR).toISOString().slice(0, 10)
  const link = { guardianId: String(row?.[0]), childId: String(row?.[1]), night, lang: 'zh' as const }
  const reply = nightNotice(stage.world.keys, 'https://wanling.example', link, label)
  await stage.world.queue('wecom_kf', stage.account(who), reply, 'link')
  await settle(stage)
}

const notices = (who: string) => stage.fake.sentTo(`parent_${who}`, 'notice')

test('who is subscribed in 家校通讯录 can be sent notices, who is not cannot, and nothing is kept of strangers', async () => {
  expect(await noticeTo('mum')).toBeTruthy()
  expect(String(await noticeTo('mum'))).not.toContain('parent_mum')
  expect(await noticeTo('dad')).toBeNull()
  stage.fake.state.parents.push(parent('stranger', 7, 1))
  expect(await stage.world.rows('SELECT count(*) FROM conversation')).toEqual([[2]])
})

test('a parent silent for 60 hours still gets the card of tonight and answers it in two taps', async () => {
  stage.world.at('2026-11-23 20:00')
  const message = { id: 'x', address: stage.address('mum'), reply: { say: '在' } }
  expect(await stage.channel.send(message)).toEqual({ outcome: 'hold' })
  await stage.world.tick()
  await settle(stage)
  expect(notices('mum')).toHaveLength(1)
  expect(stage.fake.sentTo('parent_dad')).toEqual([])
  expect(await stage.world.rows('SELECT count(*) FROM outbox WHERE seq IS NULL')).toEqual([[1]])
  const [notice] = notices('mum')
  expect(notice?.say).toContain('小雨今晚的作业')
  const path = new URL(notice?.url ?? '').pathname
  const page = async () => (await stage.world.service.app.request(path)).text()
  for (const label of ['40分钟', '9点20']) {
    const html = await page()
    const choice = new RegExp(`value="([^"]+)"[^>]*>${label}<`).exec(html)?.[1] ?? ''
    const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const body = new URLSearchParams({ choice, id })
    expect((await stage.world.service.app.request(path, { method: 'POST', body })).status).toBe(200)
  }
  expect(await stage.world.rows('SELECT written_min, bed_offset FROM night')).toEqual([[40, 200]])
  await stage.world.tick()
  expect(notices('mum')).toHaveLength(1)
})

test('the notice opens no chat and costs no message; the chat can change what the page recorded', async () => {
  stage.world.pass(5000)
  expect(await hear(stage, 'mum', () => stage.say('mum', '刚才说错了,是50分钟'))).toContain('50分钟')
})

test('a parent who has gone from the book is sent no more notices, and the chat is untouched', async () => {
  const known = stage.fake.state.parents.findIndex(one => one.parent_userid === 'parent_mum')
  stage.fake.state.parents.splice(known, 1)
  await queueCard('mum', '小雨')
  expect(await noticeTo('mum')).toBeNull()
  expect(await hear(stage, 'mum', () => stage.say('mum', '帮助'))).toContain('一句话就行')
})

test('subscribing is told by WeCom, and counts at once', async () => {
  stage.fake.state.parents.push(parent('mum', 7, 1))
  await stage.fake.event('sys', 'change_school_contact', '<ChangeType>subscribe</ChangeType><Id>parent_mum</Id>')
  for (let i = 0; i < 500 && !(await noticeTo('mum')); i++) await pause()
  expect(await noticeTo('mum')).toBeTruthy()
})

test('a notice needs a link, and its title and words are cut to what an article holds', async () => {
  const notify = stage.channel.notify?.bind(stage.channel)
  const message = { id: 'n', address: 'parent_mum' }
  expect(await notify?.({ ...message, reply: { say: '没有链接' } })).toMatchObject({ outcome: 'refused' })
  const link = { label: '打开', url: 'https://wanling.example/n/1' }
  expect(await notify?.({ ...message, reply: { say: `${'字'.repeat(43)}\n${'字'.repeat(300)}`, link } })).toEqual({
    outcome: 'sent',
  })
  expect(notices('mum').at(-1)?.say.split('\n')[0]).toBe(`${'字'.repeat(41)}…`)
})
