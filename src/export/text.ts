import * as z from 'zod'
import type { Lang } from '../chat/inbound.ts'
import { spokenClock } from '../chat/spoken.ts'
import { retentionLines } from '../policy/index.ts'
import { className } from '../roster/class-name.ts'
import { gradeOn } from '../roster/grade.ts'
import type { Copy, OwnAnswer } from './read.ts'
import { localClock, localDay } from './time.ts'
import { exportWords } from './words.ts'

/** So that old readers of plain text know it for what it is. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The copy for people: one line a fact, in the words of the chat. */
export const asText = (copy: Copy, lang: Lang, now: number): string => {
  const words = exportWords[lang]
  const sections: [string, string[]][] = [
    [words.children, childLines(copy, lang, now)],
    [words.entries, copy.answers.length > 0 ? copy.answers.map(one => entryLine(copy, one, lang)) : [words.noEntries]],
    [words.consents, copy.consents.map(one => consentLine(copy, one, lang))],
    [words.settings, settingLines(copy, lang)],
    [words.changes, copy.changes.map(one => changeLine(copy, one, lang))],
    [words.keeping, retentionLines(lang).map(({ what, keep }) => `${what}${words.colon}${keep}${words.stop}`)],
  ]
  const head = [words.title, words.madeAt(when(now, lang), copy.operator), words.ownOnly]
  return `${BYTE_ORDER_MARK}${[head, ...sections.map(([title, lines]) => ['', title, ...lines])].flat().join('\n')}\n`
}

const day = (date: string, lang: Lang): string => {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
  return exportWords[lang].date(year, month, dayOfMonth)
}

const when = (ms: number, lang: Lang): string => `${day(localDay(ms), lang)} ${localClock(ms)}`

const nameOf = ({ children }: Copy, childId: string): string => children.find(one => one.id === childId)?.label ?? ''

const childLines = ({ children, classes }: Copy, lang: Lang, now: number): string[] => {
  const words = exportWords[lang]
  return children.flatMap(({ id, label, relation, at }) => [
    words.child(label, words.relation[relation] ?? relation, day(localDay(at), lang)),
    ...classes
      .filter(one => one.childId === id)
      .map(({ school, firstGradeYear, classNo, from, until }) => {
        const named = className(gradeOn(firstGradeYear, until ?? localDay(now)), classNo, lang)
        const name = lang === 'zh' ? `${school}${named}` : `${named}, ${school}`
        return words.enrolled(name, day(from, lang), until === null ? null : day(until, lang))
      }),
  ])
}

const entryLine = (copy: Copy, answer: OwnAnswer, lang: Lang): string => {
  const words = exportWords[lang]
  const told = factsOf(answer, lang)
  const what = `${words.kind[answer.kind] ?? ''}${told.length > 0 ? `${told.join(words.comma)}${words.stop}` : ''}`
  return `${day(answer.night, lang)} ${nameOf(copy, answer.childId)}${words.colon}${what}${words.said(when(answer.at, lang))}`
}

const factsOf = (one: OwnAnswer, lang: Lang): string[] => {
  const words = exportWords[lang]
  const named = (table: Record<string, string>, value: string) => table[value] ?? value
  return [
    one.writtenMin === null ? '' : words.minutes(one.writtenMin),
    one.doneAtSchool === null ? '' : named(words.atSchool, one.doneAtSchool),
    one.stoppedForBed ? words.stopped : one.finished === null ? '' : one.finished ? words.finished : words.unfinished,
    one.bedOffset === null ? '' : words.bed(spokenClock(one.bedOffset, lang)),
    one.saidAhead ? words.ahead : '',
    one.otherMin === null ? '' : words.other(one.otherMin),
    one.wakeOffset === null ? '' : words.wake(spokenClock(one.wakeOffset, lang)),
    one.lateReason === null ? '' : named(words.late, one.lateReason),
    ...(one.flags ?? '').split(',').map(flag => named(words.flag, flag)),
    one.setByTeacher ? words.setByTeacher : '',
  ].filter(Boolean)
}

const consentLine = (copy: Copy, one: Copy['consents'][number], lang: Lang): string => {
  const words = exportWords[lang]
  const said = [words.answer[one.answer], words.version(one.version)].join(words.comma)
  const what = `${words.consent[one.kind] ?? one.kind} (${one.kind})`
  return `${when(one.at, lang)} ${nameOf(copy, one.childId)}${words.comma}${what}${words.colon}${said}${words.stop}`
}

const reminderShape = z.object({ minute: z.number() })

/** `20:30` from minutes after midnight. */
const hourOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const settingLines = ({ chats, settings }: Copy, lang: Lang): string[] => {
  const words = exportWords[lang]
  const reminder = reminderShape.safeParse(settings.reminder)
  const chosen = reminder.success ? [words.reminder(hourOf(reminder.data.minute))] : []
  const lines = chats.map(one =>
    [words.chat(words.channel[one.channel] ?? one.channel), words.language[one.lang] ?? one.lang].join(words.comma),
  )
  return [...lines, ...chosen]
}

const changeLine = (copy: Copy, { at, by, type, childId, night }: Copy['changes'][number], lang: Lang): string => {
  const words = exportWords[lang]
  const about = [nameOf(copy, childId), night === null ? '' : day(night, lang)].filter(Boolean).join(' ')
  const did = [words.by[by], words.did[type] ?? words.didOther].join(lang === 'zh' ? '' : ' ')
  const time = by === 'other parent' ? day(localDay(at), lang) : when(at, lang)
  return `${time} ${did}${about ? `${words.colon}${about}` : ''}`
}
