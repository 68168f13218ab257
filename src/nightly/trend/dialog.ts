import * as z from 'zod'
import { tidy } from '../../chat/commands.ts'
import {
  type Dialog,
  defineDialog,
  type Event,
  type Facts,
  type Moment,
  type Step,
  type Who,
} from '../../chat/dialog.ts'
import type { Reply } from '../../chat/reply.ts'
import { closedFor } from '../../roster/closed.ts'
import type { FamilyChild } from '../../roster/family.ts'
import { scopeOf } from '../../roster/rights.ts'
import { wordsOf } from '../answers.ts'
import { calendarOf } from '../calendar.ts'
import { stageOfChild } from '../compose.ts'
import { tonight } from '../rules.ts'
import { givenFor, type NightlyFacts, recordedOf, type Scene } from '../scene.ts'
import { tapId } from '../taps.ts'
import { datesUntil, type Fortnight, type TrendNight } from './fortnight.ts'
import { pictureOf } from './picture.ts'
import { ruleIds, textOf, toldOf } from './text.ts'
import { trendWords } from './words.ts'

type TrendStep = Step<{ at: 'never' }>

const ASKED =
  /^\/?(看|看看|查|查看)?(趋势|走势|趋势图|(最近|这|近)(两周|半个月|14天|十四天)(怎么样|的?情况)?|最近怎么样|trend|trends|(the )?last two weeks|two weeks)$/i

const asksTrend = (event: Event): boolean => event.kind === 'text' && ASKED.test(tidy(event.text))

/**
 * 趋势: the last fourteen nights of each child as picture and text, against the rule and never against a class. A helper
 * is told today's times.
 */
export const trendDialog = (
  read: (who: Who, moment: Moment) => Facts<NightlyFacts>,
  notBound: (who: Who) => string,
): Dialog =>
  defineDialog<{ at: 'never' }, NightlyFacts>({
    name: 'trend',
    state: z.object({ at: z.literal('never') }),
    claims: asksTrend,
    facts: (who, _event, moment) => read(who, moment),
    step: (_state, facts, _event, who, moment) => {
      const { children } = facts.family
      if (!who.guardianId || children.length === 0) return say({ say: notBound(who) })
      const zone = children[0]?.zone ?? 'Asia/Shanghai'
      const scene: Scene = { facts, who, moment, children, zone, tonight: tonight(moment.sentAt, zone), state: null }
      return say(...children.map(child => viewOf(scene, child)))
    },
  })

const say = (...replies: Reply[]): TrendStep => ({ state: null, replies, changes: [] })

const viewOf = (scene: Scene, child: FamilyChild): Reply => {
  const words = trendWords[scene.who.lang]
  const closed = closedFor(child, scene.who.channel)
  if (closed) return { say: words.locked[closed] }
  if (scopeOf(child.role, 'seeNights') === 'today') return { say: todayOf(scene, child) }
  const fortnight = fortnightOf(scene, child)
  if (fortnight.told.size === 0) return { say: words.none(child.label) }
  const rules = ruleIds(fortnight).map(id => id.replace('-', ''))
  return {
    say: textOf(fortnight),
    picture: pictureOf(fortnight),
    choices: [{ id: tapId('why', rules.join(''), scene.tonight, child.id), label: words.why }],
  }
}

const todayOf = (scene: Scene, child: FamilyChild): string => {
  const { lang } = scene.who
  const words = trendWords[lang]
  const night = nightOf(scene, child, scene.tonight)
  return night ? words.today(child.label, toldOf(night, lang)) : words.noneToday(child.label)
}

const fortnightOf = (scene: Scene, child: FamilyChild): Fortnight => {
  const dates = datesUntil(scene.tonight)
  const told = dates.flatMap(date => nightOf(scene, child, date) ?? [])
  return {
    child,
    lang: scene.who.lang,
    stage: stageOfChild(child),
    dates,
    told: new Map(told.map(night => [night.night, night])),
    calendar: calendarOf(scene.facts.family, child),
  }
}

const nightOf = (scene: Scene, child: FamilyChild, night: string): TrendNight | undefined => {
  const stored = recordedOf(scene, child, night)
  if (!stored || (stored.writtenMin === null && stored.bedOffset === null)) return undefined
  const { writtenMin, bedOffset, saidAhead } = stored
  return { night, writtenMin, bedOffset, saidAhead: saidAhead === true, by: byWhom(scene, child, night) }
}

/** Whose word the night's first fact is: mine, the other guardian's or a helper's. */
const byWhom = (scene: Scene, child: FamilyChild, night: string): TrendNight['by'] => {
  const words = wordsOf(givenFor(scene, child, night))
  const said = words.get('writtenMin') ?? words.get('bedOffset')
  if (!said || said.by === scene.who.guardianId) return 'me'
  return said.byHelper ? 'helper' : 'parent'
}
