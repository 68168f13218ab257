import { existsSync, readFileSync } from 'node:fs'
import Libsql from 'libsql'
import { expect, test } from 'vitest'
import { wanling } from '../support/cli.ts'
import { newFile, serveFile } from '../support/server.ts'

/** The shipped program, its thread included: a copy is made, the record is deleted, and no byte of it stays. */

interface Reply {
  say: string
  choices?: { id: string; label: string }[]
  file?: { url: string }
}

const NOW = '2026-11-23T21:50:00+08:00'

test('a copy comes from the thread; a purge by the job leaves nothing in the file', async () => {
  const file = newFile()
  const server = await serveFile(file, { WANLING_DEMO: 'on', WANLING_NOW: NOW })
  const page = await (await fetch(`${server.url}/chat`)).text()
  const [code] = /(?<="start":")[2-9A-Z]{10}/.exec(page) ?? ['']
  const post = async (content: object): Promise<Reply[]> => {
    const body = JSON.stringify({ account: 'visitor', ...content })
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(`${server.url}/chat/api/messages`, { method: 'POST', headers, body })
    return ((await response.json()) as { replies: Reply[] }).replies
  }
  const tap = (said: Reply[], ending: string) =>
    post({ choice: said.flatMap(one => one.choices ?? []).find(one => one.id.endsWith(ending))?.id ?? '' })

  let said = await post({ start: code })
  for (const ending of ['child:yes', 'relation:mother', 'c1:yes']) said = await tap(said, ending)
  await post({ text: '作业50分钟 9点10睡' })
  const [text] = await post({ text: '导出' })
  expect(await (await fetch(`${server.url}${text?.file?.url}`)).text()).toContain('在家写学校作业50分钟')
  expect((await tap(await post({ text: '删除' }), 'delete:account'))[0]?.say).toContain('锁起来了')
  expect((await fetch(`${server.url}${text?.file?.url}`)).status).toBe(404)
  await server.stop()

  const ids = traces(file)
  expect(ids).toHaveLength(1)
  expect(ids.map(id => inBytes(file, id))).toEqual([true])
  const early = await wanling(file, ['jobs', 'run', 'erasure', '--at', '2026-12-07T02:59:00+08:00'], NOW)
  expect([early.code, traces(file)]).toEqual([0, ids])
  const run = await wanling(file, ['jobs', 'run', 'erasure', '--at', '2026-12-07T03:00:00+08:00'], NOW)
  expect([run.code, run.err]).toEqual([0, ''])
  expect(traces(file)).toEqual([])
  expect(ids.map(id => inBytes(file, id))).toEqual([false])
})

const inBytes = (file: string, text: string): boolean =>
  [file, `${file}-wal`].some(one => existsSync(one) && readFileSync(one).includes(text))

/** Ids of whoever waits to be purged. (The demo keeps those of its invited children until the next start.) */
const traces = (file: string): string[] => {
  const db = new Libsql(file)
  const rows = db.prepare('SELECT guardian_id FROM erasure_link').raw(true).all()
  db.close()
  return rows.flat().map(String)
}
