import type { Lang } from '../../chat/inbound.ts'

const zh = {
  title: (label: string) => label,
  span: (from: string, to: string) => `${from}到${to}的晚上`,
  subtitle: (from: string, to: string) => `${from}到${to}的晚上`,
  day: (month: number, day: number) => `${month}月${day}日`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  weekday: (name: string) => `周${name}`,
  minutes: '作业(分钟)',
  beds: '关灯',
  minutesLine: (minutes: number) => (minutes === 0 ? '不布置家庭书面作业' : `全班平均不超过${minutes}分钟`),
  bedLine: (clock: string) => `一般最晚${clock}`,
  hour: (hour: number) => `${hour}点`,
  note: '灰底的晚上(周末、放假)不对照规定。',
  noteInWords: '周末和放假的晚上不对照规定。',
  heading: (label: string, span: string) => `${label},${span}:`,
  night: (when: string, told: string, by: string) => `${when} ${told}${by}`,
  by: { me: '', parent: '(另一位家长)', helper: '(帮手)' },
  minutesTold: (minutes: number) => (minutes === 0 ? '在家没写作业' : `作业${minutes}分钟`),
  bedTold: (clock: string) => `${clock}关灯`,
  ahead: (clock: string) => `先记${clock}关灯`,
  between: ',',
  rules: (rules: string[]) => `规定是${rules.join(';')}。`,
  none: (label: string) => `${label}这两周还没有记录。随时说一句就行,比如“作业50分钟,9点40睡”。`,
  today: (label: string, told: string) => `${label}今天:${told}。`,
  noneToday: (label: string) => `${label}今天还没有记录。`,
  why: '规定哪来的',
  locked: {
    mine: '记录已经锁起来了。想看,先在“我的”里点“恢复记录”。',
    other: '家里有一位选了不再记录,记录先锁着,都还在。商量好了,在“我的”里恢复。',
    unwilling: '孩子不愿意记,记录先锁着。孩子愿意了,在“我的”里点一下。',
    abroad: '家里有一位不同意经过 Telegram,这里看不了。网页上一样能看。',
  },
}

type Words = typeof zh

const en: Words = {
  title: label => label,
  span: (from, to) => `evenings from ${from} to ${to}`,
  subtitle: (from, to) => `Evenings, ${from} to ${to}`,
  day: (month, day) => `${day} ${MONTHS[month - 1] ?? ''}`,
  weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  weekday: name => name,
  minutes: 'Homework (min)',
  beds: 'Light out',
  minutesLine: minutes => (minutes === 0 ? 'no written homework' : `class average up to ${minutes}`),
  bedLine: clock => `generally by ${clock}`,
  hour: hour => `${hour}:00`,
  note: 'Grey evenings (weekends, holidays): the rule is not about them.',
  noteInWords: 'The rule is not about weekends and holidays.',
  heading: (label, span) => `${label}, ${span}:`,
  night: (when, told, by) => `${when}: ${told}${by}`,
  by: { me: '', parent: ' (the other parent)', helper: ' (a helper)' },
  minutesTold: minutes => (minutes === 0 ? 'no homework at home' : `homework ${minutes} min`),
  bedTold: clock => `light out ${clock}`,
  ahead: clock => `light out ${clock} for now`,
  between: ', ',
  rules: rules =>
    `The rule: ${rules.map((rule, i) => (i === 0 ? rule : rule.charAt(0).toLowerCase() + rule.slice(1))).join('; ')}.`,
  none: label =>
    `Nothing on record for ${label} in these two weeks. One line is enough any time, such as “homework 50 minutes, bed 9:40”.`,
  today: (label, told) => `${label} today: ${told}.`,
  noneToday: label => `Nothing on record for ${label} today.`,
  why: 'Where is this rule from?',
  locked: {
    mine: 'The records are locked. To see them, start again under “My page” first.',
    other:
      'Someone in the family chose to stop keeping records. They are locked and still there; once you agree, start again under “My page”.',
    unwilling: 'Your child isn’t willing, so the records are locked. Once that changes, tap under “My page”.',
    abroad: 'Someone in the family doesn’t agree to Telegram, so this can’t be shown here. The web page can.',
  },
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Every sentence of the two weeks' view. */
export const trendWords: Record<Lang, Words> = { zh, en }
