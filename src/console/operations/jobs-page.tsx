import type { JobDesk, JobLine } from '../../jobs/by-hand.ts'
import type { Schedule } from '../../jobs/job.ts'
import { Form } from '../form.tsx'
import { Done, Undone } from '../notice.tsx'
import { type ConsoleDeps, consolePath, type Page, theCounty, type Visit } from '../page.ts'
import { notFound } from '../refusals.tsx'
import { named, operationsWords } from './words.ts'

const PATH = '/jobs'
const RUN = '/jobs/:job/run'

/** What runs by itself: last time, next time, and a run by hand. */
export const jobsPages = (deps: ConsoleDeps, jobs: JobDesk): Page[] => [
  {
    method: 'GET',
    path: PATH,
    action: 'jobs.run',
    unit: theCounty,
    menu: { zh: operationsWords.zh.jobs.menu, en: operationsWords.en.jobs.menu },
    answer: async visit => {
      const words = operationsWords[visit.lang].jobs
      const done = visit.c.req.query('done')
      return {
        title: words.title,
        body: (
          <>
            <h1>{words.title}</h1>
            <Done text={done === 'begun' ? words.begun : undefined} />
            <Undone text={done === 'running' ? words.busy : done === 'never' ? words.neverDue : undefined} />
            <p class="lead">{words.lead}</p>
            <Jobs visit={visit} lines={await jobs.list()} keys={deps.keys} />
          </>
        ),
      }
    },
  },
  {
    method: 'POST',
    path: RUN,
    action: 'jobs.run',
    unit: theCounty,
    answer: async ({ c, params, actor, lang }) => {
      const name = params.job ?? ''
      const begun = await jobs.begin(name)
      if (!begun) return notFound(lang)
      if ('refused' in begun)
        return c.redirect(`/console${PATH}?done=${begun.refused === 'running' ? 'running' : 'never'}`, 303)
      await deps.audit.write([{ event: 'JobBegun', actor: actor.staffId, subject: `${name} ${begun.begun}` }])
      return c.redirect(`/console${PATH}?done=begun`, 303)
    },
  },
]

const Jobs = ({ visit, lines, keys }: { visit: Visit; lines: JobLine[]; keys: ConsoleDeps['keys'] }) => {
  const words = operationsWords[visit.lang].jobs
  return (
    <div class="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.schedule}</th>
            <th scope="col">{words.last}</th>
            <th scope="col">{words.next}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">
                {named(words.names, line.name)}
                <br />
                <small class="soft code">{line.name}</small>
              </th>
              <td>{spoken(line.schedule, visit)}</td>
              <td>
                {line.last ? timeOf(line.last) : words.never}
                {line.outcome ? (
                  <>
                    <br />
                    <small class={isGood(line) ? 'soft' : 'fault'}>{outcomeOf(line.outcome, visit)}</small>
                  </>
                ) : null}
              </td>
              <td>{line.next ? timeOf(line.next) : words.noNext}</td>
              <td>
                <Form visit={visit} keys={keys} action={consolePath(RUN, { job: line.name })}>
                  <button type="submit" class="quiet" aria-label={words.runOf(named(words.names, line.name))}>
                    {words.run}
                  </button>
                </Form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** `2026-11-23T20:20` as people write it. */
const timeOf = (slot: string): string => slot.replace('T', ' ')

const spoken = (schedule: Schedule, { lang }: Visit): string => {
  const words = operationsWords[lang].jobs
  if ('every' in schedule) return words.everyMinute
  const { on, daily } = schedule
  if (!on) return words.daily(daily)
  return lang === 'zh' ? `${words.on[on]}${daily}` : `${daily} ${words.on[on]}`
}

/** Done, or still at it: nothing to look at. */
export const isGood = ({ outcome }: Pick<JobLine, 'outcome'>): boolean =>
  outcome === undefined || outcome === 'ok' || outcome === 'running'

const outcomeOf = (outcome: string, { lang }: Visit): string => {
  const words = operationsWords[lang].jobs
  if (outcome === 'ok') return words.ok
  if (outcome === 'running') return words.running
  return outcome === 'cut short' ? words.cutShort : words.failed(outcome)
}
