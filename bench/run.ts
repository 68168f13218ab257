import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Contestant, Course, plainContestant } from './contestant.ts'
import { medians, type Row, ratio } from './figures.ts'
import { startHelper } from './process.ts'
import { telegramContestant } from './telegram.ts'
import { ensureBuilt } from '../tools/build.mjs'

const CONNECTIONS = 64
/** Conversations a second that no machine reaches: so many people are seeded for every second of load. */
const MOST_CONVERSATIONS = 2000
const WARM_UP_SECONDS = 1

const options = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: 'bare,insert,telegram' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
  },
}).values

const cpu = async (): Promise<Record<string, number>> => {
  const out: Record<string, number> = {}
  const { readdirSync, readFileSync } = await import('node:fs')
  for (const p of readdirSync('/proc')) {
    if (!/^\d+$/.test(p)) continue
    try {
      const c = readFileSync(`/proc/${p}/cmdline`, 'utf8')
      const name = /platform.ts|generator.ts|dist\/node.js/.exec(c)?.[0]
      if (!name) continue
      const s = readFileSync(`/proc/${p}/stat`, 'utf8').split(' ')
      if (name === 'dist/node.js' && s[3] !== String(process.pid)) continue
      out[name] = Number(s[13]) + Number(s[14])
      out[name + '.sys'] = Number(s[14])
    } catch {}
  }
  return out
}
const main = async (): Promise<void> => {
  const rounds = Number(options.rounds)
  const seconds = Number(options.seconds)
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'wanling-bench-'))
  const wanted = options.only.split(',')
  const families = Math.ceil((rounds * seconds + WARM_UP_SECONDS) * MOST_CONVERSATIONS)
  const contestants: Contestant[] = []
  if (wanted.includes('bare')) contestants.push(await plainContestant('bare', 'servers/bare.ts'))
  if (wanted.includes('insert')) contestants.push(await plainContestant('insert', 'servers/insert.ts', [join(folder, 'insert.db')]))
  if (wanted.includes('telegram')) contestants.push(await telegramContestant(join(folder, 'wanling.db'), families))
  const load = await startHelper('load/generator.ts')
  const course = new Course(load)
  const rows: Record<string, Row[]> = {}
  for (const one of contestants) await course.round(one, CONNECTIONS, WARM_UP_SECONDS)
  for (let round = 0; round < rounds; round++) {
    for (const one of contestants) {
      const before = await cpu()
      const row = await course.round(one, CONNECTIONS, seconds)
      const after = await cpu()
      const n = row.rps * seconds
      if (process.env.CPU) process.stdout.write(`  ${Object.keys(after).map(k => `${k} ${(((after[k] ?? 0) - (before[k] ?? 0)) * 10000 / n).toFixed(0)}us`).join(' ')}\n`)
      ;(rows[one.name] ??= []).push(row)
      process.stdout.write(`round ${round + 1} ${one.name} ${row.rps.toFixed(0)} updates/s p50 ${row.p50.toFixed(1)} p99 ${row.p99.toFixed(1)} ms\n`)
    }
  }
  await load.stop()
  for (const one of contestants) await one.stop()
  rmSync(folder, { recursive: true })
  const m = Object.fromEntries(Object.entries(rows).map(([n, r]) => [n, medians(r)]))
  process.stdout.write(`${JSON.stringify({ unit: 'updates/s', rounds, ...m, r: [ratio(rows.telegram ?? [], rows.bare ?? []), ratio(rows.telegram ?? [], rows.insert ?? [])] })}\n`)
}

await main()
