import { Form } from '../form.tsx'
import { type Page, theCounty, type View, type Visit } from '../page.ts'
import type { SignInDeps } from '../sign-in/deps.ts'
import { consoleWords } from '../words.ts'
import { PrintedForm } from './printed.tsx'
import { moment, readSessions, type SessionLine } from './read.ts'
import { meWords } from './words.ts'

/** One's own work, password, code and sessions. */
export const mePage = (deps: SignInDeps): Page => ({
  method: 'GET',
  path: '/me',
  action: 'self',
  unit: theCounty,
  menu: { zh: meWords.zh.menu, en: meWords.en.menu },
  answer: async visit => {
    const { actor, person } = visit
    const sessions = await readSessions(deps.db, actor.staffId, visit.now)
    const auth = await deps.auth()
    const left = person?.hasCode
      ? (await auth.api.viewBackupCodes({ body: { userId: actor.staffId } })).backupCodes.length
      : 0
    return view(visit, deps, sessions, left)
  },
})

const view = (visit: Visit, deps: SignInDeps, sessions: SessionLine[], left: number): View => {
  const { lang, actor, person, unitNames } = visit
  const words = meWords[lang]
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{`${person?.name} · ${person?.email}`}</p>
        <section class="card">
          <h2>{words.roles}</h2>
          <p>
            {actor.holdings.map(({ role, unit }) => (
              <span class="tag">{`${consoleWords[lang].role[role]} · ${unitNames.get(unit) ?? ''}`}</span>
            ))}
            {actor.holdings.length === 0 ? consoleWords[lang].noRoles : null}
          </p>
        </section>
        <section class="card">
          <h2>{words.password.title}</h2>
          <p>{words.password.lead}</p>
          <a class="button quiet" href="/console/password">
            {words.password.link}
          </a>
        </section>
        <section class="card">
          <h2>{words.code.heading}</h2>
          {person?.hasCode ? (
            <>
              <p>{`${words.code.on}${lang === 'en' ? ' ' : ''}${words.printed.left(left)}`}</p>
              <PrintedForm visit={visit} keys={deps.keys} />
              <p class="hint">{words.code.lost}</p>
            </>
          ) : (
            <>
              <p>{words.code.off}</p>
              <a class="button quiet" href="/console/code">
                {words.code.setUp}
              </a>
            </>
          )}
        </section>
        <Sessions visit={visit} deps={deps} sessions={sessions} />
      </>
    ),
  }
}

const Sessions = ({ visit, deps, sessions }: { visit: Visit; deps: SignInDeps; sessions: SessionLine[] }) => {
  const words = meWords[visit.lang].sessions
  const own = visit.person?.session.id
  return (
    <section>
      <h2>{words.title}</h2>
      <div class="scroll">
        <table>
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.device}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.seen}</th>
              <th scope="col">{words.end}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, device, at, seenAt }) => (
              <tr>
                <th scope="row">{device || words.unknown}</th>
                <td>{moment(at, deps.zone)}</td>
                <td>{moment(seenAt, deps.zone)}</td>
                <td>
                  {id === own ? (
                    words.here
                  ) : (
                    <Form visit={visit} keys={deps.keys} action="/console/me/sessions">
                      <input type="hidden" name="session" value={id} />
                      <button type="submit" class="plain" aria-label={words.endOf(device || words.unknown)}>
                        {words.end}
                      </button>
                    </Form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sessions.length > 1 ? (
        <Form visit={visit} keys={deps.keys} action="/console/me/sessions">
          <input type="hidden" name="session" value="others" />
          <button type="submit" class="quiet">
            {words.endOthers}
          </button>
        </Form>
      ) : null}
    </section>
  )
}
