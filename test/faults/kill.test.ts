import { expect, test } from 'vitest'
import { newFile, send, serveFile, turnsIn } from '../support/server.ts'

/** Promise 1: nothing accepted is lost, nothing is applied twice. */
const TURNS = 200
const KILLS = 4

test('200 turns while the process is killed: every answer is on disk exactly once and is answered the same again', async () => {
  const file = newFile()
  const answers = new Map<string, string>()
  const ids = Array.from({ length: TURNS }, (_, i) => `turn-${i}`)
  const accountOf = (id: string) => `account-${Number(id.slice(5)) % 150}`
  for (let round = 0; round <= KILLS; round++) {
    const server = await serveFile(file)
    const dies = round < KILLS
    const killed = dies ? new Promise(resolve => setTimeout(resolve, Math.random() * 60)).then(server.kill) : undefined
    await Promise.all(
      ids.map(async id => {
        const answer = await send(server.url, accountOf(id), id)
        if (answer === undefined) return
        const before = answers.get(id)
        if (before === undefined) answers.set(id, answer)
        else expect(answer).toBe(before)
      }),
    )
    await killed
    const onDisk = turnsIn(file)
    for (const id of answers.keys()) expect(onDisk.get(id)).toBe(1)
    if (!dies) await server.kill()
  }
  expect(answers.size).toBe(TURNS)
  expect([...turnsIn(file).values()].every(count => count === 1)).toBe(true)
})
