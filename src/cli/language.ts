import { oneOf } from './command.ts'
import type { Language } from './roster-words.ts'

/** The language of a command's answers: what `--lang` says, otherwise that of the terminal. @throws BadUsage */
export const languageOf = (option: string | undefined): Language => {
  if (option !== undefined) return oneOf(['zh', 'en'], option, '--lang')
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh' : 'en'
}
