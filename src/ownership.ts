import { BadConfig, type Config } from './config.ts'
import type { Database } from './db/database.ts'
import { statement } from './db/statement.ts'

/** A decision that must be made before families are served, and the command that keeps it. */
export interface NeededSetting {
  key: string
  how: string
}

/** Who runs this machine, and whose each channel's account is: a complaint is never taken by the accused (promise 5). */
export const neededSettings = (config: Config): NeededSetting[] => [
  { key: 'operator', how: `npx wanling set operator '{"name":"…","contact":"…","kind":"bureau","receivers":[]}'` },
  ...(config.webchat ? [owner('webchat')] : []),
  ...(config.telegram ? [owner('telegram')] : []),
  ...(config.lark ? [owner('lark')] : []),
  ...(config.wecom ? [owner('wecom')] : []),
]

const owner = (channel: string): NeededSetting => ({
  key: `owner.${channel}`,
  how: `npx wanling set owner.${channel} '"UNIT"'`,
})

/** Production serves families only when all of it is decided. @throws BadConfig */
export const refuseUnowned = async (config: Config, db: Database): Promise<void> => {
  if (!config.production) return
  const [rows = []] = await db.read([statement('SELECT key FROM setting')])
  const set = new Set(rows.map(row => String(row[0])))
  const missing = neededSettings(config).filter(({ key }) => !set.has(key))
  if (missing.length > 0) throw new BadConfig(missing.map(({ key, how }) => `${key} is not set: ${how}`).join('\n'))
}
