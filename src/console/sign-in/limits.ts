import type { Database } from '../../db/database.ts'
import type { Keys } from '../../db/keys.ts'
import { type Statement, statement } from '../../db/statement.ts'

/** Attempts are counted in windows of this length. */
export const WINDOW_MS = 15 * 60_000
/** One name from one address: more than anybody mistypes. */
const MOST_OF_PAIR = 8
/** One name from everywhere: stops a guess spread over many addresses, and lets its owner in from their own for long. */
const MOST_OF_NAME = 40
/** One address, which may be a whole school behind one router. */
const MOST_OF_ADDRESS = 60

export interface LimitDeps {
  db: Database
  keys: Keys
  now: () => number
}

interface Counted {
  key: string
  most: number
}

/** A name is counted whether or not it has an account, so that the limit tells nothing. */
const countedBy = (keys: Keys, name: string, address: string): Counted[] => [
  { key: keys.lookup('sign-in pair', name, address), most: MOST_OF_PAIR },
  { key: keys.lookup('sign-in name', name), most: MOST_OF_NAME },
  { key: keys.lookup('sign-in address', address), most: MOST_OF_ADDRESS },
]

const COUNT = `INSERT INTO sign_in_failure (key, window, n) VALUES (?, ?, 1)
  ON CONFLICT (key, window) DO UPDATE SET n = n + 1 RETURNING n`
const TAKE_BACK = 'UPDATE sign_in_failure SET n = n - 1 WHERE key = ? AND window = ? AND n > 0'

/** Counts an attempt before it is made, so that attempts sent together count too. False when there were too many. */
export const mayTry = async ({ db, keys, now }: LimitDeps, name: string, address: string): Promise<boolean> => {
  const window = Math.floor(now() / WINDOW_MS)
  const counted = countedBy(keys, name, address)
  const rows = await db.write(counted.map(({ key }) => statement(COUNT, key, window)))
  return counted.every(({ most }, i) => Number(rows[i]?.[0]?.[0] ?? 0) <= most)
}

/** An attempt that went well is not counted. */
export const wentWell = (deps: LimitDeps, name: string, address: string): Statement[] => {
  const window = Math.floor(deps.now() / WINDOW_MS)
  return countedBy(deps.keys, name, address).map(({ key }) => statement(TAKE_BACK, key, window))
}
