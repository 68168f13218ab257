import { Temporal } from 'temporal-polyfill'
import { addDays, dayOf, REPORTABLE_NIGHTS } from './calendar/index.ts'
import type { Actor, Change } from './chat/change.ts'
import type { Conditions } from './chat/condition.ts'
import type { Dialog, Facts, Moment, Who } from './chat/dialog.ts'
import { langDialog } from './chat/lang.ts'
import type { Database } from './db/database.ts'
import type { Keys } from './db/keys.ts'
import type { Row, Statement } from './db/statement.ts'
import type { ErasureChange, LinksLocked } from './erasure/change.ts'
import { deleteDialog } from './erasure/dialog.ts'
import { childrenInSight, readStanding } from './erasure/facts.ts'
import { heldWhileLocked } from './erasure/held.ts'
import { applyErasure } from './erasure/store.ts'
import { exportDialog } from './export/dialog.ts'
import { fileLink } from './files/link.ts'
import type { NightChange } from './nightly/change.ts'
import { nightlyDialog } from './nightly/dialog.ts'
import { applyRecount, type NightsRecounted, readTold } from './nightly/recount.ts'
import { reminderCondition } from './nightly/reminder/condition.ts'
import { applyNightly, NO_NIGHTS, type RecentNights, readRecentNights } from './nightly/store.ts'
import { trendDialog } from './nightly/trend/dialog.ts'
import { NIGHTS_SHOWN } from './nightly/trend/fortnight.ts'
import { bindDialog } from './roster/bind.ts'
import type { RosterChange } from './roster/change.ts'
import { consentDialog } from './roster/consent.ts'
import { type Family, readFamily } from './roster/family.ts'
import { readHelpers } from './roster/helpers.ts'
import { readHotline } from './roster/household/hotline.ts'
import { makeCode } from './roster/invitation.ts'
import { readInvited } from './roster/invited.ts'
import { meDialog } from './roster/me.ts'
import type { ReminderChange } from './roster/reminder/change.ts'
import { reminderDialog } from './roster/reminder/dialog.ts'
import { applyReminder, readReminder } from './roster/reminder/store.ts'
import { stopDialog } from './roster/stop.ts'
import { applyRoster } from './roster/store.ts'
import { rosterWords } from './roster/words.ts'

/** Where Wanling is used. A county in another zone would say so in its data; the first read cannot wait for it. */
export const ZONE = 'Asia/Shanghai'

export interface FeatureDeps {
  keys: Keys
  privacyUrl: string
}

const dayAt = (now: number): string => dayOf(Temporal.Instant.fromEpochMilliseconds(now), ZONE)

/** Two sets of facts in one read. */
const both = <A, B>(a: Facts<A>, b: Facts<B>): Facts<[A, B]> => ({
  statements: [...a.statements, ...b.statements],
  read: rows => [a.read(rows.slice(0, a.statements.length)), b.read(rows.slice(a.statements.length))],
})

const map = <A, B>(facts: Facts<A>, change: (a: A) => B): Facts<B> => ({
  statements: facts.statements,
  read: (rows: Row[][]) => change(facts.read(rows)),
})

const today = (moment: Moment): string => dayAt(moment.now)

const family = (who: Who, moment: Moment): Facts<Family> => readFamily(who.guardianId ?? '', dayAt(moment.now))

/** A weekend or a holiday week around any night that may still be told of, with the answers of so many nights. */
const recentNights = (who: Who, moment: Moment, answersOf: number): Facts<RecentNights> =>
  readRecentNights(who.guardianId ?? '', {
    today: today(moment),
    since: addDays(today(moment), -16),
    answersSince: addDays(today(moment), -answersOf),
  })

const evenings = (who: Who, moment: Moment, answersOf: number) =>
  map(both(family(who, moment), recentNights(who, moment, answersOf)), ([own, recent]) => ({ family: own, recent }))

/**
 * Every dialog, in the order in which they may claim a text: a code first, since 8M in one reads as eight minutes. The
 * nightly report takes what nobody else wants.
 */
export const makeDialogs = ({ keys, privacyUrl }: FeatureDeps): { dialogs: Dialog[]; fallback: Dialog } => {
  const lookup = (code: string) => keys.lookup('invitation', code)
  const nightly = nightlyDialog(
    (who, moment, wants) =>
      wants === 'family'
        ? map(family(who, moment), own => ({ family: own, recent: NO_NIGHTS }))
        : evenings(who, moment, REPORTABLE_NIGHTS),
    who => ({ hello: rosterWords[who.lang].notBound, notKept: rosterWords[who.lang].notKept }),
  )
  const trend = trendDialog(
    (who, moment) => evenings(who, moment, NIGHTS_SHOWN),
    who => rosterWords[who.lang].notBound,
  )
  const bind = bindDialog({
    privacyUrl,
    today,
    read: (asked, who, moment) =>
      readInvited('code' in asked ? lookup(asked.code) : asked.invitation, {
        personId: who.guardianId ?? '',
        channel: who.channel,
        today: today(moment),
        now: moment.now,
      }),
  })
  const me = meDialog({
    privacyUrl,
    newCode: moment => {
      const code = makeCode(moment.random)
      return { code, invitation: lookup(code) }
    },
    today,
    read: (who, moment) => {
      const people = both(family(who, moment), readHelpers(who.guardianId ?? '', today(moment)))
      const rest = both(readHotline(moment.now), readReminder(who.guardianId ?? ''))
      return map(both(people, rest), ([[own, helpers], [hotline, reminder]]) => ({
        family: own,
        helpers,
        hotline,
        reminder,
      }))
    },
  })
  const erase = deleteDialog((who, { now }) =>
    map(
      both(readStanding(who.guardianId ?? '', now), readTold(childrenInSight(who.guardianId ?? ''))),
      ([standing, told]) => ({ standing, told }),
    ),
  )
  const copy = exportDialog(family, description => fileLink(keys, description))
  const reminder = reminderDialog((who, moment) =>
    map(both(family(who, moment), readReminder(who.guardianId ?? '')), ([own, hour]) => ({ family: own, own: hour })),
  )
  const held = [bind, trend, nightly, consentDialog(family), me, reminder, stopDialog(family), copy].map(
    heldWhileLocked,
  )
  return { dialogs: [...held, erase, langDialog], fallback: heldWhileLocked(nightly) }
}

type AnyChange = NightChange | NightsRecounted | RosterChange | ReminderChange | ErasureChange | LinksLocked

const FEATURES = ['nightly', 'roster', 'reminder', 'erasure']
const isOurs = (change: Change): change is AnyChange => FEATURES.includes(change.feature)

/** Hands a change to the store of its feature, the only code that writes that feature's tables. */
export const applyChange = (change: Change, _actor: Actor, at: number): Statement[] => {
  if (!isOurs(change)) throw new TypeError(`no store takes a change of ${change.feature}`)
  switch (change.feature) {
    case 'nightly':
      return change.type === 'NightsRecounted' ? applyRecount(change, at) : applyNightly(change, at)
    case 'erasure':
      return applyErasure(change, at)
    case 'roster':
      return applyRoster(change, at)
    case 'reminder':
      return applyReminder(change, at)
  }
}

/** What must hold when a message leaves unasked, by the word in its row. */
export const makeConditions = (db: Database, now: () => number): Conditions => ({
  reminder: reminderCondition({ db, now, zone: ZONE }),
})

/** The civil day for counts. */
export const civilDay = dayAt
