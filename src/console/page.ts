import type { Context } from 'hono'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Background } from '../background/background.ts'
import type { Lang } from '../chat/inbound.ts'
import type { Database } from '../db/database.ts'
import type { Keys } from '../db/keys.ts'
import type { AuditLog } from './audit/log.ts'
import type { Action, Actor } from './roles.ts'
import type { Person } from './session.ts'
import { readCountyUnit, readUnit, type Unit } from './unit.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What the console works with. Pages are made of it: `const rosterPages = (deps: ConsoleDeps): Page[]`. */
export interface ConsoleDeps {
  db: Database
  keys: Keys
  /** Where lists of more than 20 ms are read. */
  background: Background
  audit: AuditLog
  now: () => number
  random: (n: number) => Uint8Array
  newId: () => string
  /** The county's time zone. */
  zone: string
  production: boolean
  /** Where staff reach the console, without a slash at the end. */
  publicUrl: string
}

/** A form as it came: texts, and files where the page takes any. A name that came twice counts as it came last. */
export type Form = Record<string, string | File>

/** One request, let in: the person may do this page's action in its unit. */
export interface Visit {
  c: Context
  lang: Lang
  /** Epoch ms. */
  now: number
  /** The county's day, `YYYY-MM-DD`. */
  today: string
  /** Nobody (an empty id) on a public page that is open to whoever is not signed in. */
  actor: Actor
  person: Person | undefined
  unit: Unit
  params: Record<string, string>
  form: Form
  /** What a form's token is made for: the session, or a visitor's cookie. */
  visitId: string
  /** Names of the units of the person's roles, by id. */
  unitNames: ReadonlyMap<string, string>
}

/** What a page shows inside the layout. */
export interface View {
  title: string
  body: Html
  /** 200 unless said; a refused form answers 422, a stale one 409. */
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
}

/** One row of the route table. There is no other way into the console. */
export interface Page {
  method: 'GET' | 'POST'
  /** Below `/console`, such as `/u/:unit/staff`. */
  path: string
  action: Action
  /** The unit that this address is about; undefined is the same as not allowed. */
  unit: (db: Database, params: Record<string, string>, today: string) => Promise<Unit | undefined>
  /** A line of the menu, for each unit in which the person holds a role for the action. Its path has `:unit` or nothing. */
  menu?: Record<Lang, string>
  /** The largest form in bytes; 64 KB unless said, which is enough for text. */
  largest?: number
  /** Answers the visit, or with a response of its own: a redirect after a change (303), a file. */
  answer: (visit: Visit) => Promise<View | Response>
}

/** The page is about the whole county, or about nobody but the person who is signed in. */
export const theCounty: Page['unit'] = db => readCountyUnit(db)

/** The page is about the unit that stands in its address. */
export const unitInPath =
  (...kinds: Unit['kind'][]): Page['unit'] =>
  async (db, { unit = '' }) => {
    const found = await readUnit(db, unit)
    return found && kinds.includes(found.kind) ? found : undefined
  }

/** An address of the console: `consolePath('/u/:unit/staff', { unit })`. */
export const consolePath = (path: string, params: Record<string, string> = {}): string =>
  `/console${path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`.replace(/\/$/, '')
