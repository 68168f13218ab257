import { clockOf } from '../calendar/index.ts'
import { retentionLines } from '../policy/index.ts'
import { gradeOn } from '../roster/grade.ts'
import type { Copy, OwnAnswer } from './read.ts'
import { localDay, localTime } from './time.ts'

/** The copy as JSON: keys in English, times with their zone, nothing left out. The shape has a number of its own. */
export const asJson = (copy: Copy, lang: 'zh' | 'en', now: number): string =>
  `${JSON.stringify(
    {
      wanling: { export: 1, madeAt: localTime(now), heldBy: copy.operator },
      children: copy.children.map(({ id, label, nickname, relation, at }) => ({
        name: label,
        ...(nickname === null ? {} : { nickname }),
        youAre: relation,
        addedAt: localTime(at),
        classes: classesOf(copy, id, now),
      })),
      entries: copy.answers.map(one => ({ child: nameOf(copy, one.childId), ...entryOf(one) })),
      consents: copy.consents.map(({ childId, at, ...one }) => ({
        child: nameOf(copy, childId),
        ...one,
        at: localTime(at),
      })),
      settings: {
        chats: copy.chats.map(one => ({ channel: one.channel, language: one.lang })),
        ...copy.settings,
      },
      changes: copy.changes.map(({ at, by, type, childId, night }) => ({
        at: by === 'other parent' ? localDay(at) : localTime(at),
        by,
        what: type,
        child: nameOf(copy, childId),
        ...(night === null ? {} : { night }),
      })),
      keeping: retentionLines(lang),
    },
    null,
    2,
  )}\n`

const nameOf = ({ children }: Copy, childId: string): string | undefined =>
  children.find(one => one.id === childId)?.label

const classesOf = ({ classes }: Copy, childId: string, now: number) =>
  classes
    .filter(one => one.childId === childId)
    .map(({ school, firstGradeYear, classNo, from, until }) => ({
      school,
      grade: gradeOn(firstGradeYear, until ?? localDay(now)),
      classNo,
      from,
      until,
    }))

const entryOf = ({ childId: _, at, kind, bedOffset, wakeOffset, flags, writtenMin, otherMin, ...facts }: OwnAnswer) => {
  const told = Object.entries({
    homeworkMinutes: writtenMin,
    otherMinutes: otherMin,
    ...facts,
    lightOut: bedOffset === null ? null : clockOf(bedOffset),
    wakeUp: wakeOffset === null ? null : clockOf(wakeOffset),
    flags: flags ? flags.split(',') : null,
  }).filter(([, value]) => value !== null)
  return { kind, saidAt: localTime(at), ...Object.fromEntries(told) }
}
