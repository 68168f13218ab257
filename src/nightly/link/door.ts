import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NotStored, type TakeTurn, type TurnAnswer } from '../../chat/channel.ts'
import { conversationId } from '../../chat/conversation.ts'
import type { Lang } from '../../chat/inbound.ts'
import type { Database } from '../../db/database.ts'
import type { Keys } from '../../db/keys.ts'
import { conversation } from '../../db/schema/index.ts'
import { insert } from '../../db/statement.ts'
import type { FamilyChild } from '../../roster/family.ts'
import { readFamily } from '../../roster/family.ts'
import { readRecentNights, type StoredNight } from '../store.ts'
import { isOffered, type PageChoices, pageChoices } from './choices.ts'
import { nightPage, PAGE_CSP, plainPage } from './page.tsx'
import { isDead, type NightLink, openLink } from './token.ts'
import { linkWords } from './words.ts'

export interface DoorDeps {
  db: Database
  keys: Keys
  take: TakeTurn
  now: () => number
  random: (n: number) => Uint8Array
  zone: string
}

/** A form is one choice and one id; nothing longer is read. */
const LARGEST_FORM = 4096

/**
 * `GET|POST /n/:token`: tonight's two taps for chats without buttons. Looking records nothing, so that a preview or
 * somebody it was forwarded to leaves no trace; a tap is a turn like any other, by the same rules, and the chat can
 * change it.
 */
export const mountNights = (app: Hono, deps: DoorDeps): void => {
  app.get('/n/:token', async c => {
    const opened = await open(deps, c.req.param('token'))
    return 'refused' in opened ? refuse(c, opened) : show(c, deps, opened, '')
  })
  app.post('/n/:token', bodyLimit({ maxSize: LARGEST_FORM }), c => answer(c, deps))
}

interface Opened {
  link: NightLink
  child: FamilyChild
  stored: StoredNight | undefined
  choices: PageChoices
}

type Refused = { refused: 'unknown' | 'dead'; lang: Lang }

/** The child and the night behind a token, while this guardian may still answer for them. */
const open = async ({ db, keys, now, zone }: DoorDeps, token: string): Promise<Opened | Refused> => {
  const link = openLink(keys, token)
  if (!link) return { refused: 'unknown', lang: 'zh' }
  const { guardianId, childId, night, lang } = link
  if (isDead(link, now(), zone)) return { refused: 'dead', lang }
  const family = readFamily(guardianId, night)
  const recent = readRecentNights(guardianId, { today: night, since: night, answersSince: night })
  const rows = await db.read([...family.statements, ...recent.statements])
  const child = family.read(rows.slice(0, family.statements.length)).children.find(one => one.id === childId)
  if (child?.consents.C1 !== 'given') return { refused: 'dead', lang }
  const nights = recent.read(rows.slice(family.statements.length)).nights
  const stored = nights.find(one => one.childId === childId && one.night === night)
  return { link, child, stored, choices: pageChoices(child, night, stored, lang, now(), zone) }
}

const refuse = (c: Context, { refused, lang }: Refused): Response | Promise<Response> => {
  headers(c)
  return c.html(plainPage(lang, linkWords[lang][refused]), refused === 'dead' ? 410 : 404)
}

const headers = (c: Context): void => {
  c.header('Content-Security-Policy', PAGE_CSP)
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Cache-Control', 'no-store')
}

const show = (
  c: Context,
  { random }: DoorDeps,
  { link, child, stored, choices }: Opened,
  said: string,
  status: 200 | 503 = 200,
) => {
  headers(c)
  const formId = Buffer.from(random(16)).toString('base64url')
  const { lang, night } = link
  return c.html(nightPage({ lang, label: child.label, night, choices, stored, said, formId }), status)
}

const answer = async (c: Context, deps: DoorDeps): Promise<Response> => {
  const token = c.req.param('token') ?? ''
  const opened = await open(deps, token)
  if ('refused' in opened) return refuse(c, opened)
  const form = await c.req.parseBody()
  const words = linkWords[opened.link.lang]
  const { choice, id } = form
  const isFair = typeof choice === 'string' && isOffered(opened.choices, choice) && typeof id === 'string' && id !== ''
  if (!isFair || id.length > 64) return show(c, deps, opened, '')
  try {
    const said = await takeChoice(deps, opened.link, choice, id)
    const after = await open(deps, token)
    return 'refused' in after ? refuse(c, after) : show(c, deps, after, said.limited ? words.fast : sayings(said))
  } catch (error) {
    if (error instanceof NotStored) return show(c, deps, opened, words.again, 503)
    throw error
  }
}

const sayings = ({ replies }: TurnAnswer): string => replies.map(reply => reply.say).join('\n')

/** The tap as a turn of the guardian's page, a conversation of its own for each language: their chat keeps its place. */
const takeChoice = async (deps: DoorDeps, link: NightLink, choice: string, id: string): Promise<TurnAnswer> => {
  const { db, keys, take, now } = deps
  const { guardianId, lang } = link
  const account = `${guardianId} ${lang}`
  await db.write([pageOf(keys, account, guardianId, lang, now())])
  return take({
    channel: 'page',
    account,
    address: account,
    updateId: id,
    sentAt: now(),
    content: { kind: 'choice', id: choice },
    platformLang: lang,
  })
}

const pageOf = (keys: Keys, account: string, guardianId: string, lang: Lang, now: number) => {
  const id = conversationId(keys, 'page', account)
  const row = {
    id,
    channel: 'page',
    address: keys.seal(account, id),
    lang,
    langChosen: true,
    guardianId,
    seq: 0,
    minute: 0,
    turnsInMinute: 0,
    inboundAt: now,
  }
  return insert(conversation, row, 'ON CONFLICT (id) DO NOTHING')
}
