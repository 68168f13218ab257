import { inPlace } from '../../src/background/in-place.ts'
import { makeCalendar } from '../../src/calendar/index.ts'
import { EmbeddedDatabase } from '../../src/db/embedded.ts'
import { makeIds } from '../../src/db/id.ts'
import { statement } from '../../src/db/statement.ts'
import { tick } from '../../src/jobs/tick.ts'

/** Ticks through a quarter of an hour of its own clock on the file it is given, each job noting who ran which slot. */
const [file = '', name = ''] = process.argv.slice(2)
const db = new EmbeddedDatabase(file)
let clock = Date.parse('2026-11-23T20:00:00+08:00')
const now = () => clock
const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
const noted =
  (job: string) =>
  async ({ id }: { id: string }) =>
    void (await db.write([statement('INSERT INTO ran (who, job, slot) VALUES (?, ?, ?)', name, job, id)]))

for (let minute = 0; minute < 15; minute++) {
  await tick({
    db,
    keys: {
      lookup: () => '',
      seal: text => text,
      unseal: text => text,
      secret: () => '',
      sign: () => ({ key: '', signature: '' }),
      isSigned: () => false,
    },
    background: inPlace(db),
    now,
    random,
    newId: makeIds(now, random).row,
    zone: 'Asia/Shanghai',
    reach: () => 'tap',
    calendar: async () => makeCalendar({ terms: [], overrides: [] }),
    jobs: [
      { name: 'minutely', schedule: { every: 'minute' }, run: noted('minutely') },
      { name: 'nightly', schedule: { daily: '20:04', lateMin: 30 }, run: noted('nightly') },
    ],
    fault: (_job, error) => {
      throw error
    },
  })
  clock += 60_000
}
await db.close()
