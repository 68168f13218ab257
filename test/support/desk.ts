import { createHmac, randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Role } from '../../src/console/roles.ts'
import { staff, staffPassword, staffRole, staffSession } from '../../src/db/schema/index.ts'
import { insert } from '../../src/db/statement.ts'
import { type Browser, newBrowser } from './browser.ts'
import type { World } from './world.ts'

export const PASSWORD = '7GK2-9QWE-X4'
let hashed: Promise<string> | undefined

/** Puts a staff member with one role into the county, as `wanling staff add` would. */
export const newStaff = async (world: World, id: string, role: Role, unit: string, name = id): Promise<void> => {
  hashed ??= hashPassword(PASSWORD)
  const password = await hashed
  const login = { id: `p-${id}`, staffId: id, account: id, provider: 'credential', password, at: 0, changedAt: 0 }
  await world.db.write([
    insert(staff, { id, countyId: 'county', name, email: `${id}@example.cn`, at: 0 }),
    insert(staffPassword, login),
    insert(staffRole, { staffId: id, role, unit, from: '2026-09-01' }),
  ])
}

/** Somebody who is signed in already, without the hashing that a sign-in costs. */
export const enter = async (world: World, staffId: string, lang = 'zh-CN'): Promise<Browser> => {
  const browser = newBrowser(world.service.app, lang)
  const token = randomBytes(24).toString('base64url')
  const at = world.now()
  const session = { id: `x-${token}`, token, staffId, at, changedAt: at, expiresAt: at + 12 * 3600_000 }
  await world.db.write([insert(staffSession, session)])
  const signature = createHmac('sha256', world.keys.secret('sign-in')).update(token).digest('base64')
  browser.cookies.set('__Secure-wanling.session_token', encodeURIComponent(`${token}.${signature}`))
  return browser
}

/** Signs in with the password alone, as outside production. */
export const signIn = async (world: World, id: string, lang = 'zh-CN'): Promise<Browser> => {
  const browser = newBrowser(world.service.app, lang)
  const page = await browser.get('/console/sign-in')
  const answer = await browser.send(page, '/console/sign-in', { email: `${id}@example.cn`, password: PASSWORD })
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`)
  return browser
}
