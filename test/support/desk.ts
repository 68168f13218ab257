import { hashPassword } from 'better-auth/crypto'
import type { Role } from '../../src/console/roles.ts'
import { staff, staffPassword, staffRole } from '../../src/db/schema/index.ts'
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

/** Signs in with the password alone, as outside production. */
export const signIn = async (world: World, id: string, lang = 'zh-CN'): Promise<Browser> => {
  const browser = newBrowser(world.service.app, lang)
  const page = await browser.get('/console/sign-in')
  const answer = await browser.send(page, '/console/sign-in', { email: `${id}@example.cn`, password: PASSWORD })
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`)
  return browser
}
