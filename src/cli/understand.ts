import { createInterface } from 'node:readline'
import { BadUsage, type Command, Refused, readArgs, say } from './command.ts'

/** The understandings that need no database, by name. */
type Readers = Record<string, (text: string) => unknown>

/** `wanling understand`: JSON Lines in, what was understood out. */
export const understandCommand = (readers: Readers): Command => ({
  name: 'understand',
  takes: Object.keys(readers).join('|'),
  summary: 'read JSON Lines {id,text,locale} from standard input, write {id,got}',
  help: 'Needs no database and keeps nothing.',
  run: async args => {
    const [what = ''] = readArgs(args, {}).positionals
    const read = Object.hasOwn(readers, what) ? readers[what] : undefined
    if (!read) throw new BadUsage(`understand takes ${Object.keys(readers).join(' or ')}`)
    let n = 0
    for await (const line of createInterface({ input: process.stdin })) {
      n++
      if (line.trim() === '') continue
      const parsed = readLine(line)
      if (!parsed) throw new Refused(`standard input, line ${n}: not JSON with id and text`)
      say(JSON.stringify({ id: parsed.id, got: read(parsed.text) }))
    }
  },
})

const readLine = (line: string): { id: unknown; text: string } | undefined => {
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed !== 'object' || parsed === null || !('id' in parsed) || !('text' in parsed)) return undefined
    return typeof parsed.text === 'string' ? { id: parsed.id, text: parsed.text } : undefined
  } catch {
    return undefined
  }
}
