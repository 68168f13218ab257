import pino from 'pino'
import { BadConfig, readConfig } from './config.ts'
import { WrongSecretKey } from './db/keys.ts'
import { NewerDatabase } from './db/migrate.ts'
import { loadEnvFile } from './env-file.ts'
import { start } from './serve.ts'

const OLDEST_NODE = 26

const main = async (): Promise<void> => {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new BadConfig(
      `Node.js ${OLDEST_NODE} or newer is needed, and this is ${process.version}: use npm start, or install it`,
    )
  }
  loadEnvFile()
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
  const running = await start(config, log)
  const end = () => void running.stop().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  for (const line of running.lines) process.stdout.write(`${line}\n`)
}

main().catch((error: unknown) => {
  const known = error instanceof BadConfig || error instanceof WrongSecretKey || error instanceof NewerDatabase
  process.stderr.write(
    known
      ? `${error.message}\n`
      : `Wanling could not start: ${error instanceof Error ? (error.stack ?? error.name) : 'unknown error'}\n`,
  )
  process.exit(1)
})
