import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../calendar/index.ts'
import type { Config } from '../config.ts'
import { openRing, random } from '../open.ts'
import { className } from '../roster/class-name.ts'
import { classesOf, findClass, schoolNamed } from '../roster/find-class.ts'
import { nameKey } from '../roster/import/name.ts'
import { classReasons } from '../roster/import/words.ts'
import { type RosterFacts, readRosterFacts } from '../roster/import-store.ts'
import { type DrawnSlip, drawSlips, storeSlips } from '../roster/issue-slips.ts'
import { type StartLink, slipSheet } from '../roster/slips.ts'
import { BadUsage, type Command, needed, oneOf, Refused, readArgs, say } from './command.ts'
import { theCounty } from './county.ts'
import { invitationWords } from './invitation-words.ts'
import { type Language, languageOf } from './language.ts'
import { progressLine } from './progress.ts'
import { keepFile, slipFile } from './slip-file.ts'
import { CLI, type Desk, withDatabase } from './with-database.ts'

/** `wanling invitations`. */
export const invitationsCommand: Command = {
  name: 'invitations',
  takes: '(--class C [--school NAME] [--child NAME] | --school NAME) --out FILE.html',
  summary: 'make printable invitation slips for a class, a school or one child',
  help: `FILE is a page to print: eight slips on a sheet of A4, in the order of the class list, with a code and its picture.
Every child gets one, whoever is bound already; no page or file says who is. A new slip replaces the child's earlier
ones, used or not, so a lost slip is simply made anew: --class C --child NAME.
  --class C        as people write it: 三年级2班, 三(2)班, 3-2, 实验小学三(2)班
  --school NAME    the school of the class; without --class every class of the school, each on pages of its own
  --child NAME     one slip for this child of the class, by name; of two of one name by nickname or key
  --telegram BOT   the picture opens this Telegram bot; otherwise it opens the web chat of PUBLIC_URL, or holds the code
  --slips zh|en    language of the slips; Chinese unless said
  --lang zh|en     language of the answers; otherwise that of the terminal`,
  run: async args => {
    const { values, positionals } = readArgs(args, {
      class: { type: 'string' },
      school: { type: 'string' },
      child: { type: 'string' },
      out: { type: 'string' },
      telegram: { type: 'string' },
      slips: { type: 'string' },
      lang: { type: 'string' },
    })
    if (positionals.length > 0) throw new BadUsage('invitations takes options only')
    if (!values.class?.trim() && !values.school?.trim()) throw new BadUsage('--class or --school is missing')
    if (values.child !== undefined && !values.class) throw new BadUsage('--child needs --class')
    const language = languageOf(values.lang)
    const slipLang = oneOf(['zh', 'en'], values.slips ?? 'zh', '--slips')
    const bot = botOf(values.telegram)
    const out = slipFile(needed(values.out, '--out'), language)
    await withDatabase(async desk => {
      const { slips, whose } = await drawn(desk, values, language)
      const link = linkOf(desk.config, bot)
      await issue(desk, slips, { out, page: slipSheet(slips, link, slipLang), language })
      say(invitationWords[language].done(slips.length, whose, out))
      say(invitationWords[language].after)
      if (link.way === 'code') say(invitationWords[language].codeOnly)
    })
  },
}

const botOf = (name: string | undefined): string | undefined => {
  const bot = name?.trim().replace(/^@/, '')
  if (bot !== undefined && !/^\w{5,32}$/.test(bot)) throw new BadUsage('--telegram takes the name of a bot')
  return bot
}

const linkOf = ({ webchat, publicUrl }: Config, bot: string | undefined): StartLink => {
  if (bot !== undefined) return { way: 'telegram', bot }
  return webchat && publicUrl ? { way: 'web', url: publicUrl } : { way: 'code' }
}

type Asked = { class?: string; school?: string; child?: string }

const drawn = async (desk: Desk, asked: Asked, language: Language): Promise<{ slips: DrawnSlip[]; whose: string }> => {
  const words = invitationWords[language]
  const county = await theCounty(desk)
  const today = dayOf(Temporal.Instant.fromEpochMilliseconds(desk.now), county.zone)
  const { classIds, whose } = wantedClasses(asked, await readRosterFacts(desk.db, county.id, today), today, language)
  const all = await drawSlips(desk.db, classIds, today, random)
  if (all.length === 0) throw new Refused(words.nobody)
  if (asked.child === undefined) return { slips: all, whose }
  const wanted = nameKey(asked.child)
  const slips = all.filter(({ label, mark }) => [label, mark ?? label].some(name => nameKey(name) === wanted))
  if (slips.length === 0) throw new Refused(words.noChild)
  if (slips.length > 1) throw new Refused(words.twoChildren)
  return { slips, whose }
}

const wantedClasses = (
  { class: text, school }: Asked,
  facts: RosterFacts,
  today: string,
  language: Language,
): { classIds: string[]; whose: string } => {
  const words = invitationWords[language]
  if (!text?.trim()) {
    const found = schoolNamed(school ?? '', facts)
    if (!found) throw new Refused(words.unknownSchool(facts.schools.map(({ name }) => name)))
    return { classIds: classesOf(found, facts, today).map(({ id }) => id), whose: found.name }
  }
  const found = findClass(text, school, facts, today)
  if ('school' in found) {
    const { grade, classNo } = found
    return { classIds: [found.schoolClass.id], whose: `${found.school.name} ${className(grade, classNo, language)}` }
  }
  switch (found.refused) {
    case 'no-school':
      throw new Refused(words.unknownSchool(facts.schools.map(({ name }) => name)))
    case 'which-school':
      throw new Refused(words.whichSchool(found.schools))
    case 'no-class':
      throw new Refused(words.noClass(found.classes))
    case 'class':
      throw new Refused(`--class ${text}: ${classReasons[found.reason][language]}`)
  }
}

/** Writes the file first and keeps it only when the codes are stored: a printed slip must open. */
const issue = async (
  desk: Desk,
  slips: readonly DrawnSlip[],
  { out, page, language }: { out: string; page: string; language: Language },
): Promise<void> => {
  const keys = await openRing(desk.config, desk.db, desk.now)
  const progress = progressLine()
  const words = invitationWords[language]
  await keepFile(out, page, language, () =>
    storeSlips(desk.db, slips, {
      lookup: code => keys.lookup('invitation', code),
      now: desk.now,
      actor: CLI,
      step: done => progress.show(words.issuing, done, slips.length),
    }).finally(progress.end),
  )
}
