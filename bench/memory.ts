import { readFileSync } from 'node:fs'
import { telegram } from './contestants.ts'
import { runRounds } from './rounds.ts'

const FAMILIES = 100_000
const ROUNDS = 5
const SECONDS = 2

/** Resident memory in MB with 100,000 families: once it listens, after evenings of load, and the highest it came to. */
export const measureMemory = async (folder: string, tell: (line: string) => void): Promise<object> => {
  const contestant = await telegram(folder, FAMILIES)
  const listening = memoryOf(contestant.pid, 'VmRSS')
  let loaded = 0
  let highest = 0
  const stop = (updates: number): Promise<void> => {
    loaded = memoryOf(contestant.pid, 'VmRSS')
    highest = memoryOf(contestant.pid, 'VmHWM')
    return contestant.stop(updates)
  }
  await runRounds([{ ...contestant, stop }], ROUNDS, SECONDS, tell)
  return { unit: 'MB', families: FAMILIES, listening, loaded, highest }
}

/** A line of /proc, where there is one, in MB. */
const memoryOf = (pid: number, name: 'VmRSS' | 'VmHWM'): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
}
