// What is told beside the two values: getting up, plans, other activities, why it got late, how the homework was set.

import type { Clause } from './clauses.ts'
import type { DoneAtSchool, HomeworkFlag, LateReason, ReportReading } from './reading.ts'
import { doneAtSchool, noHomework, says } from './status.ts'
import { isAdultsSleep } from './subject.ts'
import { eveningClock } from './sums.ts'
import { type Clock, isWord, type Token } from './tokens.ts'
import type { Values } from './values.ts'

const FLAGS: readonly [HomeworkFlag, RegExp][] = [
  [
    'parent_marked',
    /(?:让|要|叫)?家长(?:来)?(?:批改|批作业|改作业|判|打分|检查签字)|parents? (?:have to |must |had to )?(?:mark|correct|grade)/,
  ],
  ['punitive', /罚(?:抄|写|做)|抄(?:写)?[一二三四五六七八九十百\d]{1,4}遍|as (?:a )?punishment/],
  [
    'phone_required',
    /(?:手机|app|小程序|平板)(?:上)?(?:打卡|提交|做作业|完成作业|上传)|打卡上传|submit (?:it )?(?:on|by) (?:the )?(?:phone|app)/,
  ],
  [
    'tutoring_hw',
    /(?:辅导班|培训班|补习班|机构|网课|课外班|校外)(?:的)?作业|(?:tutor(?:ing|'s)?|cram school) homework/,
  ],
]
const REASONS: readonly [LateReason, RegExp][] = [
  ['homework', /作业(?:太|好|很|特别|真)?多|作业多|so much homework|too much homework|a lot of homework/],
  [
    'screen',
    /(?:玩|看)(?:了)?(?:会)?(?:儿)?(?:手机|平板|电视|游戏|视频)|打游戏|刷视频|ipad|video game|youtube|on (?:the|his|her) phone/,
  ],
  ['not_sleepy', /睡不着|不困|翻来覆去|失眠|(?:can't|couldn't) sleep|not sleepy|wasn't tired/],
  ['family', /(?:姥姥|奶奶|外婆|爷爷|亲戚|老家|朋友)家|聚餐|聚会|喝喜酒|做客|visiting|family dinner|party/],
  [
    'activity',
    /(?:兴趣班|网课|比赛|训练|练琴|补习|舞蹈|足球|篮球|排练|演出)|soccer|football|practice|rehearsal|match|class/,
  ],
]

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function morningClock({ hour, minute, part }: Clock): string {
  return `${pad(part === 'pm' && hour < 12 ? hour + 12 : hour % 24)}:${pad(minute)}`
}

/** 大部分, half, and 写了一半, which behind 学校 tells how much was done there. */
function isShare(token: Token): boolean {
  return isWord(token, 'partial') || (isWord(token, 'undone') && /一半|一部分|half/.test(token.text))
}

function schoolShare(clauses: readonly Clause[], values: Values): DoneAtSchool | null {
  if (doneAtSchool(clauses)) return 'all'
  const at = clauses.find(clause => says([clause], 'school') && clause.tokens.some(isShare))
  const word = at?.tokens.find(isShare)?.text ?? ''
  if (/大|多数|most|nearly|差不多|基本|几乎/.test(word)) return 'most'
  if (/半|half/.test(word)) return 'half'
  if (word !== '') return 'little'
  return values.minutes === 0 && noHomework(clauses, false) && !says(clauses, 'ill') ? 'none_set' : null
}

function lateReason(low: string, clauses: readonly Clause[], bedtime: string | null): LateReason | null {
  const late =
    says(clauses, 'late', 'shift') ||
    /晚|才睡/.test(low) ||
    (bedtime !== null && (bedtime >= '22:30' || bedtime < '06:00'))
  if (!late) return null
  return REASONS.find(([, pattern]) => pattern.test(low))?.[0] ?? null
}

/** Everything else that the dialog can use. `clauses` are those of the whole message, `low` its lower-case text. */
export function remarksOf(values: Values, clauses: readonly Clause[], low: string): Partial<ReportReading> {
  const clocks = values.items.filter(item => item.kind === 'clock' && !item.vague)
  const wake = clocks.find(item => item.role === 'wake')
  const plan = clocks.find(item => item.role === 'planned')
  const ofChild = clauses.filter(
    clause => !isAdultsSleep(clause.tokens) && !clause.asked && !says([clause], 'forgot', 'question', 'other_family'),
  )
  const slept = clocks.some(item => item.role === 'sleep' || item.role === 'light' || item.role === 'bed')
  return {
    lightOutNow: says(ofChild, 'now') && !slept && values.bedtime === null,
    doneAtSchool: schoolShare(clauses, values),
    otherMin: values.other,
    wakeTime: wake?.kind === 'clock' ? morningClock(wake.token) : null,
    planned: plan?.kind === 'clock' ? eveningClock(plan.token, plan.token.text) : null,
    lateReason: lateReason(low, clauses, values.bedtime),
    flags: FLAGS.filter(([, pattern]) => pattern.test(low)).map(([flag]) => flag),
    stoppedForBed:
      values.unfinished === true &&
      /先睡|让睡|不让写|别写|停下|不写了|stopped|sent (?:him|her|them) to bed|called it/.test(low),
  }
}
