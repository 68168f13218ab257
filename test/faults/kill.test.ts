import { expect, test } from 'vitest'
import { newFile, type Running, serveFile, turnsIn } from '../support/server.ts'
import { post } from './post.ts'

/** Promise 1: nothing accepted is lost, nothing is applied twice. */
const TURNS = 200
const KILLS = 6
/** The turns of a round arrive within this long, so that a kill finds some answered, some in hand and some on the way. */
const SPREAD_MS = 150

const ids = Array.from({ length: TURNS }, (_, i) => `turn-${i}`)
const accountOf = (id: string) => `account-${Number(id.slice(5)) % 150}`
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Sends what has no answer yet, and calls `answered` after each first 200. */
const sendRest = (server: Running, answers: Map<string, string>, answered: () => void) =>
  Promise.all(
    ids
      .filter(id => !answers.has(id))
      .map(async id => {
        await pause(Math.random() * SPREAD_MS)
        const answer = await post(server.url, accountOf(id), id)
        if (answer === undefined) return
        expect(answer.status).toBe(200)
        answers.set(id, answer.text)
        answered()
      }),
  )

/** One life of the program: it is killed when a random number of its turns are answered. */
const liveAndDie = async (file: string, answers: Map<string, string>) => {
  const server = await serveFile(file)
  let left = 1 + Math.floor(Math.random() * 15)
  let died: Promise<void> | undefined
  await sendRest(server, answers, () => {
    left -= 1
    if (left <= 0) died ??= server.kill()
  })
  await (died ?? server.kill())
}

test('200 turns while the process is killed: every answer is on disk exactly once and is answered the same again', async () => {
  const file = newFile()
  const answers = new Map<string, string>()
  for (let kills = 0; kills < KILLS; kills++) {
    const before = answers.size
    await liveAndDie(file, answers)
    expect(answers.size, 'the kill came after an answer').toBeGreaterThan(before)
    expect(answers.size, 'the kill came before the last answer').toBeLessThan(TURNS)
    const onDisk = turnsIn(file)
    for (const id of answers.keys()) expect(onDisk.get(id), id).toBe(1)
  }
  const server = await serveFile(file)
  await sendRest(server, answers, () => undefined)
  expect(answers.size).toBe(TURNS)
  const repeats = await Promise.all(ids.map(id => post(server.url, accountOf(id), id)))
  expect(repeats).toEqual(ids.map(id => ({ status: 200, text: answers.get(id) })))
  await server.kill()
  expect(turnsIn(file)).toEqual(new Map([...ids].sort().map(id => [id, 1])))
})
