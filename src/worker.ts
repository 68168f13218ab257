import { createClient } from '@libsql/client/web'
import { inPlace } from './background/in-place.ts'
import { channelsOf } from './channels.ts'
import { BadConfig, readConfig } from './config.ts'
import { openKeys } from './db/keys.ts'
import { pendingMigrations } from './db/migrate.ts'
import { RemoteDatabase } from './db/remote.ts'
import { makeReadFile } from './files/read.ts'
import { makeMetrics } from './metrics.ts'
import { importInPlace, noSheets } from './roster/desk/importer.ts'
import { makeService } from './service.ts'

/** Text settings of wrangler.toml and the secrets, by the names of the environment. */
type Env = Record<string, string | undefined>

const random = (n: number): Uint8Array => crypto.getRandomValues(new Uint8Array(n))

/** The same program over a remote libSQL. Opened once per isolate, by the first request that comes. */
const open = async (env: Env) => {
  const config = readConfig(env)
  if (!config.secretKey) throw new BadConfig('SECRET_KEY is missing: set it with wrangler secret put SECRET_KEY')
  const db = new RemoteDatabase(createClient({ url: config.databaseUrl, authToken: config.databaseToken }))
  if ((await pendingMigrations(db)).length > 0)
    throw new BadConfig('the database is behind this version: run npx wanling migrate')
  const keys = await openKeys(db, config.secretKey, Date.now())
  const metrics = makeMetrics()
  const background = inPlace(db)
  const channels = channelsOf({
    config,
    db,
    keys,
    now: Date.now,
    random,
    metrics,
    readFile: makeReadFile({ keys, background, now: Date.now }),
    starters: [],
    log: () => undefined,
  })
  const privacyUrl = `${config.publicUrl ?? ''}/privacy`
  const service = makeService({
    db,
    keys,
    background,
    importFor: importInPlace({ db, now: Date.now, random, readSheet: noSheets }),
    channels,
    metrics,
    now: Date.now,
    random,
    privacyUrl,
    // A Worker is only ever reached by https.
    publicUrl: config.publicUrl ?? 'https://wanling.invalid',
    production: config.production,
    fault: () => undefined,
  })
  return { service }
}

let opened: ReturnType<typeof open> | undefined

const running = (env: Env): ReturnType<typeof open> => {
  const attempt = opened ?? open(env)
  opened = attempt
  // A database that was out of reach for a moment must not keep the isolate shut.
  attempt.catch(() => {
    opened = undefined
  })
  return attempt
}

interface Context {
  waitUntil(work: Promise<unknown>): void
}

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    if (new URL(request.url).pathname === '/healthz') return new Response('ok')
    const service = await running(env).then(
      one => one.service,
      () => undefined,
    )
    // Not open: the platform sends the update again.
    if (!service) return new Response('not ready: see npx wanling migrate and the secrets', { status: 503 })
    const response = await service.app.fetch(request, env)
    context.waitUntil(service.idle())
    return response
  },
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const { service } = await running(env)
    await service.minute()
    await service.sweep()
  },
}
