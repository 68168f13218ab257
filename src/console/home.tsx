import { entriesOf } from './layout.tsx'
import { type ConsoleDeps, type Page, theCounty } from './page.ts'
import { consoleWords } from './words.ts'

/** The first page: who one is here, and the way to each desk. */
export const homePage = (_deps: ConsoleDeps, menu: () => readonly Page[]): Page => ({
  method: 'GET',
  path: '/',
  action: 'self',
  unit: theCounty,
  answer: async visit => {
    const { lang, actor, person, unitNames } = visit
    const words = consoleWords[lang]
    const entries = entriesOf(visit, menu()).filter(entry => entry.href !== '/console/me')
    return {
      title: words.home,
      body: (
        <>
          <h1>{words.greeting(person?.name ?? '')}</h1>
          {actor.holdings.length === 0 ? (
            <p>{words.noRoles}</p>
          ) : (
            <>
              <p class="lead">{words.deskFor}</p>
              <p>
                {actor.holdings.map(({ role, unit }) => (
                  <span class="tag">{`${words.role[role]} · ${unitNames.get(unit) ?? ''}`}</span>
                ))}
              </p>
            </>
          )}
          {actor.holdings.length > 0 && entries.length === 0 ? <p>{words.noMenu}</p> : null}
          {entries.length === 0 ? null : (
            <ul class="tiles">
              {entries.map(({ href, label, unit }) => (
                <li>
                  <a class="tile" href={href}>
                    {label}
                    {unit ? <small class="tile-unit">{unit}</small> : null}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    }
  },
})
