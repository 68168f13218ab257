import type { Lang } from '../../chat/inbound.ts'
import type { DayRule } from '../../jobs/job.ts'

const zh = {
  letters: {
    menu: '没送到的消息',
    title: '没送到的消息',
    lead: '发了几次都没送到、已经不再发的消息。只看得到走哪条路、为什么,看不到写了什么、是谁的。七天后自动清掉。',
    caption: '没送到的消息,新的在前',
    none: '都送到了。',
    channel: '渠道',
    error: '平台的说法',
    age: '多久了',
    what: '怎么办',
    again: '再发一次',
    drop: '不要了',
    late: '已经过了时候,不再发',
    gone: '这一条刚才已经处理过了。',
    sentAgain: '已经放回去,马上再发。',
    dropped: '清掉了。',
    next: '下一页',
    previous: '上一页',
  },
  channels: { webchat: '网页', telegram: 'Telegram', lark: '飞书', wecom: '企业微信', wecomkf: '微信客服' },
  age: (minutes: number) =>
    minutes < 60
      ? `${minutes}分钟`
      : minutes < 1440
        ? `${Math.floor(minutes / 60)}小时`
        : `${Math.floor(minutes / 1440)}天`,
  jobs: {
    menu: '定时的事',
    title: '定时的事',
    lead: '服务自己按钟点做的事。时间都是当地的。错过了,一般等下一次;急的话可以现在做一次。',
    caption: '每件事上次和下次的时间',
    name: '什么事',
    schedule: '什么时候',
    last: '上次',
    next: '下次',
    run: '现在做一次',
    runOf: (name: string) => `现在做一次:${name}`,
    never: '还没做过',
    noNext: '最近三个月没有',
    ok: '做完了',
    running: '正在做',
    cutShort: '中途停了',
    failed: (kind: string) => `没做成(${kind})`,
    begun: '已经开始做了。过一会儿刷新,看有没有做完。',
    busy: '正在做着呢,不用再点。',
    neverDue: '最近三个月里没有轮到它的时候。',
    everyMinute: '每分钟',
    daily: (clock: string) => `每天${clock}`,
    on: {
      'school day': '上学的日子',
      'last school day of the week': '每周最后一个上学的日子',
      'first workday of the week': '每周第一个工作日',
    } satisfies Record<DayRule, string>,
    names: {
      retention: '清掉过了期的记录',
      backup: '夜里备份',
      reminders: '晚上的提醒',
      purge: '删除到期的资料',
      'consent-counts': '数一数各项同意',
    },
  },
  health: {
    menu: '运行状况',
    title: '运行状况',
    lead: '一眼看出要不要动手。',
    caption: '各项的状况',
    item: '哪一项',
    state: '状况',
    good: '正常',
    look: '要看一看',
    database: '数据库',
    databaseKind: { embedded: '本机文件', remote: '远程' },
    mail: '等着发的消息',
    mailState: (waiting: number, minutes: number) =>
      waiting === 0 ? '没有积压' : `${waiting}条,最久的等了${minutes}分钟`,
    letters: '没送到的消息',
    lettersState: (n: number) => (n === 0 ? '没有' : `${n}条`),
    backup: '备份',
    backedUp: '三天之内有好的备份',
    notBackedUp: '三天没有好的备份了。看看磁盘满没满、备份的文件夹能不能写。',
    elsewhere: '远程数据库由它的主机备份',
    calendar: '校历',
    calendarState: (year: number | undefined) =>
      year === undefined ? '今年的放假安排齐了' : `缺${year}年的放假安排:国务院发了以后,请升级到带它的版本`,
    jobs: '定时的事',
    jobsState: (failed: number) => (failed === 0 ? '上一次都做完了' : `有${failed}件上一次没做成`),
    since: '上次看的时间',
  },
}

const en: typeof zh = {
  letters: {
    menu: 'Undelivered messages',
    title: 'Undelivered messages',
    lead: 'Messages that were tried and given up. You see which way they went and why they stopped, never what they said or whose they were. They go by themselves after seven days.',
    caption: 'Undelivered messages, the newest first',
    none: 'Everything has arrived.',
    channel: 'Channel',
    error: 'What the platform said',
    age: 'How long ago',
    what: 'What to do',
    again: 'Send again',
    drop: 'Let go',
    late: 'Its time is over; it is not sent any more',
    gone: 'This one has just been dealt with.',
    sentAgain: 'Put back; it goes out in a moment.',
    dropped: 'Let go.',
    next: 'Next page',
    previous: 'Previous page',
  },
  channels: {
    webchat: 'Web chat',
    telegram: 'Telegram',
    lark: 'Lark',
    wecom: 'WeCom',
    wecomkf: 'WeChat customer service',
  },
  age: minutes =>
    minutes < 60
      ? `${minutes} min`
      : minutes < 1440
        ? `${Math.floor(minutes / 60)} h`
        : `${Math.floor(minutes / 1440)} d`,
  jobs: {
    menu: 'Jobs',
    title: 'Jobs',
    lead: 'What the service does by itself, by the clock. Times are local. A missed one usually waits for its next time; if it can’t wait, run it now.',
    caption: 'Each job’s last and next time',
    name: 'Job',
    schedule: 'When',
    last: 'Last',
    next: 'Next',
    run: 'Run now',
    runOf: name => `Run now: ${name}`,
    never: 'Not run yet',
    noNext: 'Not within three months',
    ok: 'Done',
    running: 'Running',
    cutShort: 'Cut short',
    failed: kind => `Failed (${kind})`,
    begun: 'Begun. Reload in a moment to see whether it has finished.',
    busy: 'It is running already; no need to press again.',
    neverDue: 'It has not fallen due in the last three months.',
    everyMinute: 'Every minute',
    daily: clock => `Daily at ${clock}`,
    on: {
      'school day': 'on school days',
      'last school day of the week': 'on the last school day of the week',
      'first workday of the week': 'on the first workday of the week',
    },
    names: {
      retention: 'Let go of what has expired',
      backup: 'Nightly backup',
      reminders: 'Evening reminders',
      purge: 'Erase what was deleted',
      'consent-counts': 'Count consents',
    },
  },
  health: {
    menu: 'Health',
    title: 'Health',
    lead: 'Whether anything needs a hand, at a glance.',
    caption: 'How each part is doing',
    item: 'Part',
    state: 'State',
    good: 'Fine',
    look: 'Needs a look',
    database: 'Database',
    databaseKind: { embedded: 'A file on this machine', remote: 'Remote' },
    mail: 'Messages waiting',
    mailState: (waiting, minutes) =>
      waiting === 0 ? 'Nothing is waiting' : `${waiting}; the oldest has waited ${minutes} min`,
    letters: 'Undelivered messages',
    lettersState: n => (n === 0 ? 'None' : `${n}`),
    backup: 'Backup',
    backedUp: 'There is a good one from the last three days',
    notBackedUp: 'No good backup for three days. See whether the disk is full and the backup folder can be written.',
    elsewhere: 'A remote database is backed up by its host',
    calendar: 'School calendar',
    calendarState: year =>
      year === undefined
        ? 'This year’s holidays are all there'
        : `The holidays of ${year} are missing: once the State Council has published them, upgrade to a version that has them`,
    jobs: 'Jobs',
    jobsState: failed => (failed === 0 ? 'Each one’s last run went well' : `${failed} failed last time`),
    since: 'As of',
  },
}

/** The sentences of the operator's desk: undelivered messages, jobs, health. */
export const operationsWords: Record<Lang, typeof zh> = { zh, en }

/** A word of a table when it has one, else the name itself. */
export const named = (table: Record<string, string>, name: string): string => table[name] ?? name
