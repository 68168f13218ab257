import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../../calendar/index.ts'
import type { Event } from '../../chat/dialog.ts'
import type { RosterChange } from '../change.ts'
import type { HelperSeen } from '../helpers.ts'
import { saidYesNo } from '../said.ts'
import { helpedChildren, type MeStep, ownChildren, pass, say, type Visit } from './page.ts'
import { householdWords, spokenDay } from './words.ts'

/** Stands for a helper of a child in a button: short, and the same for ever. */
const tagOf = ({ helperId, childId }: HelperSeen): string =>
  createHash('sha256').update(`${helperId} ${childId}`).digest('hex').slice(0, 8)

/** How a helper is called: what they are to the child, and since when. */
const nameOf = (visit: Visit, helper: HelperSeen): string => {
  const words = householdWords[visit.who.lang]
  const zone = labelled(visit, helper)?.zone ?? 'Asia/Shanghai'
  const since = dayOf(Temporal.Instant.fromEpochMilliseconds(helper.at), zone)
  return words.helperName(words.helperWord[helper.relation], spokenDay(since, visit.who.lang))
}

const labelled = (visit: Visit, helper: HelperSeen) => ownChildren(visit).find(child => child.id === helper.childId)

/** A line for each of a guardian's children that has helpers: who they are and when they stop by themselves. */
export const helperLines = (visit: Visit): string[] => {
  const { helpers } = visit.page
  return ownChildren(visit).flatMap(child => {
    const own = helpers.filter(one => one.childId === child.id)
    const [first] = own
    if (!first) return []
    const { lang } = visit.who
    const names = own.map(one => nameOf(visit, one))
    return [householdWords[lang].helpersOf(child.label, names, spokenDay(first.until, lang))]
  })
}

/** 帮手: who helps, and a button for each to remove them. */
export const showHelpers = (visit: Visit): MeStep => {
  const words = householdWords[visit.who.lang]
  const { helpers } = visit.page
  if (helpers.length === 0) return say(null, { say: words.noHelpers })
  const choices = helpers.map(one => ({
    id: `me:end:${tagOf(one)}`,
    label: words.endHelper(labelled(visit, one)?.label ?? '', nameOf(visit, one)),
  }))
  return say({ at: 'helpers' }, { say: [...helperLines(visit), words.endWhich].join('\n'), choices })
}

const find = (visit: Visit, tag: string): HelperSeen | undefined =>
  visit.page.helpers.find(one => tagOf(one) === tag && labelled(visit, one))

export const askEnd = (visit: Visit, tag: string): MeStep => {
  const words = householdWords[visit.who.lang]
  const helper = find(visit, tag)
  if (!helper) return showHelpers(visit)
  const choices = [
    { id: 'end:yes', label: words.endYes },
    { id: 'end:no', label: words.endNo },
  ]
  const question = words.reallyEnd(labelled(visit, helper)?.label ?? '', nameOf(visit, helper))
  return say({ at: 'end', helper: tag }, { say: question, choices })
}

export const onEnd = (visit: Visit, tag: string, event: Event): MeStep => {
  const words = householdWords[visit.who.lang]
  const yes = saidYesNo(event, 'end')
  if (yes === undefined) return pass
  const helper = find(visit, tag)
  if (!yes || !helper) return say(null, { say: yes ? words.ended : words.kept })
  return { ...say(null, { say: words.ended }), changes: [ended(helper.childId, helper.helperId)] }
}

/** 不当帮手了: a helper's own link is their own. */
export const askQuit = ({ who }: Visit): MeStep => {
  const words = householdWords[who.lang]
  const choices = [
    { id: 'quit:yes', label: words.quitYes },
    { id: 'quit:no', label: words.quitNo },
  ]
  return say({ at: 'quit' }, { say: words.reallyQuit, choices })
}

export const onQuit = (visit: Visit, event: Event): MeStep => {
  const { who } = visit
  const words = householdWords[who.lang]
  const yes = saidYesNo(event, 'quit')
  if (yes === undefined) return pass
  if (!yes) return say(null, { say: words.kept })
  const changes = helpedChildren(visit).map(child => ended(child.id, who.guardianId ?? ''))
  return { ...say(null, { say: words.hasQuit }), changes }
}

const ended = (childId: string, helperId: string): RosterChange => ({
  feature: 'roster',
  type: 'HelperEnded',
  subject: childId,
  helperId,
})
