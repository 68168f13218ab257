import { type ConsoleDeps, consolePath, type Page, unitInPath, type View, type Visit } from '../page.ts'
import { readUnitNames } from '../unit-names.ts'
import { consoleWords } from '../words.ts'
import { readStaffList, type StaffLine, type StaffList } from './list.ts'
import { readSchoolUnits } from './schools.ts'
import { staffWords } from './words.ts'

/** Who works in a county or a school. */
export const staffListPage = (deps: ConsoleDeps): Page => ({
  method: 'GET',
  path: '/u/:unit/staff',
  action: 'staff.read',
  unit: unitInPath('county', 'school'),
  menu: { zh: staffWords.zh.menu, en: staffWords.en.menu },
  answer: async visit => {
    const { unit, today, lang, c } = visit
    const search = (c.req.query('q') ?? '').trim().slice(0, 60)
    const page = Math.max(0, Math.floor(Number(c.req.query('page') ?? 0)) || 0)
    const list = await readStaffList(deps, unit, { search, page, today })
    const units = list.lines.flatMap(line => line.roles.map(held => held.unit))
    const names = await readUnitNames(deps.db, [unit.id, ...units], today, lang)
    const schools = unit.kind === 'county' ? await readSchoolUnits(deps.db, unit.id) : []
    return view(visit, { list, names, schools, search, page })
  },
})

interface Shown {
  list: StaffList
  names: ReadonlyMap<string, string>
  schools: { id: string; name: string }[]
  search: string
  page: number
}

const view = (visit: Visit, { list, names, schools, search, page }: Shown): View => {
  const words = staffWords[visit.lang].list
  const { unit } = visit
  const title = words.title(names.get(unit.id) ?? '')
  const path = consolePath('/u/:unit/staff', { unit: unit.id })
  const turn = (to: number) => `${path}?${new URLSearchParams({ q: search, page: String(to) })}`
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        <p>
          <a class="button" href={`${path}/new`}>
            {words.add}
          </a>
        </p>
        <form method="get" action={path} class="row">
          <div class="field wide">
            <label for="f-q">{words.search}</label>
            <p class="hint" id="h-q">
              {words.searchHint}
            </p>
            <input id="f-q" name="q" value={search} autocomplete="off" aria-describedby="h-q" />
          </div>
          <button type="submit" class="quiet">
            {words.find}
          </button>
        </form>
        {list.lines.length === 0 ? <p>{words.none}</p> : <Lines visit={visit} lines={list.lines} names={names} />}
        {page > 0 || list.more ? (
          <p class="pages">
            {page > 0 ? <a href={turn(page - 1)}>{words.previous}</a> : <span />}
            {list.more ? <a href={turn(page + 1)}>{words.next}</a> : <span />}
          </p>
        ) : null}
        {schools.length > 0 ? <Schools title={words.schools} schools={schools} /> : null}
      </>
    ),
  }
}

const Lines = ({ visit, lines, names }: { visit: Visit; lines: StaffLine[]; names: ReadonlyMap<string, string> }) => {
  const words = staffWords[visit.lang].list
  return (
    <div class="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.roles}</th>
            <th scope="col">{words.code}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">
                {line.isElsewhere ? (
                  line.name
                ) : (
                  <a href={consolePath('/staff/:staff', { staff: line.id })}>{line.name}</a>
                )}
                <br />
                <small class="soft light">{line.email}</small>
              </th>
              <td>
                {line.roles.map(({ role, unit }) => (
                  <span class="tag">{`${consoleWords[visit.lang].role[role]} · ${names.get(unit) ?? ''}`}</span>
                ))}
                {line.isElsewhere ? <small class="soft">{words.elsewhere}</small> : null}
              </td>
              <td>{line.hasCode ? words.hasCode : words.noCode}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Schools = ({ title, schools }: { title: string; schools: { id: string; name: string }[] }) => (
  <section class="card">
    <h2>{title}</h2>
    <ul class="desks">
      {schools.map(({ id, name }) => (
        <li>
          <a href={consolePath('/u/:unit/staff', { unit: id })}>{name}</a>
        </li>
      ))}
    </ul>
  </section>
)
