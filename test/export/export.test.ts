import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LINKS, ownedTables } from '../../src/erasure/owners.ts'
import { NOT_TOLD, SETTINGS, TOLD } from '../../src/export/tables.ts'
import { bind, invite, remove, tap, whoIs } from '../erasure/family.ts'
import { found } from '../erasure/plant.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const say = async (account: string, text: string, id?: string) => (await world.post(account, { text }, id)).replies

/** Links of an export: the one for people, then the one for computers. */
const links = async (account: string): Promise<string[]> =>
  (await say(account, '/export')).flatMap(reply => (reply.file ? [reply.file.url] : []))

const open = (link = '') => world.service.app.request(link)
const read = async (link = '') => (await open(link)).text()

const twoParents = async () => {
  await bind(world, 'mum')
  await invite(world, 'mum', 'dad')
  await say('mum', '作业50分钟 9点10睡')
  await say('dad', '作业61分钟 9点37睡')
}

describe('an export', () => {
  test('is saved under a name of its day, and kept in no cache', async () => {
    await twoParents()
    const [text, json] = await links('mum')
    const answer = await open(text)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('晚铃记录-2026-11-23.txt'))
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect((await open(json)).headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  test('is whole as JSON, with versions and times, and of the other parent says only that there was one', async () => {
    await twoParents()
    const mum = await whoIs(world, 'mum', '小雨')
    const dad = await whoIs(world, 'dad', '小雨')
    const text = await read((await links('mum'))[1])
    const copy: Record<string, unknown[]> = JSON.parse(text)
    expect(copy.children).toMatchObject([{ name: '小雨', youAre: 'mother', classes: [{ grade: 3, classNo: 2 }] }])
    expect(copy.entries).toEqual([
      {
        child: '小雨',
        kind: 'report',
        saidAt: '2026-11-23T21:50:00+08:00',
        homeworkMinutes: 50,
        lightOut: '21:10',
        night: '2026-11-23',
        saidAhead: false,
      },
    ])
    expect(copy.consents?.[0]).toEqual({
      child: '小雨',
      kind: 'C1',
      version: '2026-11',
      answer: 'given',
      at: '2026-11-23T21:50:00+08:00',
    })
    expect(copy.settings).toEqual({ chats: [{ channel: 'webchat', language: 'zh' }] })
    expect(copy.changes).toContainEqual({
      at: '2026-11-23',
      by: 'other parent',
      what: 'NightCorrected',
      child: '小雨',
      night: '2026-11-23',
    })
    for (const secret of ['61', '21:37', dad.guardian, dad.conversation, mum.guardian, mum.conversation, mum.child])
      expect(text).not.toContain(secret)
  })

  test('is stored nowhere: its content is made when its link is opened', async () => {
    await bind(world, 'mum')
    await say('mum', '作业50分钟 9点10睡')
    const [text] = await links('mum')
    expect(await read(text)).toContain('在家写学校作业50分钟')
    expect(await found(world, '在家写学校作业')).toEqual([])
    await say('mum', '刚才说错了,是40分钟')
    expect(await read(text)).toContain('在家写学校作业40分钟')
  })

  test('asked for twice by one update gives the same links', async () => {
    await bind(world, 'mum')
    const first = await world.post('mum', { text: '导出' }, 'once')
    const again = await world.post('mum', { text: '导出' }, 'once')
    expect(again.text).toBe(first.text)
    expect((await world.rows("SELECT count(*) FROM change_log WHERE type = 'CopyAsked'"))[0]).toEqual([1])
  })
})

test('every table that names a guardian is in the copy, or is left out for a reason', () => {
  const named = [
    ...ownedTables()
      .filter(one => one.columns.guardian.length > 0)
      .map(one => one.table),
    LINKS,
  ]
  expect(named.filter(one => ![...TOLD, ...SETTINGS, ...Object.keys(NOT_TOLD)].includes(one))).toEqual([])
})

describe('a link', () => {
  test('cannot be guessed or bent into another’s', async () => {
    await twoParents()
    const [text = ''] = await links('mum')
    for (const at of [8, 20, 60, text.length - 1]) {
      const bent = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
      expect((await open(bent)).status, bent).toBe(404)
    }
    for (const link of ['/files/', '/files/x', '/files/a.b.c', `/files/${world.keys.seal('{}', 'another place')}`])
      expect((await open(link)).status, link).toBe(404)
    expect(new Set([...(await links('mum')), ...(await links('dad')), text]).size).toBe(5)
  })

  test('dies after twenty-four hours, and with the record it opens', async () => {
    await bind(world, 'mum')
    const [text] = await links('mum')
    world.at('2026-11-24 21:49')
    expect((await open(text)).status).toBe(200)
    world.at('2026-11-24 21:50')
    expect((await open(text)).status).toBe(404)
    const [fresh] = await links('mum')
    const locked = await remove(world, 'mum')
    expect((await open(fresh)).status).toBe(404)
    await tap(world, 'mum', locked, '反悔')
    expect((await open(fresh)).status).toBe(200)
  })
})
