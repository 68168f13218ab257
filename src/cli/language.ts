import { oneOf } from './command.ts'

export type Language = 'zh' | 'en'

/** The language of `--lang`, otherwise that of the terminal. @throws BadUsage */
export const languageOf = (option: string | undefined): Language =>
  option === undefined ? terminalLanguage() : oneOf(['zh', 'en'], option, '--lang')

const terminalLanguage = (): Language => {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh' : 'en'
}
