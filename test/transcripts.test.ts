import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { clockOf } from '../src/calendar/index.ts'
import { CHILDREN, newWorld, type ReplySeen, type World } from './support/world.ts'

/**
 * Replays every conversation of test/transcripts. A line is one of:
 * `now 2026-11-23 21:50` (Beijing) · `bind mum 小雨` · `mum> what she writes` · `mum* label` (taps) · `mum# photo` ·
 * `dad+` (sends the code on the card just given) · `= a | b` (the answer contains all) · `! a | b` (and none of these) ·
 * `night 小雨 2026-11-23 50 21:40` (stored; `-` for nothing) · `empty 小雨 2026-11-23` · `lang en` (what the browser says) ·
 * `picture` (the answer carries one that can be seen) · `tick 2026-11-23 20:30` (that minute passes) ·
 * `mum<` (what came to her unasked) · `silent mum` (nothing came) · `mail dad` (all that ever came to him unasked) ·
 * `join dad` (by the invitation just shown) · `file txt` (opens the file of that ending that was last linked) ·
 * `sent 2026-11-23 21:50` (Beijing: when what follows was sent, by a channel that tells it; `sent` alone ends that).
 */
interface Told {
  world: World
  heard: ReplySeen[]
  /** Links of files, newest last. */
  files: string[]
  lang: string
  sentAt?: number | undefined
}

const folder = new URL('transcripts/', import.meta.url)
const worlds: World[] = []
afterAll(async () => {
  for (const world of worlds) await world.close()
})

const codeOf = (label: string): string => CHILDREN.find(one => one.label === label)?.code ?? ''

const say = async (told: Told, who: string, content: object): Promise<void> => {
  told.heard = told.sentAt === undefined ? await posted(told, who, content) : await takenLate(told, who, content)
  told.files.push(...told.heard.flatMap(reply => (reply.file ? [`${reply.file.name} ${reply.file.url}`] : [])))
}

const open = async (told: Told, ending: string): Promise<void> => {
  const link = told.files.findLast(one => one.split(' ')[0]?.endsWith(`.${ending}`))?.split(' ')[1] ?? ''
  told.heard = [{ say: await (await told.world.service.app.request(link)).text() }]
}

const posted = async (told: Told, who: string, content: object): Promise<ReplySeen[]> =>
  (await told.world.post(who, content, undefined, told.lang)).replies

/** The web chat cannot tell a sending time; other channels hand it to the kernel like this. */
const takenLate = async ({ world, sentAt = 0, lang }: Told, who: string, content: object): Promise<ReplySeen[]> => {
  const [[kind = '', said] = []] = Object.entries(content)
  const at = { channel: 'webchat', account: who, address: who, updateId: `${who} ${sentAt}`, sentAt } as const
  const body =
    kind === 'choice' ? ({ kind, id: String(said) } as const) : ({ kind: 'text', text: String(said) } as const)
  return (await world.service.take({ ...at, content: body, platformLang: lang })).replies
}

/** All that was sent to somebody unasked, old buttons included. */
const mail = async (told: Told, who: string): Promise<void> => {
  await told.world.service.sweep()
  const response = await told.world.service.app.request(`/chat/api/messages?account=${who}&after=0`)
  const { messages }: { messages: ReplySeen[] } = JSON.parse(await response.text())
  told.heard = messages
}

const tap = async (told: Told, who: string, wanted: string): Promise<void> => {
  const choices = told.heard.flatMap(reply => reply.choices ?? [])
  const choice = choices.find(one => one.label === wanted || one.id.endsWith(wanted))
  if (!choice) throw new Error(`no button ${wanted} among ${choices.map(one => one.label).join(' ')}`)
  await say(told, who, { choice: choice.id })
}

const offers = (told: Told, wanted: string): boolean =>
  told.heard.flatMap(reply => reply.choices ?? []).some(one => one.id.endsWith(wanted))

/** Sends the code of a card that somebody else was just given. */
const sendCode = (told: Told, who: string): Promise<void> => {
  const code = /^[2-9A-Z]{10}$/m.exec(allSaid(told))?.[0]
  if (!code) throw new Error('no code was given')
  return say(told, who, { text: code })
}

const bind = async (told: Told, who: string, label: string): Promise<void> => {
  await say(told, who, { start: codeOf(label) })
  for (const wanted of ['child:yes', 'relation:mother']) await tap(told, who, wanted)
  if (offers(told, 'know:yes')) await tap(told, who, 'know:yes')
  await tap(told, who, 'c1:yes')
}

/** By the invitation that was just shown. */
const join = async (told: Told, who: string): Promise<void> => {
  const code = told.heard.map(one => /[2-9A-Z]{10}/.exec(one.say)?.[0]).find(Boolean) ?? ''
  await say(told, who, { start: code })
  for (const wanted of ['child:yes', 'relation:father', 'c1:yes']) await tap(told, who, wanted)
}

const NIGHT = `SELECT written_min, bed_offset FROM night WHERE night = ? AND child_id = (SELECT id FROM child WHERE label = ?)`

const stored = async (told: Told, label: string, night: string): Promise<string> => {
  const [row] = await told.world.rows(NIGHT, night, label)
  const [minutes = null, bed = null] = row ?? []
  return `${minutes ?? '-'} ${typeof bed === 'number' ? clockOf(bed) : '-'}`
}

const allSaid = (told: Told): string =>
  told.heard.map(reply => [reply.say, ...(reply.choices ?? []).map(one => `[${one.label}]`)].join('\n')).join('\n')

/** Some reply carries a picture, and it is there to be seen. */
const expectPicture = async ({ world, heard }: Told): Promise<void> => {
  const image = heard.find(reply => reply.image)?.image ?? ''
  const response = await world.service.app.request(image)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
}

const replay = async (told: Told, line: string): Promise<void> => {
  const [verb = '', ...rest] = line.split(' ')
  const argument = rest.join(' ')
  const parts = argument.split(' | ')
  if (verb === 'now') return told.world.at(argument)
  if (verb === 'tick') {
    told.world.at(argument)
    return told.world.tick()
  }
  if (verb === 'silent') return expect(await told.world.fetchUnasked(argument)).toEqual([])
  if (verb === 'lang') {
    told.lang = argument
    return
  }
  if (verb === 'join') return join(told, argument)
  if (verb === 'file') return open(told, argument)
  if (verb === 'mail') return mail(told, argument)
  if (verb === 'sent') {
    told.sentAt = argument ? Date.parse(`${argument.replace(' ', 'T')}:00+08:00`) : undefined
    return
  }
  if (verb === 'bind') return bind(told, rest[0] ?? '', rest[1] ?? '')
  if (verb === 'picture') return expectPicture(told)
  if (verb === '=' || verb === '!') {
    for (const part of parts) {
      if (verb === '=') expect(allSaid(told)).toContain(part)
      else expect(allSaid(told)).not.toContain(part)
    }
    return
  }
  if (verb === 'night') return expect(await stored(told, rest[0] ?? '', rest[1] ?? '')).toBe(`${rest[2]} ${rest[3]}`)
  if (verb === 'empty') return expect(await stored(told, rest[0] ?? '', rest[1] ?? '')).toBe('- -')
  const who = verb.slice(0, -1)
  if (verb.endsWith('<')) {
    told.heard = await told.world.fetchUnasked(who)
    return
  }
  if (verb.endsWith('>')) return say(told, who, { text: argument.startsWith('×') ? '字'.repeat(5000) : argument })
  if (verb.endsWith('*')) return tap(told, who, argument)
  if (verb.endsWith('+')) return sendCode(told, who)
  if (verb.endsWith('^')) return say(told, who, { choice: argument })
  if (verb.endsWith('#'))
    return say(told, who, { photo: { type: 'image/png', data: 'iVBORw0KGgo=', caption: argument } })
  throw new Error(`not a line of a transcript: ${line}`)
}

const conversations = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .flatMap(name =>
    readFileSync(new URL(name, folder), 'utf8')
      .split(/^# /m)
      .slice(1)
      .map(text => {
        const [title = '', ...lines] = text.split('\n')
        return { title: `${name.slice(0, -4)}: ${title}`, lines: lines.map(line => line.trim()).filter(Boolean) }
      }),
  )

test.each(conversations)('$title', async ({ lines }) => {
  const world = await newWorld()
  worlds.push(world)
  const told: Told = { world, heard: [], files: [], lang: 'zh-CN' }
  for (const line of lines) await replay(told, line)
  expect(world.faults).toEqual([])
})

test('there are at least forty conversations, in both languages', () => {
  expect(conversations.length).toBeGreaterThanOrEqual(40)
  expect(conversations.filter(one => one.lines.includes('lang en')).length).toBeGreaterThanOrEqual(5)
})
