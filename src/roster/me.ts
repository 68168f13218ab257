import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'
import { addDays, dayOf } from '../calendar/index.ts'
import { type Dialog, defineDialog, type Event, type Facts, type Moment, type Step, type Who } from '../chat/dialog.ts'
import { spokenClock } from '../chat/spoken.ts'
import type { NightLine } from '../db/views.ts'
import { RELATIONS, type RosterChange } from './change.ts'
import { className } from './class-name.ts'
import { consentChanges } from './consent.ts'
import type { Family } from './family.ts'
import { askReminder } from './reminder/dialog.ts'
import { reminderOnPage, reminderTap } from './reminder/page.ts'
import type { OwnReminder } from './reminder/store.ts'
import { saidYesNo } from './said.ts'
import { rosterWords } from './words.ts'

/** A family's code lives this long. */
export const FAMILY_CODE_MS = 72 * 3600_000

const stateShape = z.object({ at: z.enum(['home', 'withdraw']) })
type State = z.infer<typeof stateShape>

export interface MyPage {
  family: Family
  nights: NightLine[]
  reminder: OwnReminder | null
}

export interface MeDeps {
  read: (who: Who, moment: Moment) => Facts<MyPage>
  /** A fresh code and the HMAC under which it is stored. */
  newCode: (moment: Moment) => { code: string; invitation: string }
  privacyUrl: string
}

const SWITCHES = ['C2', 'C4', 'C5'] as const

/** 我的: the children, the choices made, the last seven nights, an invitation for the family. */
export const meDialog = (deps: MeDeps): Dialog =>
  defineDialog<State, MyPage>({
    name: 'me',
    state: stateShape,
    commands: ['me'],
    keeps: id => id.startsWith('me:') || reminderTap(id) !== undefined,
    facts: (who, _event, moment) => deps.read(who, moment),
    step: (state, page, event, who, moment) => {
      const words = rosterWords[who.lang]
      if (!who.guardianId || page.family.children.length === 0) return say(null, words.notBound)
      if (state?.at === 'withdraw') return onWithdraw(page, event, who, moment)
      if (event.kind === 'choice') return onChoice(page, event.id, who, moment, deps)
      return event.kind === 'command' ? home(page, who, deps) : { state: null, replies: [], changes: [], pass: true }
    },
  })

const say = (state: State | null, text: string): Step<State> => ({ state, replies: [{ say: text }], changes: [] })

const home = ({ family, reminder }: MyPage, who: Who, deps: MeDeps): Step<State> => {
  const { me } = rosterWords[who.lang]
  const reminders = reminderOnPage(family, reminder, who.lang)
  const lines = [
    ...family.children.map(child => {
      const relation = RELATIONS.find(one => one === child.relation) ?? 'other'
      return me.child(
        child.label,
        who.lang === 'zh'
          ? `${child.schoolName}${className(child.grade, child.classNo, 'zh')}`
          : `${className(child.grade, child.classNo, 'en')}, ${child.schoolName}`,
        me.relationWord[relation],
      )
    }),
    me.consents,
    ...(['C1', ...SWITCHES] as const).map(kind => (agreed(family, kind) ? me.state[kind].on : me.state[kind].off)),
    ...reminders.lines,
    me.privacy(deps.privacyUrl),
  ]
  const toggles = SWITCHES.map(kind => ({
    id: `me:${kind}`,
    label: agreed(family, kind) ? me.turn[kind].on : me.turn[kind].off,
  }))
  const record = agreed(family, 'C1')
    ? { id: 'me:withdraw', label: me.withdraw }
    : { id: 'me:restore', label: me.restore }
  const choices = [
    { id: 'me:nights', label: me.nights },
    ...toggles,
    ...reminders.choices,
    { id: 'me:invite', label: me.invite },
    record,
  ]
  return { state: { at: 'home' }, replies: [{ say: lines.join('\n'), choices }], changes: [] }
}

const agreed = ({ children }: Family, kind: 'C1' | (typeof SWITCHES)[number]): boolean =>
  children.some(child => child.consents[kind] === 'given')

const onChoice = (page: MyPage, id: string, who: Who, moment: Moment, deps: MeDeps): Step<State> => {
  const { me } = rosterWords[who.lang]
  const ids = page.family.children.map(child => child.id)
  const kind = SWITCHES.find(one => id === `me:${one}`)
  if (kind) {
    const type = agreed(page.family, kind) ? 'ConsentRefused' : 'ConsentGiven'
    const changes = consentChanges(type, kind, ids, who.guardianId ?? '', moment)
    if (kind === 'C5' && type === 'ConsentGiven')
      return { state: null, replies: [], changes, handOver: askReminder('on') }
    return { ...say(null, me.changed), changes }
  }
  const ask = reminderTap(id)
  if (ask) return { state: null, replies: [], changes: [], handOver: askReminder(ask) }
  switch (id) {
    case 'me:nights':
      return say(null, nightsText(page, who))
    case 'me:invite':
      return invite(page, who, moment, deps)
    case 'me:restore':
      return {
        ...say(null, me.restored),
        changes: consentChanges('ConsentGiven', 'C1', ids, who.guardianId ?? '', moment),
      }
    case 'me:withdraw':
      return {
        state: { at: 'withdraw' },
        replies: [
          {
            say: me.reallyWithdraw(
              page.family.children.map(child => child.label).join(who.lang === 'zh' ? '、' : ', '),
            ),
            choices: [
              { id: 'withdraw:yes', label: me.withdrawYes },
              { id: 'withdraw:no', label: me.withdrawNo },
            ],
          },
        ],
        changes: [],
      }
    default:
      return { state: null, replies: [], changes: [], pass: true }
  }
}

const onWithdraw = (page: MyPage, event: Event, who: Who, moment: Moment): Step<State> => {
  const { me } = rosterWords[who.lang]
  if (saidYesNo(event, 'withdraw') !== true) return say(null, me.kept)
  const ids = page.family.children.map(child => child.id)
  return {
    ...say(null, me.withdrawn),
    changes: consentChanges('ConsentRefused', 'C1', ids, who.guardianId ?? '', moment),
  }
}

const nightsText = ({ family, nights }: MyPage, who: Who): string => {
  const { me } = rosterWords[who.lang]
  if (!agreed(family, 'C1')) return me.locked
  if (nights.length === 0) return me.noNights
  return family.children
    .flatMap(child => [
      child.label,
      ...nights
        .filter(one => one.childId === child.id)
        .map(one =>
          me.night(
            shortDay(one.night, who.lang),
            one.writtenMin,
            one.bedOffset === null ? null : spokenClock(one.bedOffset, who.lang),
            !one.mine,
          ),
        ),
    ])
    .join('\n')
}

const shortDay = (night: string, lang: Who['lang']): string => {
  const [, month = 0, day = 0] = night.split('-').map(Number)
  return lang === 'zh' ? `${month}月${day}日` : `${day}/${month}`
}

const invite = ({ family }: MyPage, who: Who, moment: Moment, deps: MeDeps): Step<State> => {
  const { me } = rosterWords[who.lang]
  const made = family.children.map(child => ({ child, ...deps.newCode(moment) }))
  const changes: RosterChange[] = made.map(({ child, invitation }) => ({
    feature: 'roster',
    type: 'FamilyInvited',
    subject: child.id,
    guardianId: who.guardianId ?? '',
    invitation,
    expiresAt: moment.now + FAMILY_CODE_MS,
  }))
  return { state: null, replies: made.map(({ child, code }) => ({ say: me.invitation(child.label, code) })), changes }
}

/** The first date of the seven nights shown. */
export const weekAgo = (now: number, zone: string): string =>
  addDays(dayOf(Temporal.Instant.fromEpochMilliseconds(now), zone), -7)
