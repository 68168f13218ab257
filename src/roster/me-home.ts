import type { Event } from '../chat/dialog.ts'
import type { Choice } from '../chat/reply.ts'
import { type ConsentKind, RELATIONS } from './change.ts'
import { className } from './class-name.ts'
import { consentChanges } from './consent.ts'
import { type FamilyChild, isJunior } from './family.ts'
import { helperLines } from './household/end-help.ts'
import { helpedChildren, type MeStep, ownChildren, pass, say, type Visit } from './household/page.ts'
import { householdWords, spokenDay } from './household/words.ts'
import { askReminder } from './reminder/dialog.ts'
import { reminderOnPage } from './reminder/page.ts'
import { consentHolds, isRecording } from './rights.ts'
import { saidYesNo } from './said.ts'
import { rosterWords } from './words.ts'

/** Consents with a switch on the page, in its order. C1 has its own way, C3 belongs to a complaint. */
const SWITCHES = ['KNOW', 'C2', 'C4', 'C5', 'C6'] as const
type Switch = (typeof SWITCHES)[number]

/** The page itself: what a guardian chooses, or what a helper may do. */
export const home = (visit: Visit, privacyUrl: string): MeStep => {
  const { who } = visit
  const own = ownChildren(visit)
  const helped = helpedChildren(visit)
  const words = householdWords[who.lang]
  const lines = [
    ...own.map(child => ownLine(visit, child)),
    ...helped.map(child => helpedLine(visit, child)),
    ...helperLines(visit),
    ...(own.length > 0 ? [...choiceLines(visit), ...reminders(visit).lines] : []),
    rosterWords[who.lang].me.privacy(privacyUrl),
  ]
  const choices: Choice[] = [
    { id: 'me:nights', label: own.length > 0 ? rosterWords[who.lang].me.nights : words.today },
    ...(own.length > 0 ? guardianChoices(visit) : []),
    ...(helped.length > 0 ? [{ id: 'me:quit', label: words.quit }] : []),
    { id: 'me:forced', label: words.forced },
  ]
  return say({ at: 'home' }, { say: lines.join('\n'), choices })
}

const guardianChoices = (visit: Visit): Choice[] => {
  const { lang } = visit.who
  const { me } = rosterWords[lang]
  const words = householdWords[lang]
  const kinds = SWITCHES.filter(kind => concerned(visit, kind).length > 0)
  const record = isOn(visit, 'C1') ? { id: 'me:withdraw', label: me.withdraw } : { id: 'me:restore', label: me.restore }
  return [
    ...kinds.map(kind => ({ id: `me:${kind}`, label: isOn(visit, kind) ? me.turn[kind].on : me.turn[kind].off })),
    ...reminders(visit).choices,
    { id: 'me:invite', label: me.invite },
    ...(visit.page.helpers.length > 0 ? [{ id: 'me:helpers', label: words.helpers }] : []),
    record,
    { id: 'go:export', label: me.copy },
    { id: 'go:delete', label: me.erase },
  ]
}

const reminders = ({ page, who }: Visit) => reminderOnPage(page.family, page.reminder, who.lang)

const ownLine = ({ who }: Visit, child: FamilyChild): string => {
  const { me } = rosterWords[who.lang]
  const relation = RELATIONS.find(one => one === child.relation) ?? 'other'
  return me.child(child.label, classOf(child, who.lang), me.relationWord[relation])
}

const helpedLine = ({ who }: Visit, child: FamilyChild): string =>
  householdWords[who.lang].helperChild(child.label, classOf(child, who.lang), spokenDay(child.until ?? '', who.lang))

const classOf = (child: FamilyChild, lang: 'zh' | 'en'): string =>
  lang === 'zh'
    ? `${child.schoolName}${className(child.grade, child.classNo, 'zh')}`
    : `${className(child.grade, child.classNo, 'en')}, ${child.schoolName}`

/** What this guardian chose, and where it rests because another guardian said no. */
const choiceLines = (visit: Visit): string[] => {
  const { me } = rosterWords[visit.who.lang]
  const kinds = (['C1', ...SWITCHES] as const).filter(kind => concerned(visit, kind).length > 0)
  return [
    me.consents,
    ...kinds.map(kind => {
      const on = isOn(visit, kind)
      const line = on ? me.state[kind].on : me.state[kind].off
      return on && isHeld(visit, kind) ? me.held(line) : line
    }),
  ]
}

/** The children a consent is about: KNOW is for junior school, C6 for families of whom somebody uses Telegram. */
const concerned = (visit: Visit, kind: Switch | 'C1'): FamilyChild[] => {
  const own = ownChildren(visit)
  if (kind === 'KNOW') return own.filter(isJunior)
  if (kind === 'C6') return own.filter(child => child.guardians.some(({ said }) => said.C6 !== undefined))
  return own
}

/** For C6 no objection is enough: a guardian who never used Telegram was never asked. */
const isOn = (visit: Visit, kind: Switch | 'C1'): boolean => {
  const children = concerned(visit, kind)
  if (kind === 'C6') return children.every(child => child.consents.C6 !== 'refused')
  return children.some(child => child.consents[kind] === 'given')
}

const isHeld = (visit: Visit, kind: Switch | 'C1'): boolean =>
  concerned(visit, kind).some(({ guardians }) => {
    const answers = guardians.map(({ said }) => said)
    return kind === 'C1' ? !isRecording(answers) : !consentHolds(answers, kind)
  })

/** Turns one switch for every child it concerns; undefined when the choice is no switch. */
export const turn = (visit: Visit, id: string): MeStep | undefined => {
  const kind: ConsentKind | undefined = SWITCHES.find(one => id === `me:${one}`)
  if (!kind) return undefined
  const { who, moment } = visit
  const ids = concerned(visit, kind).map(child => child.id)
  // Reminders come to one's own chat: turning them off is 停止提醒, which stops nobody else's.
  const off = kind === 'C5' ? 'ConsentTakenBack' : 'ConsentRefused'
  const type = isOn(visit, kind) ? off : 'ConsentGiven'
  const changes = consentChanges(type, kind, ids, who.guardianId ?? '', moment)
  if (kind === 'C5' && type === 'ConsentGiven')
    return { state: null, replies: [], changes, handOver: askReminder('on') }
  return { ...say(null, { say: rosterWords[who.lang].me.changed }), changes }
}

export const askWithdraw = (visit: Visit): MeStep => {
  const { lang } = visit.who
  const { me } = rosterWords[lang]
  const labels = ownChildren(visit).map(child => child.label)
  const choices = [
    { id: 'withdraw:yes', label: me.withdrawYes },
    { id: 'withdraw:no', label: me.withdrawNo },
  ]
  return say({ at: 'withdraw' }, { say: me.reallyWithdraw(labels.join(lang === 'zh' ? '、' : ', ')), choices })
}

export const onWithdraw = (visit: Visit, event: Event): MeStep => {
  const { who, moment } = visit
  const { me } = rosterWords[who.lang]
  const yes = saidYesNo(event, 'withdraw')
  if (yes === undefined) return pass
  if (!yes) return say(null, { say: me.kept })
  const ids = ownChildren(visit).map(child => child.id)
  const changes = consentChanges('ConsentRefused', 'C1', ids, who.guardianId ?? '', moment)
  return { ...say(null, { say: me.withdrawn }), changes }
}
