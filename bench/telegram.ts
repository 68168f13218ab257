import { randomBytes } from 'node:crypto'
import Libsql from 'libsql'
import type { Contestant } from './contestant.ts'
import { startHelper, startProgram } from './process.ts'
import { seedFamilies } from './seed.ts'

const TOKEN = '100200300:AAbenchmark-token'
const SECRET = 'benchmark_secret'
/** Every run is the same evening, so that the same answers are given. */
const EVENING = '2026-11-24T21:30:00+08:00'
const NIGHT = '2026-11-24'
/** Nights that each family has on record: two school weeks. */
const NIGHTS = 10

/** (c) The program as it is shipped, over an embedded file, with the fake platform in another process. */
export const telegramContestant = async (file: string, families: number): Promise<Contestant> => {
  const secret = randomBytes(32)
  const now = Date.parse(EVENING)
  await seedFamilies({ file, secret, families, nights: NIGHTS, tonight: NIGHT, now })
  const platform = await startHelper('platform.ts', [TOKEN])
  const server = await startProgram({
    DATABASE_URL: `file:${file}`,
    SECRET_KEY: secret.toString('base64'),
    WANLING_DEMO: 'off',
    WANLING_NOW: EVENING,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: String(Reflect.get(Object(platform.told), 'url')),
  })
  const shift = now - Date.now()
  let sentBefore = 0
  return {
    name: 'telegram',
    port: server.port,
    headers: { 'x-telegram-bot-api-secret-token': SECRET },
    night: NIGHT,
    shift,
    async settle() {
      const sent = await outboxEmpty(file)
      const { messages, last } = Object(await platform.ask({ count: true }))
      if (messages !== sent - sentBefore) throw new Error(`${sent - sentBefore} messages stored, ${messages} arrived`)
      sentBefore = sent
      return last
    },
    async stop() {
      await server.stop()
      await platform.stop()
    },
  }
}

const OUTBOX = 'SELECT count(*), count(*) FILTER (WHERE sent_at IS NULL), count(dead_at) FROM outbox'

/** Waits until every message is sent and resolves to how many there are. */
const outboxEmpty = async (file: string): Promise<number> => {
  const db = new Libsql(file)
  const counts = db.prepare(OUTBOX).raw(true)
  for (;;) {
    const [all = 0, waiting = 0, dead = 0] = Object.values(Object(counts.get())).map(Number)
    if (dead > 0) throw new Error(`${dead} messages could not be sent`)
    if (waiting === 0) {
      db.close()
      return all
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
