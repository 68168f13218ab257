// Short phrases with a gap or a choice inside, each with the tag of a word.

import type { Entry } from './lexicon/index.ts'
import { NUM } from './numerals.ts'
import type { Tag } from './tokens.ts'

const HOMEWORK = '(?:作业|书面|书面的|功课|笔头|要写的|要做的)'
const KIND = '(?:任何|什么|啥|其他|别的|家庭|书面|语文|数学|英语|校内|回家|笔头|的|要写的|一点|半点){0,2}'
const SET = '(?:留|布置|安排|发|给|有|下发)'
const SCHOOL =
  '(?:学校|校内|校|课堂|延时班?|延时课|托管班?|晚托班?|课后服务|课服|自习课?|课后班|小饭桌|安亲班?|安亲|补习社|班)'
const DONE = '(?:写|做|弄|搞|完成|解决)'
const GRADE = '(?:[一二三四五六七八九1-9]年级|初[一二三]|高[一二三]|幼儿园|小学|初中|高中|[大中小]班|学前班)'
/** Behind 都写了 an amount tells how long, not that it is done. */
const AMOUNT = `\\s?(?:大概|大约|差不多|约|将近|快|不到|超过|得有|有|足足|整整|就|才|也就|只|正好|刚好|最多|至少|一共|各){0,2}\\s?(?:${NUM}|半个?[小钟点]|个[半多把来]|好?几|大半)`
const YEAR = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|1st|2nd|3rd|[4-9]th)'

const CHINESE: readonly [Tag, string][] = [
  ['undone', `还(?:没|未)(?:有)?(?:开始)?(?:写|做|动)(?:作业)?`],
  ['undone', `作业还?(?:没|未)(?:有)?(?:开始|动|碰)`],
  ['undone', `(?:没|未)(?:有)?(?:来得及|能|全部?|都)?(?:写|做|弄|搞|背|抄|订正|改|画|默|赶)(?:完|好|成|掉|会|出来)`],
  ['undone', '(?:写|做|弄|搞|赶)(?:作业)?不完'],
  ['undone', '(?:没|未)(?:有)?(?:写|做|弄|背|抄|默|练|订正|改)(?=[,。 !]|$|呢|就睡|先睡|,)'],
  ['undone', '[写做](?:作业)?(?:只)?(?:了)?(?:一半|一部分|个开头)'],
  [
    'undone',
    '(?:明|早)(?:天|早|晨|儿)?(?:早上|早)?(?:再|接着|继续|补|起来补|起来写|起来再)(?:写|做|补|背|弄|抄|搞|订正|赶)?',
  ],
  ['undone', '(?:实在)?(?:写|做|熬|撑|坚持)不(?:动|下去|了|住)(?:了)?'],
  ['late', `(?:没|没有)(?:啥|什么)(?:家庭|书面)?${HOMEWORK}(?=[,。 !了啊]|$)`],
  ['none', `(?:都|也)?(?:没|无|零|0|冇)(?:有)?${SET}?(?:过)?${KIND}${HOMEWORK}(?!没|未|还|多)`],
  ['none', `不(?:用|需要|必|需)?(?:留|布置|安排|发|写|做)${KIND}${HOMEWORK}`],
  [
    'none',
    `${HOMEWORK}(?:时间|时长|用时|量|情况|今天|今晚|今日){0,2}\\s?(?:[:=-]|是|为)?\\s?(?:无|零|没有|没|冇|0)(?!写|做|完|弄|布|留|\\d|[.:点]|来|多|超|计|记|看|什么|太|那么|过|顾|忘)`,
  ],
  ['none', `${HOMEWORK}(?:今天|今晚)?(?:一点|啥|什么|半点)?(?:都|也)?(?:没|不)(?:留|布置|安排|有留|有布置)`],
  ['none', `(?:啥|什么|任何|一点|半点|一个字)${HOMEWORK}?(?:都|也)?(?:没|冇)(?:有)?(?:留|布置|写|做)?(?!完)`],
  ['none', `${HOMEWORK}(?:一点|啥)(?:都|也)没(?:有)?`],
  ['none', `(?:没|没有|未|不)(?:留|布置)(?=[,。 !]|$|的|啦|了|东西)`],
  ['none', '(?:没|没有|无)(?:书面|笔头)(?:的|类|任务)?(?:作业)?'],
  ['none', '(?:作业)(?:全|都)?免(?:了|做|写)?|免(?:写|做)?作业|无作业日?|无书面|作业为零|(?:没|不用)动笔'],
  ['none', '(?:没|没有|未)(?:写|做)(?:任何|什么|啥)?作业|没作业写|没作业做'],
  ['homework', '(?:学校|校内|老师|班里|班主任)(?:里)?(?:今天)?(?:留|布置|发)?的(?:书面|家庭)?作业'],
  ['other_family', '听说.{0,3}(?:班|群里?|学校|家长|有人)'],
  ['school', `(?:在|于|是在|就在|早在)?(?:他们|我们|她们)?${SCHOOL}(?:里|上|就|那边|那|内|期间|时间|时)?`],
  ['finish', `(?:都|全|全部|全都|基本)(?:已经|已)?${DONE}(?:好了|完了|完|掉了)`],
  ['finish', `(?:都|全|全部|全都|基本)(?:已经|已)?${DONE}了(?!${AMOUNT})`],
  ['finish', `(?:作业|任务)(?:都|全|全部)?(?:已)?(?:完|ok|OK|好了|妥了|清了|搞定)`],
  ['finish', '[写做背抄弄赶搞](?:作业)?(?:得)?(?:差不多)?(?:全)?完(?:了|啦|咯|喽|毕|的|成)?'],
  ['finish', '(?<=分钟?|小时|钟头?|刻)(?:就|都)?(?:好|ok)(?:了|啦|咯)'],
  ['late', '(?<=[写做弄]了)(?:好?一会儿?|会儿?|好?一阵子?)'],
  ['finish', '[写做](?:晒|哂|好|罢|毕|齐|得)(?:了|啦|咯)'],
  [
    'same',
    '(?:跟|和|同|与)(?:昨天|昨晚|昨日|平时|往常|前几天|上次|前天|平常)(?:也)?(?:的)?(?:差不多|一样|相同|一个样|差不离)',
  ],
  [
    'shift',
    '比(?:昨天|昨晚|平时|往常|前几天|上次|以前|上周|规定|前天|预期|往日|平常|昨日|他姐|他哥)(?:又|还)?(?:早|晚|快|慢|多|少|好|强|提前|推迟)?(?:写|睡)?(?:很多|多了|一点|一些|了些|了点|些|点|了)?',
  ],
  ['same', '同(?:昨|前)(?:天|晚|日)?(?:一样)?'],
  ['filler', '(?<=作业(?:量|有点|也)?)[多少](?=[写做弄赶用花,。 ])'],
  ['filler', '[语数英物化科]了'],
  ['filler', '(?:昨天|昨晚|前天|昨日)(?:没报|忘报|忘了报|没来得及报|没打卡)(?!的)(?=.{0,8}今)'],
  [
    'label',
    `${GRADE}(?:的那个|那个|的这个|这个|的那位|的娃|娃|的那只|那只|那位|的哥哥|的姐姐|的弟弟|的妹妹|的老大|的老二|的)(?!作业|题|功课|孩子|学生|小朋友|水平|量|课)`,
  ],
  ['label', '[一二三四五1-5]号(?:神兽|娃|宝|选手|崽|孩子)?(?=[写做:,\\d 一二三四五六七八九十半没用])'],
  ['retract', '(?:不是|并非)我(?:家|们家|孩子|娃)(?:的)?'],
  ['plan', '(?:让|叫|催|要)(?:他|她|孩子|娃)(?:今晚|今天)?(?:在)?(?=\\d|[七八九十])'],
  ['correct', '(?:刚才|刚刚|上一?条|刚)(?:那条|那个|报的|发的|说的)?是(?![昨前])[\u4e00-\u9fa5]{1,4}的(?=[,。 ])'],
  ['correct', '(?:报|说|写|发|填|打|记|看|输)(?:的)?(?:时候)?(?:成|错|岔|混)(?:了)?'],
  [
    'correct',
    '(?:刚才的?|刚刚的?)?(?:那|这|前|上)(?:面|边)?(?:那|一)?(?:条|个|次)(?:的)?(?:消息|数|数据|记录|时间)?(?:不对|有误|错了|不准|弄错|作废|有问题)',
  ],
  ['correct', '(?:要|得|需要|应该?|麻烦|请|帮我?|给我?)(?:帮我?|给我?)?(?:改|更正|修改|调整)(?:一下|下|成|为)?'],
]

const ENGLISH: readonly [Tag, string][] = [
  [
    'none',
    "(?:(?:there was|there were|he had|she had|had|got|has) )?(?:no|zero|0|without(?: any)?|didn't have any|did not have any|hasn't any) (?:written |school |real |actual |proper )?(?:homework|hw|assignments?|written work|worksheets?)",
  ],
  [
    'none',
    '(?:homework|hw|h/w) ?(?:time|today|tonight|was|is)? ?[:=-]? ?(?:none|nil|zero|nothing|n/a|0)(?![\\d.:]|[a-z])',
  ],
  ['none', '(?:none|nothing|nil|zero)(?: at all)?(?: set| assigned| given| due| to do| today| tonight)+'],
  [
    'none',
    "(?:homework|hw|teacher)[- ](?:free|wasn't set|not set|wasn't given)|(?:didn't|did not|did|does)(?: not)? (?:set|give|assign|hand out) (?:any|no)(?:thing)?(?: homework| hw)?",
  ],
  [
    'none',
    "(?:didn't|did not|couldn't) (?:do|have) (?:any|her|his|the)? ?(?:homework|hw)(?! done| finished)|skipped homework|did (?:no homework|nothing)",
  ],
  [
    'label',
    `(?:the |my )?(?:${YEAR}|\\dth)[- ]grader|(?:the |my )?(?:grade|year) \\d(?: one| kid)?(?=:| did| took| had| -|,)`,
  ],
  [
    'finish',
    '(?:got|had|has|have) (?:it|everything|all of it|all|them) (?:all )?(?:done|finished)|(?:did|finished|completed|got through) (?:it all|all of it|everything|the lot)',
  ],
  [
    'undone',
    '(?:still|yet) (?:has|have|had|got|needs?|owes|to do|to finish|doing|writing|working|going|at it|on (?:the|his|her|math|english|chinese))',
  ],
  [
    'undone',
    "(?:didn't|did not|couldn't|hasn't|has not|haven't|isn't|wasn't|not|never)(?: quite| all| yet| even)? (?:get |got |be )?(?:it )?(?:all )?(?:finish(?:ed)?|done|complete(?:d)?)(?: it| everything| all)?",
  ],
  [
    'undone',
    '(?:left|leaving|saved|saving|moved|skipped) (?:the )?(?:rest|last|two|one|three|some|math|english|chinese|reading|it|spelling|a)(?: [a-z]+){0,3}? (?:for|until|till|to) (?:tomorrow|the morning|morning)',
  ],
  [
    'undone',
    '(?:one|two|three|four|a few|some|\\d+) (?:more )?(?:page|question|problem|worksheet|sheet|paragraph|exercise|poem|essay)s? (?:left|to go|remaining|undone|missing|unfinished|short)',
  ],
  ['homework', '(?:reading|music|art|writing) (?:log|homework|hw|worksheets?|assignment)'],
  [
    'same',
    '(?:the |about the |pretty much the |roughly the |exactly the )?same (?:as|like) (?:yesterday|last night|usual|always|before|ever|the other night)',
  ],
  ['question', "(?<![a-z] )(?:is|isn't|are) (?=\\d|half|quarter|ten|nine|eight|an hour|that (?:too|a lot|normal))"],
  ['correct', '(?:sorry|oops|no|wait)?,? ?i (?:meant|mean) (?:to (?:say|write|type|put))?'],
  [
    'retract',
    '(?:ignore|disregard|delete|forget|scratch|cancel|remove|discard|skip) (?:my|the|that|what i|everything i) ?(?:last|previous|earlier|first|sent|said|wrote|message|one|report|text|entry)?(?: (?:message|one|report|text|entry|sent|said|wrote))?',
  ],
  [
    'me',
    'i (?:was|only|just|finally)? ?(?:went|slept|fell|got to|crashed|dozed|passed out|stayed up|worked|was up|was asleep|woke|got up|had a)(?= |$)',
  ],
  [
    'vague_before',
    '(?:a (?:bit|little|while)|some ?time|well|way|just|shortly|soon|not long|long) (?:past|after|before|over|under)',
  ],
  ['by', '(?:not )?(?:until|till) (?:about |around )?(?=\\d|ten|nine|eleven|twelve|midnight|half|quarter)'],
]

interface Phrase {
  tag: Tag
  regex: RegExp
}

function compiled(list: readonly [Tag, string][]): Phrase[] {
  return list.map(([tag, source]) => ({ tag, regex: new RegExp(source, 'y') }))
}

const PHRASES = compiled(CHINESE)
const ENGLISH_PHRASES = compiled(ENGLISH)
const ALL_PHRASES = [...PHRASES, ...ENGLISH_PHRASES]

/** The longest phrase that starts at `at` in lower-case `text`, or null. */
export function phraseAt(text: string, at: number): Entry | null {
  const first = text.charAt(at)
  const latin = /[a-z]/.test(first)
  if ((latin || /\d/.test(first)) && at > 0 && /[a-z\d.:]/.test(text.charAt(at - 1))) return null
  let best: Entry | null = null
  const lists = /\d/.test(first) ? ALL_PHRASES : latin ? ENGLISH_PHRASES : PHRASES
  for (const { tag, regex } of lists) {
    regex.lastIndex = at
    const match = regex.exec(text)
    if (match && match[0].trimEnd().length > (best?.text.length ?? 0)) best = { text: match[0].trimEnd(), tag }
  }
  return best
}
