import type { RosterField, SkipReason } from './types.ts'

/** What a column title announces: a field that is read, or why the column is not. */
export type Meaning = { field: RosterField } | { skip: SkipReason }

/** Titles that are read. Only whole titles count, brackets and signs aside: 家长姓名 is not 姓名. */
const TITLES: readonly (readonly [RosterField, string])[] = [
  ['school', '学校 学校名称 校名 所在学校 就读学校 school schoolname'],
  ['grade', '年级 所在年级 年级名称 就读年级 grade year'],
  ['class', '班级 班 班级名称 所在班级 行政班 行政班级 班号 就读班级 年级班级 年班 class classname'],
  ['name', '姓名 学生姓名 学生 学生名字 名字 孩子 孩子姓名 name child childname student studentname pupil pupilname'],
  ['nickname', '称呼 昵称 小名 乳名 nickname label calledas'],
  ['externalKey', '编号 外部编号 对接编号 系统编号 家校编号 key externalkey externalid'],
]

/** Words in a title that tell what the column holds, in the order they are tried. The title is lower case. */
const SKIPPED: readonly (readonly [SkipReason, RegExp])[] = [
  ['id-number', /身份证|证件|护照|通行证号|id ?card|id ?no|id ?num|identity|passport/],
  ['student-number', /学籍|学号|考号|准考证|学生编号|学生证|student ?(no|num|id)|pupil ?(no|num|id)/],
  ['contact', /电话|手机|联系方式|微信|qq|邮箱|邮件|phone|mobile|\btel\b|contact|wechat|e-?mail/],
  ['address', /住址|地址|户籍|户口|籍贯|居住地|出生地|门牌|小区|address|residence/],
  ['birth-date', /出生|生日|年龄|岁数|birth|\bdob\b|\bage\b/],
  ['score', /成绩|分数|得分|总分|平均分|排名|名次|等第|等级|score|\brank|\bmarks?\b/],
  ['score', /^(语文|数学|英语|物理|化学|科学|历史|生物|地理|道法|政治)$/],
  ['health', /健康|病|过敏|体检|视力|身高|体重|血型|残疾|心理|疫苗/],
  ['health', /health|allerg|medical|blood|disab|eyesight|height|weight/],
  ['photo', /照片|相片|头像|人脸|photo|picture/],
  ['guardian', /家长|监护|父|母|爸|妈|爷爷|奶奶|关系|亲属|guardian|parent|father|mother|relation/],
]

const FIELD_OF: ReadonlyMap<string, RosterField> = new Map(
  TITLES.flatMap(([field, titles]) => titles.split(' ').map(title => [title, field] as const)),
)

/** The meaning of a title that may stand under a group title (家长信息 over 姓名). `group` is '' where there is none. */
export function meaningOf(title: string, group: string): Meaning {
  const own = meaningOfTitle(title)
  return isPrivate(own) || group === '' || !isPrivate(meaningOfTitle(group)) ? own : meaningOfTitle(group)
}

/** Whether the title is one this reader knows, read or not. */
export function isKnownTitle(title: string): boolean {
  const meaning = meaningOfTitle(title)
  return 'field' in meaning || isPrivate(meaning)
}

function isPrivate(meaning: Meaning): boolean {
  return 'skip' in meaning && meaning.skip !== 'not-needed'
}

function meaningOfTitle(title: string): Meaning {
  const text = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()
  const packed = text.replaceAll(' ', '')
  const field = FIELD_OF.get(packed.replace(/\([^)]*\)|[*:#']/g, ''))
  const skip = SKIPPED.find(([, pattern]) => pattern.test(text) || pattern.test(packed))?.[0]
  // 姓名(与户口本一致) is still the name, but 编号(学号) is a student number.
  const isOptional = field === 'nickname' || field === 'externalKey'
  if (field && !(skip && isOptional)) return { field }
  return { skip: skip ?? 'not-needed' }
}
