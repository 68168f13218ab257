import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OTHER_CONVERSATIONS } from './exceptions.ts'
import { bind, hear, type Stage } from './stage.ts'
import { STAGES } from './stages.ts'

/** The conversations of test/transcripts over every channel: whatever the platform, the same is stored. */
interface Line {
  verb: string
  argument: string
}

interface Conversation {
  title: string
  lines: Line[]
}

const folder = new URL('../transcripts/', import.meta.url)
/** What can be done on every channel; a conversation that needs more (an update of its own making) is web chat's. */
const DOABLE = /^(now|lang|bind|picture|=|!|night|empty|\w+[>*])$/
const LONGEST_EVERYWHERE = 600

const lineOf = (text: string): Line => {
  const [verb = '', ...rest] = text.split(' ')
  return { verb, argument: rest.join(' ') }
}

const conversations: Conversation[] = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .flatMap(name => readFileSync(new URL(name, folder), 'utf8').split(/^# /m).slice(1))
  .map(text => {
    const [title = '', ...lines] = text.split('\n')
    return {
      title,
      lines: lines
        .map(line => line.trim())
        .filter(Boolean)
        .map(lineOf),
    }
  })
  .filter(({ lines }) =>
    lines.every(
      ({ verb, argument }) => DOABLE.test(verb) && argument.length < LONGEST_EVERYWHERE && !argument.startsWith('×'),
    ),
  )

const TAPPABLE = /^[\w:.]+$/

/** Plays one conversation on a fresh stage; resolves to everything that is on record about the families. */
const replay = async (open: () => Promise<Stage>, { lines }: Conversation): Promise<unknown> => {
  const stage = await open()
  let heard = ''
  try {
    for (const { verb, argument } of lines) {
      const who = verb.slice(0, -1)
      if (verb === 'now') stage.world.at(argument)
      else if (verb === 'lang') await speak(stage, argument)
      else if (verb === 'bind') heard = await bound(stage, argument)
      else if (verb.endsWith('>')) heard = await hear(stage, who, () => stage.say(who, argument))
      else if (verb.endsWith('*'))
        heard = await hear(stage, who, () => chosen(stage, who, labelOf(argument, heard), heard))
    }
    expect(stage.world.faults).toEqual([])
    return await recorded(stage)
  } finally {
    await stage.close()
  }
}

const labelOf = (argument: string, heard: string): string => {
  if (!TAPPABLE.test(argument) || heard.includes(`[${argument}]`)) return argument
  throw new Error(`a conversation for every channel taps labels, not ${argument}`)
}

/** A tap on the button as it is shown, perhaps cut short; or the number of its line, where choices are numbered lines. */
const chosen = (stage: Stage, who: string, label: string, heard: string) => {
  const lines = heard.split('\n')
  if (lines.includes(`[${label}]`)) return stage.tap(who, label)
  const cut = lines.map(line => /^\[(.+)…\]$/.exec(line)?.[1]).find(start => start && label.startsWith(start))
  if (cut) return stage.tap(who, `${cut}…`)
  const line = lines.find(one => /^\d+\. /.test(one) && one.replace(/^\d+\. /, '') === label)
  return line ? stage.say(who, String(Number.parseInt(line, 10))) : stage.tap(who, label)
}

const speak = async (stage: Stage, lang: string): Promise<void> => {
  stage.speak?.(lang)
  if (!stage.speak) for (const who of ['mum', 'dad']) await hear(stage, who, () => stage.say(who, `/lang ${lang}`))
}

const bound = (stage: Stage, argument: string): Promise<string> => {
  const [who = '', label = ''] = argument.split(' ')
  return bind(stage, who, label)
}

/** Nights, answers, guardianships and consents, without the ids and clocks that differ from run to run. */
const recorded = async ({ world }: Stage) => ({
  nights: await world.rows(`SELECT c.label, n.night, n.written_min, n.bed_offset, n.said_ahead, n.done_at_school,
    n.finished, n.stopped_for_bed, n.other_min, n.late_reason, n.flags, n.set_by_teacher, n.late
    FROM night n JOIN child c ON c.id = n.child_id ORDER BY c.label, n.night`),
  answers: await world.rows('SELECT night, kind, written_min, bed_offset FROM night_answer ORDER BY rowid'),
  guardians: await world.rows('SELECT child_id, relation FROM guardianship ORDER BY child_id, relation'),
  // C6 belongs to Telegram alone.
  consents: await world.rows(
    "SELECT child_id, kind, given FROM consent WHERE kind <> 'C6' ORDER BY child_id, kind, at, rowid",
  ),
})

const [web, ...others] = STAGES

const goesOtherwise = (channel: string, title: string): boolean =>
  OTHER_CONVERSATIONS.some(one => one.channel === channel && title.startsWith(one.begins))

test.each(conversations)('$title', async conversation => {
  if (!web) throw new Error('there is no channel to compare with')
  const wanted = await replay(web.open, conversation)
  for (const { name, open } of others) {
    if (!goesOtherwise(name, conversation.title)) expect(await replay(open, conversation), name).toEqual(wanted)
  }
})

test('at least fifty conversations can be had on every channel', () => {
  expect(conversations.length).toBeGreaterThanOrEqual(50)
})
