import { type CivilCalendar, calendarMissing } from '../../calendar/index.ts'
import { type Statement, statement } from '../../db/statement.ts'
import type { JobDesk } from '../../jobs/by-hand.ts'
import type { Upkeep } from '../../jobs/upkeep.ts'
import { type ConsoleDeps, type Page, theCounty, type Visit } from '../page.ts'
import { isGood } from './jobs-page.tsx'
import { operationsWords } from './words.ts'

export interface HealthDeps {
  jobs: JobDesk
  upkeep: Upkeep | undefined
  calendar: () => Promise<CivilCalendar>
}

/** Mail that has waited longer than this needs a look. */
const LAG_MIN = 15

interface Line {
  item: string
  state: string
  isGood: boolean
}

/** How each part of the service is doing. */
export const healthPage = (deps: ConsoleDeps, health: HealthDeps): Page => ({
  method: 'GET',
  path: '/health',
  action: 'health.read',
  unit: theCounty,
  menu: { zh: operationsWords.zh.health.menu, en: operationsWords.en.health.menu },
  answer: async visit => {
    const words = operationsWords[visit.lang].health
    const lines = await readHealth(visit, deps, health)
    return {
      title: words.title,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <div class="scroll">
            <table>
              <caption>{words.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.item}</th>
                  <th scope="col">{words.state}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(line => (
                  <tr>
                    <th scope="row">{line.item}</th>
                    <td>
                      <span class={line.isGood ? 'tag' : 'tag is-wrong'}>{line.isGood ? words.good : words.look}</span>
                      {line.state}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ),
    }
  },
})

const mail = (now: number): Statement =>
  statement(
    'SELECT count(*), min(not_before) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL AND not_before <= ?',
    now,
  )
const letters = statement('SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL')

const readHealth = async ({ lang, now, today }: Visit, deps: ConsoleDeps, health: HealthDeps): Promise<Line[]> => {
  const words = operationsWords[lang].health
  const [[waiting = []] = [], [dead = []] = []] = await deps.background.read([mail(now), letters])
  const oldest = typeof waiting[1] === 'number' ? Math.max(0, Math.floor((now - waiting[1]) / 60_000)) : 0
  const failed = (await health.jobs.list()).filter(line => !isGood(line)).length
  const year = calendarMissing(await health.calendar(), today)
  const isBackedUp = (await health.upkeep?.isBackedUp()) ?? true
  return [
    { item: words.database, state: words.databaseKind[deps.db.kind], isGood: true },
    { item: words.mail, state: words.mailState(Number(waiting[0] ?? 0), oldest), isGood: oldest < LAG_MIN },
    { item: words.letters, state: words.lettersState(Number(dead[0] ?? 0)), isGood: Number(dead[0] ?? 0) === 0 },
    {
      item: words.backup,
      state: health.upkeep ? (isBackedUp ? words.backedUp : words.notBackedUp) : words.elsewhere,
      isGood: isBackedUp,
    },
    { item: words.jobs, state: words.jobsState(failed), isGood: failed === 0 },
    { item: words.calendar, state: words.calendarState(year), isGood: year === undefined },
  ]
}
