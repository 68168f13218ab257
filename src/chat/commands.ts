/** The words that always work, in any dialog and in both languages. */
const WORDS = {
  report: ['报作业', '报一下', '填作业', 'report'],
  services: ['课后服务', 'services', 'after-school', 'after school'],
  hotline: ['举报', '反映问题', '反映问题(保密)', '投诉', 'hotline', 'report a problem'],
  guide: ['家教', '家庭教育', 'guide'],
  me: ['我的', 'me'],
  lang: ['语言', '换语言', 'english', 'lang', 'language'],
  stop: ['停止提醒', '退订', '别提醒了', 'stop', 'unsubscribe'],
  export: ['导出', 'export'],
  delete: ['删除', 'delete'],
  help: ['帮助', '怎么用', '这个怎么用', '这个怎么用啊', 'help'],
  cancel: ['取消', '算了', 'cancel'],
  back: ['上一步', '返回', 'back'],
  menu: ['你好', '您好', '在吗', '菜单', '0', '?', 'hi', 'hello', 'menu'],
} satisfies Record<string, string[]>

export type CommandName = keyof typeof WORDS

const isCommand = (name: string): name is CommandName => Object.hasOwn(WORDS, name)

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([name, words]) => (isCommand(name) ? words.map(word => [word, name] as const) : [])),
)

/** Longest text that can still be a command: anything longer is spared the look-up. */
const LONGEST = 40

/** Reads a word that always works: `/me`, `/help@wanling_bot`, 我的, `services`. Undefined for all other text. */
export const readCommand = (text: string): { name: CommandName; argument: string } | undefined => {
  if (text.length > LONGEST) return undefined
  const plain = tidy(text)
  const slash = /^\/([a-z]+)(?:@\w+)?(?:\s+(\S.*))?$/.exec(plain)
  if (slash) {
    const name = slash[1] ?? ''
    return isCommand(name) ? { name, argument: slash[2] ?? '' } : undefined
  }
  const name = BY_WORD.get(plain)
  return name && { name, argument: '' }
}

/** Reads `start CODE` and `/start CODE`; an empty code for a bare `/start`. */
export const readStart = (text: string): string | undefined => {
  if (text.length > LONGEST) return undefined
  const match = /^\/?start(?:@\w+)?(?:\s+(\S+))?$/i.exec(text.normalize('NFKC').trim())
  if (!match) return undefined
  return match[1] ?? ''
}

/** Lower case, half width, no closing punctuation: how people type the same word. */
export const tidy = (text: string): string => {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  return plain === '?' ? plain : plain.replace(/[\s。.!?~,、]+$/u, '')
}
