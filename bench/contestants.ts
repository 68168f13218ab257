import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Libsql from 'libsql'
import { EVENING } from './people.ts'
import { type Helper, startHelper, startProgram } from './processes.ts'
import { seedFamilies } from './seed.ts'

/** One that is measured: where it takes updates, and what must be true before a round or the run counts. */
export interface Contestant {
  name: string
  port: number
  headers: Record<string, string>
  /** How far its clock is ahead of the machine's, in ms. */
  shift: number
  /** People who may write to it. */
  users: number
  /** Resolves to the instant (epoch ms) at which the last of so many answers had reached the platform. */
  settle(answers: number): Promise<number>
  /** Ends it. @throws Error when not every one of so many updates is on disk. */
  stop(updates: number): Promise<void>
}

const ANYBODY = { headers: {}, shift: 0, users: Number.MAX_SAFE_INTEGER, settle: async () => 0 }

const portOf = ({ told }: Helper): number => Number(Reflect.get(Object(told), 'port'))

/** (a) A handler that parses and answers. */
export const bare = async (): Promise<Contestant> => {
  const helper = await startHelper('servers/bare.ts')
  return { ...ANYBODY, name: 'bare', port: portOf(helper), stop: () => helper.stop() }
}

/** (b) The same and one insert. */
export const insert = async (folder: string): Promise<Contestant> => {
  const file = join(folder, 'insert.db')
  const helper = await startHelper('servers/insert.ts', [file])
  const stop = async (updates: number): Promise<void> => {
    await helper.stop()
    onDisk(file, 'update_log', updates)
  }
  return { ...ANYBODY, name: 'insert', port: portOf(helper), stop }
}

export const TOKEN = '100200300:AAbenchmark-token'
const SECRET = 'benchmark_secret'

/** The environment of the program over a seeded file, with the fake platform at `api`. */
export const programEnv = (file: string, secret: Buffer, api: string): Record<string, string> => ({
  DATABASE_URL: `file:${file}`,
  SECRET_KEY: secret.toString('base64'),
  WANLING_DEMO: 'off',
  WANLING_NOW: EVENING,
  TELEGRAM_BOT_TOKEN: TOKEN,
  TELEGRAM_WEBHOOK_SECRET: SECRET,
  TELEGRAM_API_ROOT: api,
})

/** The fake platform: its address, and when the last of so many messages arrived. */
export const startPlatform = async () => {
  const helper = await startHelper('load/platform.ts')
  const settle = async (expected: number): Promise<number> => {
    const deadline = Date.now() + PATIENCE_MS
    for (let arrived = 0; ; ) {
      const { messages, last } = Object(await helper.ask({ tell: true }))
      arrived += messages
      if (arrived === expected) return last
      if (arrived > expected || Date.now() > deadline) throw new Error(`${expected} answers, ${arrived} messages`)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }
  return { url: String(Reflect.get(Object(helper.told), 'url')), settle, stop: helper.stop }
}

/** How long a round's last messages may take. */
const PATIENCE_MS = 20_000

/** (c) The program as it is shipped, over an embedded file: every update is answered by one message. */
export const telegram = async (folder: string, families: number): Promise<Contestant & { pid: number }> => {
  const file = join(folder, 'wanling.db')
  const secret = randomBytes(32)
  await seedFamilies({ file, secret, families })
  const platform = await startPlatform()
  const program = await startProgram(programEnv(file, secret, platform.url))
  return {
    name: 'telegram',
    port: program.port,
    pid: program.pid,
    headers: { 'x-telegram-bot-api-secret-token': SECRET },
    shift: Date.parse(EVENING) - Date.now(),
    users: families,
    settle: platform.settle,
    async stop(updates) {
      await program.stop()
      await platform.stop()
      onDisk(file, 'turn', updates)
    },
  }
}

const onDisk = (file: string, table: string, updates: number): void => {
  const db = new Libsql(file)
  const { n } = Object(db.prepare(`SELECT count(*) AS n FROM ${table}`).get())
  db.close()
  if (n !== updates) throw new Error(`${updates} updates were answered and ${n} are on disk`)
}
