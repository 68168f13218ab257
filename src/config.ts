import * as z from 'zod'
import { type ChannelConfig, channelConfigOf, channelProblems, channelShape, optional, url } from './config-channels.ts'

/** The environment as Wanling understands it. Parsed once; nothing else reads the environment. */
export interface Config extends ChannelConfig {
  production: boolean
  port: number
  host: string
  databaseUrl: string
  databaseToken: string | undefined
  /** 32 bytes; undefined outside production, where one is made and kept beside the file. */
  secretKey: Buffer | undefined
  publicUrl: string | undefined
  /** Folder of the nightly backups; undefined for the one beside the file. */
  backupDir: string | undefined
  webchat: boolean
  /** Epoch ms at which the clock starts; undefined for the machine's own. */
  startAt: number | undefined
  demo: 'on' | 'off' | 'auto'
  logLevel: string
}

/** A setting that is missing or wrong. The message names the variable and the way to mend it. */
export class BadConfig extends Error {
  override name = 'BadConfig'
}

const onOff = z.enum(['on', 'off'], { error: 'is on or off' })

const shape = z.object({
  NODE_ENV: optional(z.string()),
  PORT: optional(z.coerce.number({ error: 'is a number, 0 to 65535' }).int().min(0).max(65535)),
  HOST: optional(z.string()),
  DATABASE_URL: optional(
    z.string().regex(/^(file:.+|(libsql|https?):\/\/.+)$/, 'is file:PATH, libsql://HOST or http://HOST:PORT'),
  ),
  DATABASE_AUTH_TOKEN: optional(z.string()),
  SECRET_KEY: optional(
    z
      .string()
      .refine(
        text => Buffer.from(text, 'base64').length === 32,
        'is 32 random bytes as base64: openssl rand -base64 32',
      ),
  ),
  PUBLIC_URL: optional(url),
  BACKUP_DIR: optional(z.string()),
  WEBCHAT: optional(onOff),
  WANLING_NOW: optional(z.iso.datetime({ offset: true, error: 'is an ISO instant such as 2026-11-23T20:30:00+08:00' })),
  WANLING_DEMO: optional(onOff),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])),
  ...channelShape,
})

type Environment = z.infer<typeof shape>

/**
 * Reads the environment.
 * @throws BadConfig that names every variable that is wrong or missing.
 */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const result = shape.safeParse(env)
  if (!result.success) {
    throw new BadConfig(result.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  }
  const problems = contradictions(result.data)
  if (problems.length > 0) throw new BadConfig(problems.join('\n'))
  return configOf(result.data)
}

const contradictions = (env: Environment): string[] => {
  const production = env.NODE_ENV === 'production'
  return [
    production && !env.SECRET_KEY
      ? 'SECRET_KEY is missing: make one with openssl rand -base64 32 and keep it safe'
      : '',
    production && env.WANLING_NOW ? 'WANLING_NOW is for trying things out and is refused in production' : '',
    ...channelProblems(env),
  ].filter(Boolean)
}

const configOf = (env: Environment): Config => {
  const production = env.NODE_ENV === 'production'
  return {
    production,
    port: env.PORT ?? 8787,
    host: env.HOST ?? '127.0.0.1',
    databaseUrl: env.DATABASE_URL ?? 'file:data/wanling.db',
    databaseToken: env.DATABASE_AUTH_TOKEN,
    secretKey: env.SECRET_KEY ? Buffer.from(env.SECRET_KEY, 'base64') : undefined,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, ''),
    backupDir: env.BACKUP_DIR,
    webchat: env.WEBCHAT ? env.WEBCHAT === 'on' : !production,
    startAt: env.WANLING_NOW ? Date.parse(env.WANLING_NOW) : undefined,
    demo: env.WANLING_DEMO ?? 'auto',
    logLevel: env.LOG_LEVEL ?? 'info',
    ...channelConfigOf(env),
  }
}
