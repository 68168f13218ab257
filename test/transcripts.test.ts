import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { clockOf } from '../src/calendar/index.ts'
import { CHILDREN, newWorld, type ReplySeen, type World } from './support/world.ts'

/**
 * Replays every conversation of test/transcripts. A line is one of:
 * `now 2026-11-23 21:50` (Beijing) · `bind mum 小雨` · `mum> what she writes` · `mum* label` (taps) · `mum# photo` ·
 * `= a | b` (the answer contains all) · `! a | b` (and none of these) · `night 小雨 2026-11-23 50 21:40` (stored; `-` for
 * nothing) · `empty 小雨 2026-11-23` · `lang en` (what the browser says) · `sent 2026-11-23 21:50` (Beijing: when what
 * follows was sent, by a channel that tells it; `sent` alone ends that) · `tick 2026-11-23 20:30` (that minute passes) ·
 * `mum<` (what came to her unasked) · `silent mum` (nothing came).
 */
interface Told {
  world: World
  heard: ReplySeen[]
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

const tap = async (told: Told, who: string, wanted: string): Promise<void> => {
  const choices = told.heard.flatMap(reply => reply.choices ?? [])
  const choice = choices.find(one => one.label === wanted || one.id.endsWith(wanted))
  if (!choice) throw new Error(`no button ${wanted} among ${choices.map(one => one.label).join(' ')}`)
  await say(told, who, { choice: choice.id })
}

const bind = async (told: Told, who: string, label: string): Promise<void> => {
  await say(told, who, { start: codeOf(label) })
  for (const wanted of ['child:yes', 'relation:mother', 'c1:yes']) await tap(told, who, wanted)
}

const NIGHT = `SELECT written_min, bed_offset FROM night WHERE night = ? AND child_id = (SELECT id FROM child WHERE label = ?)`

const stored = async (told: Told, label: string, night: string): Promise<string> => {
  const [row] = await told.world.rows(NIGHT, night, label)
  const [minutes = null, bed = null] = row ?? []
  return `${minutes ?? '-'} ${typeof bed === 'number' ? clockOf(bed) : '-'}`
}

const allSaid = (told: Told): string =>
  told.heard.map(reply => [reply.say, ...(reply.choices ?? []).map(one => `[${one.label}]`)].join('\n')).join('\n')

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
  if (verb === 'sent') {
    told.sentAt = argument ? Date.parse(`${argument.replace(' ', 'T')}:00+08:00`) : undefined
    return
  }
  if (verb === 'bind') return bind(told, rest[0] ?? '', rest[1] ?? '')
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
  const told: Told = { world, heard: [], lang: 'zh-CN' }
  for (const line of lines) await replay(told, line)
  expect(world.faults).toEqual([])
})

test('there are at least forty conversations, in both languages', () => {
  expect(conversations.length).toBeGreaterThanOrEqual(40)
  expect(conversations.filter(one => one.lines.includes('lang en')).length).toBeGreaterThanOrEqual(5)
})
