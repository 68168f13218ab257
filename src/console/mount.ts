import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'
import { Unavailable } from '../db/database.ts'
import { assetVersion, mountAssets } from './assets.ts'
import { isFormToken } from './csrf.ts'
import { secure } from './headers.ts'
import { homePage } from './home.tsx'
import { hurdleOf, passes } from './hurdle.ts'
import { langOf, switchLang } from './lang.ts'
import { document, type Shown } from './layout.tsx'
import type { ConsoleDeps, Form, Page, View, Visit } from './page.ts'
import { broken, busy, ended, forged, notFound, roleChanged, tooLarge } from './refusals.tsx'
import { type Actor, can } from './roles.ts'
import { readPerson } from './session.ts'
import type { Unit } from './unit.ts'
import { readUnitNames } from './unit-names.ts'
import { visitorId } from './visitor.ts'

/** Text alone; a page that takes files says how much. */
const LARGEST_FORM = 64 * 1024
const NOBODY: Actor = { staffId: '', holdings: [] }
/** What a public page is about. */
const NOWHERE: Unit = { kind: 'county', id: '', within: [] }

export interface MountDeps extends ConsoleDeps {
  fault: (error: unknown) => void
}

/** Mounts every page of the route table below `/console`, and nothing else. Returns the table, home included. */
export const mountConsole = (app: Hono, pages: readonly Page[], deps: MountDeps): Page[] => {
  const https = deps.publicUrl.startsWith('https:')
  const menu = pages.filter(page => page.menu)
  const table = [homePage(deps, () => menu), ...pages]
  mountAssets(app)
  for (const path of ['/console', '/console/*']) {
    app.use(path, async (c, next) => {
      secure(c, https)
      const switched = switchLang(c, https)
      if (switched) return switched
      await next()
    })
  }
  const shell = makeShell(deps, menu, https)
  for (const page of table) {
    const path = page.path === '/' ? '/console' : `/console${page.path}`
    const largest = page.largest ?? LARGEST_FORM
    const limit = bodyLimit({ maxSize: largest, onError: c => shell.refuseSize(c, largest) })
    if (page.method === 'GET') app.get(path, c => shell.serve(c, page))
    else app.post(path, limit, c => shell.serve(c, page))
  }
  app.all('/console/*', c => shell.serveNothing(c))
  return table
}

/** What happens to a request before and around its page. */
const makeShell = (deps: MountDeps, menu: readonly Page[], https: boolean) => {
  const show = async (c: Context, shown: Shown, view: View): Promise<Response> =>
    c.html(await document(shown, view, menu, deps, assetVersion), view.status ?? 200)

  const welcome = async (c: Context): Promise<Shown & { now: number; today: string }> => {
    const now = deps.now()
    const lang = langOf(c)
    const today = dayOf(Temporal.Instant.fromEpochMilliseconds(now), deps.zone)
    const person = await readPerson(c, { ...deps, https }, today)
    const units = person?.holdings.map(held => held.unit) ?? []
    return {
      c,
      lang,
      now,
      today,
      person,
      actor: person ?? NOBODY,
      visitId: person?.session.id ?? visitorId(c, https, deps.random),
      unitNames: await readUnitNames(deps.db, units, today, lang),
    }
  }

  const answer = async (c: Context, page: Page): Promise<Response> => {
    const guest = await welcome(c)
    const { lang, person, actor, visitId } = guest
    const isPost = page.method === 'POST'
    if (!person && page.action !== 'public') return isPost ? show(c, guest, ended(lang)) : toSignIn(c)
    const hurdle = person && hurdleOf(person, deps.production)
    if (!passes(hurdle, page)) return c.redirect(`/console${hurdle}`, 303)
    const form = isPost ? await formOf(c) : {}
    const isOurs = isPost && isFormToken(deps.keys, visitId, c.req.path, form._token)
    const params = c.req.param()
    const unit = (await page.unit(deps.db, params, guest.today)) ?? (page.action === 'public' ? NOWHERE : undefined)
    if (!unit || !can(actor, page.action, unit)) {
      await deps.audit.write([{ event: 'PageRefused', actor: actor.staffId, subject: `${c.req.method} ${c.req.path}` }])
      return show(c, guest, isOurs ? roleChanged(lang) : notFound(lang))
    }
    if (isPost && !isOurs) return show(c, guest, forged(lang, backOf(c)))
    const visit: Visit = { ...guest, unit, params, form }
    const answered = await page.answer(visit)
    return answered instanceof Response ? answered : show(c, guest, answered)
  }

  const serve = async (c: Context, page: Page): Promise<Response> => {
    try {
      return await answer(c, page)
    } catch (error) {
      const isBusy = error instanceof Unavailable
      if (!isBusy) deps.fault(error)
      return show(c, stranger(c), isBusy ? busy(langOf(c)) : broken(langOf(c)))
    }
  }

  /** No page has this address. Who is not signed in learns nothing of that. */
  const serveNothing = async (c: Context): Promise<Response> => {
    const guest = await welcome(c)
    return guest.person ? show(c, guest, notFound(guest.lang)) : toSignIn(c)
  }

  const refuseSize = (c: Context, largest: number) => show(c, stranger(c), tooLarge(langOf(c), largest, backOf(c)))

  return { serve, serveNothing, refuseSize }
}

/** What a page shows when nothing could be read about who asks. */
const stranger = (c: Context): Shown => ({
  c,
  lang: langOf(c),
  actor: NOBODY,
  person: undefined,
  visitId: '',
  unitNames: new Map(),
})

const toSignIn = (c: Context): Response => {
  const { pathname, search } = new URL(c.req.url)
  const to = pathname === '/console' || c.req.method !== 'GET' ? '' : `?to=${encodeURIComponent(pathname + search)}`
  return c.redirect(`/console/sign-in${to}`, 303)
}

/** A form that cannot be read is as good as an empty one: its token is missing. */
const formOf = async (c: Context): Promise<Form> => {
  try {
    return await c.req.parseBody()
  } catch {
    return {}
  }
}

/** The page that a form was on, when the browser tells and it is ours. */
const backOf = (c: Context): string => {
  try {
    const { pathname, search } = new URL(c.req.header('Referer') ?? '')
    return pathname.startsWith('/console') ? `${pathname}${search}` : '/console'
  } catch {
    return '/console'
  }
}
