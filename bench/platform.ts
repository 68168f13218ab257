import { startFakeTelegram } from '../test/fakes/telegram/index.ts'

/** The fake platform in a process of its own. Tells how many messages have reached it, and when the last one did. */
const fake = await startFakeTelegram({ token: process.argv[2] ?? '', anyChat: true })

process.on('message', () => {
  const { length } = fake.sent
  const last = fake.sent.at(-1)?.at ?? 0
  // What was counted is forgotten, so that a long run does not slow the platform down.
  fake.sent.length = 0
  fake.calls.length = 0
  process.send?.({ messages: length, last })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ url: fake.url })
