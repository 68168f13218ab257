import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { newFile, serveFile, turnsIn } from '../support/server.ts'
import { post } from './post.ts'

const HELD_MS = 5000

/** A second process that holds the file's write lock for longer than the writer is patient. */
const holdLock = async (file: string): Promise<{ released: Promise<unknown> }> => {
  const script = `const D=require('libsql');const d=new D(process.argv[1],{timeout:5000});d.exec('BEGIN IMMEDIATE');
    console.log('held');setTimeout(()=>{d.exec('COMMIT');process.exit(0)},${HELD_MS})`
  const child = spawn(process.execPath, ['-e', script, file])
  await once(child.stdout, 'data')
  return { released: once(child, 'exit') }
}

test('while another process holds the lock, what is acknowledged is on disk, the rest says 503, and healthz answers', async () => {
  const file = newFile()
  const server = await serveFile(file)
  expect((await post(server.url, 'first', 'first'))?.status).toBe(200)
  const { released } = await holdLock(file)
  const answered: string[] = []
  const refused: string[] = []
  let slowest = 0
  const until = performance.now() + HELD_MS
  const turns: Promise<void>[] = []
  for (let i = 0; performance.now() < until; i++) {
    const id = `locked-${i}`
    turns.push(
      post(server.url, id, id).then(answer => {
        expect([200, 503]).toContain(answer?.status)
        const side = answer?.status === 200 ? answered : refused
        side.push(id)
      }),
    )
    const asked = performance.now()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - asked)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await released
  await Promise.all(turns)
  expect(refused.length).toBeGreaterThan(0)
  expect(slowest).toBeLessThan(100)
  for (const id of refused) expect((await post(server.url, id, id))?.status).toBe(200)
  await server.kill()
  const onDisk = turnsIn(file)
  for (const id of ['first', ...answered, ...refused]) expect(onDisk.get(id), id).toBe(1)
})
