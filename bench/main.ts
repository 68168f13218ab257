import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../tools/build.mjs'
import { bare, type Contestant, insert, telegram } from './contestants.ts'
import { lineOf } from './line.ts'
import { measureMemory } from './memory.ts'
import { runRounds } from './rounds.ts'
import { measureStart } from './start.ts'

const HELP = `npm run bench -- [--json] [--only bare,insert,telegram] [--rounds 5] [--seconds 2]
npm run bench -- --start     cold start to the first answer
npm run bench -- --memory    resident memory with 100,000 families
`

/** Conversations in a second that no machine reaches; so many families are seeded for every second of load. */
const MOST_CONVERSATIONS = 2500

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: 'bare,insert,telegram' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    start: { type: 'boolean', default: false },
    memory: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

/** Progress is for people: it stays off the standard output, whose last line is the result. */
const tell = (line: string): void => void process.stderr.write(`${line}\n`)

const positive = (text: string, name: string): number => {
  const n = Number(text)
  if (n > 0 && Number.isFinite(n)) return n
  throw new Error(`--${name} takes a number above nought`)
}

const measureRounds = async (folder: string): Promise<object> => {
  const rounds = Math.ceil(positive(options.rounds, 'rounds'))
  const seconds = positive(options.seconds, 'seconds')
  const wanted = new Set(options.only.split(','))
  const contestants: Contestant[] = []
  if (wanted.has('bare')) contestants.push(await bare())
  if (wanted.has('insert')) contestants.push(await insert(folder))
  if (wanted.has('telegram')) {
    contestants.push(await telegram(folder, Math.ceil((rounds + 1) * Math.max(1, seconds) * MOST_CONVERSATIONS)))
  }
  return lineOf(rounds, await runRounds(contestants, rounds, seconds, tell))
}

const main = async (): Promise<void> => {
  if (options.help) return void process.stdout.write(HELP)
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'wanling-bench-'))
  try {
    const measure = options.start ? measureStart : options.memory ? measureMemory : measureRounds
    const result = await measure(folder, tell)
    process.stdout.write(`${options.json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

await main()
