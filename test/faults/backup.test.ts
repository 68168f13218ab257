import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { wanling } from '../support/cli.ts'
import { altered, fill, spoil } from '../support/copies.ts'
import { newFile, type Running, serveFile, turnsIn } from '../support/server.ts'
import { post } from './post.ts'

/** Backup and restore of the shipped program. Outside production the secret is kept beside the file as FILE.key. */
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const beside = (file: string, name: string): string => join(dirname(file), name)
const namesBeside = (file: string): string[] => readdirSync(dirname(file)).sort()

/** Takes turns until told to stop; every id is given to `answered` once its answer is there. */
const talk = (server: Running, answers: Map<string, string>) => {
  let stopped = false
  const speaker = async (n: number): Promise<void> => {
    for (let i = 0; !stopped; i++) {
      const id = `turn-${n}-${i}`
      const answer = await post(server.url, `account-${n}-${i}`, id)
      if (answer?.status === 200) answers.set(id, answer.text)
    }
  }
  const speakers = [1, 2, 3].map(speaker)
  return async () => {
    stopped = true
    await Promise.all(speakers)
  }
}

test('a backup made while turns are taken holds every turn answered before it, and answers them the same once restored', async () => {
  const file = newFile()
  const server = await serveFile(file)
  const answers = new Map<string, string>()
  const stopTalking = talk(server, answers)
  while (answers.size < 10) await pause(10)
  const before = new Map(answers)
  const backup = beside(file, 'copy.db')
  const made = await wanling(file, ['backup', backup])
  await stopTalking()
  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toContain('does not hold SECRET_KEY')
  expect(statSync(backup).mode & 0o777).toBe(0o600)
  expect(answers.size).toBeGreaterThan(before.size)
  await server.kill()

  const fresh = newFile()
  copyFileSync(`${file}.key`, `${fresh}.key`)
  expect(await wanling(fresh, ['restore', backup])).toMatchObject({ code: 0, err: '' })
  const onDisk = turnsIn(fresh)
  for (const id of before.keys()) expect(onDisk.get(id), id).toBe(1)
  const restored = await serveFile(fresh)
  for (const [id, text] of before)
    expect(await post(restored.url, id.replace('turn', 'account'), id)).toEqual({ status: 200, text })
  await restored.kill()
})

test('the old database is kept beside, and can be put back', async () => {
  const file = newFile()
  let server = await serveFile(file)
  await post(server.url, 'mum', 'before')
  await wanling(file, ['backup', beside(file, 'copy.db')])
  await post(server.url, 'mum', 'after')
  await server.kill()
  const done = await wanling(file, ['restore', beside(file, 'copy.db')])
  expect(done.code).toBe(0)
  expect([...turnsIn(file).keys()]).toEqual(['before'])
  const kept = namesBeside(file).find(name => name.includes('before-restore')) ?? ''
  expect(done.out).toContain(kept)
  expect(await wanling(file, ['restore', beside(file, kept), '--plain'], '2026-11-23T11:00:00+08:00')).toMatchObject({
    code: 0,
  })
  expect([...turnsIn(file).keys()].sort()).toEqual(['after', 'before'])
  server = await serveFile(file)
  expect((await post(server.url, 'dad', 'later'))?.status).toBe(200)
  await server.kill()
})

describe('refused before anything is touched', () => {
  const file = newFile()
  const good = beside(file, 'good.db')
  let standing: Buffer
  let names: string[]

  beforeAll(async () => {
    const server = await serveFile(file)
    await post(server.url, 'mum', 'first')
    await server.stop()
    expect((await wanling(file, ['backup', good])).code).toBe(0)
    for (const name of ['damaged', 'half', 'newer', 'foreign']) copyFileSync(good, beside(file, `${name}.db`))
    writeFileSync(beside(file, 'empty.db'), '')
    writeFileSync(beside(file, 'sheet.db'), 'PK\u0003\u0004 not a database at all')
    spoil(beside(file, 'damaged.db'), Math.floor(statSync(good).size / 2))
    truncateSync(beside(file, 'half.db'), Math.floor(statSync(good).size / 2))
    await altered(beside(file, 'newer.db'), "INSERT INTO migration VALUES ('9999_later', 0)")
    await altered(beside(file, 'foreign.db'), 'DROP TABLE key_ring')
    standing = readFileSync(file)
    names = namesBeside(file)
  })

  test.each([
    ['damaged.db', 'damaged; it is not what was backed up'],
    ['half.db', 'not all of it'],
    ['newer.db', 'made by a newer Wanling'],
    ['foreign.db', 'a database of some other program'],
    ['empty.db', 'no backup made by wanling backup'],
    ['sheet.db', 'no backup made by wanling backup'],
    ['nowhere.db', 'there is no such file'],
  ])('%s: %s', async (name, reason) => {
    const { code, out, err } = await wanling(file, ['restore', beside(file, name)])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(reason)
    expect(err).toContain('Nothing was touched.')
    expect(readFileSync(file)).toEqual(standing)
    expect(namesBeside(file)).toEqual(names)
  })

  test.each(['half.db', 'sheet.db', 'empty.db', 'newer.db'])('%s is refused as a plain file too', async name => {
    expect((await wanling(file, ['restore', beside(file, name), '--plain'])).code).toBe(1)
    expect(readFileSync(file)).toEqual(standing)
  })

  test('another SECRET_KEY, or none', async () => {
    const other = newFile()
    const none = await wanling(other, ['restore', good])
    expect(none).toMatchObject({ code: 1 })
    expect(none.err).toContain('SECRET_KEY is not set')
    writeFileSync(`${other}.key`, Buffer.alloc(32, 7).toString('base64'))
    const wrong = await wanling(other, ['restore', good])
    expect(wrong).toMatchObject({ code: 1 })
    expect(wrong.err).toContain('the present SECRET_KEY does not open it')
    expect(namesBeside(other)).toEqual(['wanling.db.key'])
  })

  test('while a server has it open, however idle', async () => {
    const server = await serveFile(file)
    const refused = await wanling(file, ['restore', good])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('A program has the database open')
    expect((await post(server.url, 'mum', 'second'))?.status).toBe(200)
    await server.stop()
    expect(turnsIn(file).get('second')).toBe(1)
    expect(await wanling(file, ['restore', good])).toMatchObject({ code: 0, err: '' })
  })

  test('a backup is not written over another, and none is made where there is no database', async () => {
    const again = await wanling(file, ['backup', good])
    expect(again).toMatchObject({ code: 1 })
    expect(again.err).toContain('is there already')
    const empty = newFile()
    expect((await wanling(empty, ['backup', beside(empty, 'copy.db')])).code).toBe(1)
    expect(namesBeside(empty)).toEqual([])
  })
})

test('a database too broken to open is moved aside, its log too, and the backup takes its place', async () => {
  const file = newFile()
  const server = await serveFile(file)
  await post(server.url, 'mum', 'first')
  await server.stop()
  const backup = beside(file, 'copy.db')
  await wanling(file, ['backup', backup])
  writeFileSync(file, Buffer.alloc(20_000, 7))
  writeFileSync(`${file}-wal`, Buffer.alloc(5000, 7))
  expect((await wanling(file, ['restore', backup])).code).toBe(0)
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect([...turnsIn(file).keys()]).toEqual(['first'])
})

const ROUNDS = 4

test('healthz answers within 100 ms while a file of more than 100 MB is backed up', async () => {
  const file = newFile()
  const first = await serveFile(file)
  await first.stop()
  fill(file, 120)
  const server = await serveFile(file)
  const slowest: number[] = []
  // Other work on the same disk can hold up any one round; a backup that held up the server would do so in every one.
  for (let round = 0; round < ROUNDS && !slowest.some(ms => ms < 100); round++) {
    let worst = 0
    let done = false
    const backup = wanling(file, ['backup', beside(file, `copy-${round}.db`)]).finally(() => {
      done = true
    })
    while (!done) {
      const asked = performance.now()
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
      worst = Math.max(worst, performance.now() - asked)
      await pause(5)
    }
    expect((await backup).code).toBe(0)
    slowest.push(worst)
  }
  await server.kill()
  expect(Math.min(...slowest)).toBeLessThan(100)
})
