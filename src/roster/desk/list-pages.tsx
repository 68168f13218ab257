import { type ConsoleDeps, consolePath, type Page, unitInPath, type View, type Visit } from '../../console/page.ts'
import { readUnitNames } from '../../console/unit-names.ts'
import { className } from '../class-name.ts'
import { type ChildLine, type ClassLine, readChildren, readClasses, type Search } from './read.ts'
import { deskWords } from './words.ts'

const LIST = '/u/:unit/roster'
const CLASSES = '/u/:unit/classes'

/** The children of a school, and its classes. */
export const rosterListPages = (deps: ConsoleDeps): Page[] => [
  {
    method: 'GET',
    path: LIST,
    action: 'roster.read',
    unit: unitInPath('school'),
    menu: { zh: deskWords.zh.list.menu, en: deskWords.en.list.menu },
    answer: visit => list(visit, deps),
  },
  {
    method: 'GET',
    path: CLASSES,
    action: 'roster.read',
    unit: unitInPath('school'),
    menu: { zh: deskWords.zh.classes.menu, en: deskWords.en.classes.menu },
    answer: visit => classes(visit, deps),
  },
]

/** The unit's own name. */
export const unitName = async ({ unit, today, lang }: Visit, { db }: ConsoleDeps): Promise<string> =>
  (await readUnitNames(db, [unit.id], today, lang)).get(unit.id) ?? ''

const searchOf = ({ c }: Visit): Search => ({
  text: (c.req.query('q') ?? '').trim().slice(0, 20),
  classId: (c.req.query('class') ?? '').slice(0, 64),
  page: Math.max(0, Math.floor(Number(c.req.query('page') ?? 0)) || 0),
})

const list = async (visit: Visit, deps: ConsoleDeps): Promise<View> => {
  const { unit, today, lang } = visit
  const words = deskWords[lang].list
  const search = searchOf(visit)
  const [found, known] = await Promise.all([
    readChildren(deps.background, unit.id, search, today),
    readClasses(deps.background, unit.id, today),
  ])
  const title = words.title(await unitName(visit, deps))
  const path = consolePath(LIST, { unit: unit.id })
  const turn = (page: number) =>
    `${path}?${new URLSearchParams({ q: search.text, class: search.classId, page: String(page) })}`
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        <Find visit={visit} search={search} classes={known} path={path} />
        <p>
          <a class="button quiet" href={`${path}/import`}>
            {words.import}
          </a>
        </p>
        {found.lines.length === 0 ? <p>{words.none}</p> : <Children visit={visit} lines={found.lines} />}
        {search.page > 0 || found.more ? (
          <p class="pages">
            {search.page > 0 ? <a href={turn(search.page - 1)}>{words.previous}</a> : <span />}
            {found.more ? <a href={turn(search.page + 1)}>{words.next}</a> : <span />}
          </p>
        ) : null}
      </>
    ),
  }
}

interface FindProps {
  visit: Visit
  search: Search
  classes: ClassLine[]
  path: string
}

const Find = ({ visit, search, classes: known, path }: FindProps) => {
  const words = deskWords[visit.lang].list
  return (
    <form method="get" action={path} class="row">
      <div class="field">
        <label for="f-q">{words.search}</label>
        <p class="hint" id="h-q">
          {words.searchHint}
        </p>
        <input id="f-q" name="q" value={search.text} autocomplete="off" aria-describedby="h-q" />
      </div>
      <div class="field">
        <label for="f-class">{words.class}</label>
        <select id="f-class" name="class">
          <option value="">{words.allClasses}</option>
          {known.map(({ id, grade, classNo }) => (
            <option value={id} selected={id === search.classId}>
              {className(grade, classNo, visit.lang)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="quiet">
        {words.find}
      </button>
    </form>
  )
}

const Children = ({ visit, lines }: { visit: Visit; lines: ChildLine[] }) => {
  const words = deskWords[visit.lang].list
  return (
    <div class="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.class}</th>
            <th scope="col">{words.mark}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">
                <a href={consolePath('/children/:child', { child: line.id })}>{line.label}</a>
              </th>
              <td>{className(line.grade, line.classNo, visit.lang)}</td>
              <td class="soft">{line.mark ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const classes = async (visit: Visit, deps: ConsoleDeps): Promise<View> => {
  const { unit, today, lang } = visit
  const words = deskWords[lang].classes
  const known = await readClasses(deps.background, unit.id, today)
  const title = words.title(await unitName(visit, deps))
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        {known.length === 0 ? <p>{words.none}</p> : <Classes visit={visit} known={known} />}
      </>
    ),
  }
}

const Classes = ({ visit, known }: { visit: Visit; known: ClassLine[] }) => {
  const words = deskWords[visit.lang].classes
  const path = consolePath(LIST, { unit: visit.unit.id })
  return (
    <div class="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.class}</th>
            <th scope="col" class="number">
              {words.count}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {known.map(({ id, grade, classNo, children }) => {
            const name = className(grade, classNo, visit.lang)
            return (
              <tr>
                <th scope="row">{name}</th>
                <td class="number">{String(children)}</td>
                <td>
                  <a href={`${path}?class=${encodeURIComponent(id)}`} aria-label={`${words.see}: ${name}`}>
                    {words.see}
                  </a>{' '}
                  <a
                    href={`${consolePath('/u/:unit/slips', { unit: visit.unit.id })}?class=${encodeURIComponent(id)}`}
                    aria-label={`${words.slips}: ${name}`}
                  >
                    {words.slips}
                  </a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
