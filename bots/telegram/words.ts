import type { Lang } from '../../src/chat/inbound.ts'

interface Command {
  command: string
  description: string
}

const NAMES = [
  'report',
  'services',
  'hotline',
  'guide',
  'me',
  'lang',
  'stop',
  'export',
  'delete',
  'help',
  'cancel',
  'back',
] as const

const DESCRIPTIONS: Record<Lang, Record<(typeof NAMES)[number], string>> = {
  zh: {
    report: '报作业',
    services: '课后服务',
    hotline: '反映问题(保密)',
    guide: '家教',
    me: '我的',
    lang: '语言 / Language',
    stop: '停止提醒',
    export: '导出我的记录',
    delete: '删除我的记录',
    help: '帮助',
    cancel: '取消',
    back: '上一步',
  },
  en: {
    report: 'Report homework',
    services: 'After-school services',
    hotline: 'Report a problem (in confidence)',
    guide: 'Family guidance',
    me: 'My page',
    lang: 'Language / 语言',
    stop: 'Stop reminders',
    export: 'Export my records',
    delete: 'Delete my records',
    help: 'Help',
    cancel: 'Cancel',
    back: 'One step back',
  },
}

const inLang = (lang: Lang): Command[] => NAMES.map(command => ({ command, description: DESCRIPTIONS[lang][command] }))

/** The bot's menu of commands, as Telegram shows it beside the text field. */
export const COMMANDS: Record<Lang, Command[]> = { zh: inLang('zh'), en: inLang('en') }
