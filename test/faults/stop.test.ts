import { expect, test } from 'vitest'
import { newFile, send, serveFile, turnsIn } from '../support/server.ts'

test('a stop finishes the turns in hand and ends by itself', async () => {
  const file = newFile()
  const server = await serveFile(file)
  await send(server.url, 'first', 'first')
  const turns = Array.from({ length: 40 }, (_, i) => send(server.url, `a${i}`, `turn-${i}`))
  await new Promise(resolve => setTimeout(resolve, 5))
  await server.stop()
  const answered = (await Promise.all(turns))
    .map((answer, i) => ({ answer, id: `turn-${i}` }))
    .filter(one => one.answer)
  const onDisk = turnsIn(file)
  for (const { id } of answered) expect(onDisk.get(id)).toBe(1)
  const again = await serveFile(file)
  for (const { id, answer } of answered) expect(await send(again.url, `a${id.slice(5)}`, id)).toBe(answer)
  expect(await again.stop()).toBe(0)
})
