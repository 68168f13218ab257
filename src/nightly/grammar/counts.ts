// Numbers that are neither minutes nor clocks: pages, marks, money, temperatures, phone numbers, grades, dates.

import { BLUR, EN_NUM, NUM } from './numerals.ts'

const pattern = (source: string) => new RegExp(source, 'y')

const PHONE = pattern('\\+?\\d[\\d-]{6,}')
const DATE = pattern(
  '\\d{1,2}月\\d{1,2}[日号]?|\\d{4}年(?:\\d{1,2}月(?:\\d{1,2}[日号])?)?|\\d{1,2}/\\d{1,2}(?!\\d|\\s?(?:hour|h))|\\d{4}-\\d{1,2}-\\d{1,2}',
)
const ORDINAL = pattern(
  `第(?:${NUM}|几)[\\u4e00-\\u9fa5]?|(?:no\\.?|page|chapter|unit|lesson|grade|year|class|room|p\\.|ch\\.) ?\\d{1,3}(?![:\\d])|\\d{1,3}(?:st|nd|rd|th)(?![a-z])`,
)
const UNIT =
  "(?:页|张|道|题|遍|篇|课(?!时)|单元|年级|年|班|岁|号(?!神|娃|宝)|元|块|度|°c?|℃|斤|公斤|米|公里|次|条|人|名|倍|楼|天|周|月|日|集|关|步|行|词|单词|句|段|本|级|颗|%|折|万|千|厘米|ml|kg|km|cm|科|项|样|门|件|首|组|支|秒|\"|''|群|台|排|口|份|套|面|幅|段|轮|局|盘|碗|杯|瓶|袋|场|届|辆|路公交|点作业|点儿?也|点都|点没)"
const COUNTED = pattern(`(?:${BLUR}|${NUM}|\\d+)\\s?(?:多|来|几)?${UNIT}`)
const COUNTED_GE = pattern(`(?:${NUM}|\\d+|几|好几)\\s?个(?!半|小时|钟|点|字|多|来|把|几)[\\u4e00-\\u9fa5]?`)
const POINTS = pattern(`(?:${NUM}|\\d{1,3}(?:\\.5)?)分(?!钟|中)`)
const ENGLISH = pattern(
  `(?:${EN_NUM}|\\d+) ?(?:more )?(?:math |extra )?(?:pages?|questions?|problems?|worksheets?|sheets?|times?|points?|marks?|percent|years?|yrs?|yuan|rmb|dollars|days?|weeks?|months?|kids?|children|students?|degrees?|words?|sentences?|paragraphs?|subjects?|exercises?|chapters?|lessons?|meters?|metres?|km|push-?ups|sit-?ups|laps?|goals?|books?|messages?|poems?|essays?|out of|%|/ ?\\d+|st |nd |rd |th )`,
)

function run(regex: RegExp, text: string, at: number): number {
  regex.lastIndex = at
  return regex.exec(text)?.[0].length ?? 0
}

/** Length of the count that starts at `at`, 0 if there is none. */
export function countAt(text: string, at: number): number {
  const lengths = [PHONE, DATE, ORDINAL, COUNTED, COUNTED_GE, ENGLISH].map(regex => run(regex, text, at))
  return Math.max(...lengths)
}

/** Length of a mark of a test (92分) that starts at `at`, 0 if there is none. */
export function pointsAt(text: string, at: number): number {
  return run(POINTS, text, at)
}
