import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** The file of the environment as it stands: its text and what it sets. */
export interface EnvText {
  text: string
  values: Record<string, string | undefined>
}

export const readEnvText = (path: string): EnvText => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return { text, values: parseEnv(text) }
}

/**
 * Writes variables into the file, readable by its owner only: new ones at its end, those it holds in their place. All
 * other lines stay as they are. What was there before is kept as `kept`, where that is given.
 */
export const writeEnv = (path: string, news: Record<string, string>, kept?: string): void => {
  const { text, values } = readEnvText(path)
  if (kept && text) writePrivate(kept, text)
  const changed = Object.entries(news).filter(([name, value]) => values[name] !== value)
  const isOpen = existsSync(path) && (statSync(path).mode & 0o077) !== 0
  if (changed.length === 0 && !isOpen) return
  writePrivate(
    path,
    changed.reduce((body, [name, value]) => withVariable(body, name, value), text),
  )
}

const withVariable = (text: string, name: string, value: string): string => {
  const line = `${name}=${quoted(value)}`
  const here = new RegExp(`^(?:export )?[ \\t]*${name}[ \\t]*=.*$`, 'm')
  if (here.test(text)) return text.replace(here, () => line)
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`
  return `${before}${line}\n`
}

/** As the file's reader takes it: bare when it is plain, otherwise in the first quotes that it does not hold. */
const quoted = (value: string): string => {
  if (/^[\w@%+=:,./?&~-]*$/.test(value)) return value
  const quote = ["'", '"', '`'].find(one => !value.includes(one)) ?? "'"
  return `${quote}${value}${quote}`
}

/** Whole or not at all: written beside, then given its name. */
const writePrivate = (path: string, text: string): void => {
  const part = `${path}.part`
  const file = openSync(part, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(part, path)
}
