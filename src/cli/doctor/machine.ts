import { existsSync, statfsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Language } from '../language.ts'
import { bad, type Line, ok, warn } from './line.ts'
import { doctorWords } from './words.ts'

const OLDEST_NODE = 26
const FONT = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
/** Below this much free, in bytes, somebody should look; below the least, nothing can be relied on. */
const LITTLE = 1e9
const LEAST = 100e6

/** Node, the font for pictures, and room on the disks of the given folders and files. */
export const machineLines = (language: Language, paths: string[]): Line[] => {
  const words = doctorWords[language]
  return [
    nodeLine(language),
    fontLine(language),
    ...paths.map(path => diskLine(path, language)).filter(same(words.disk)),
  ]
}

const nodeLine = (language: Language): Line => {
  const words = doctorWords[language]
  const isOld = Number(process.versions.node.split('.')[0]) < OLDEST_NODE
  return isOld ? bad(words.node, words.nodeOld(process.version)) : ok(words.node, process.version)
}

const fontLine = (language: Language): Line => {
  const words = doctorWords[language]
  return hasFont() ? ok(words.font, words.fontFine) : warn(words.font, words.fontNone)
}

const hasFont = (): boolean => {
  try {
    return existsSync(createRequire(import.meta.url).resolve(FONT))
  } catch {
    return false
  }
}

/** A database needs room for a copy of itself: an upgrade, a backup and a restore all make one. */
const diskLine = (path: string, language: Language): Line => {
  const words = doctorWords[language]
  const { bavail, bsize } = statfsSync(existing(path))
  const free = bavail * bsize
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const say = inWords(free)
  if (free < LEAST + 2 * size) return bad(words.disk, words.diskLow(say))
  return free < LITTLE ? warn(words.disk, words.diskLow(say)) : ok(words.disk, words.diskFine(say))
}

const existing = (path: string): string => (existsSync(path) ? path : existing(dirname(path)))

const inWords = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`

/** Two paths on one disk are said once. */
const same = (what: string) => {
  const said = new Set<string>()
  return (line: Line): boolean => {
    const isNew = line.what !== what || !said.has(line.say)
    said.add(line.say)
    return isNew
  }
}
