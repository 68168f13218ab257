import { type ConsoleDeps, type Page, unitInPath, type View, type Visit } from '../../console/page.ts'
import { type ConsentLine, readConsentCounts } from './consent-counts.ts'
import { unitName } from './list-pages.tsx'
import { deskWords } from './words.ts'

/** For how many children a family agreed to what, as counts that single nobody out. */
export const consentsPage = (deps: ConsoleDeps): Page => ({
  method: 'GET',
  path: '/u/:unit/consents',
  action: 'consents.count',
  unit: unitInPath('county', 'school'),
  menu: { zh: deskWords.zh.consents.menu, en: deskWords.en.consents.menu },
  answer: visit => view(visit, deps),
})

const KINDS = ['C1', 'C2', 'C4', 'C5', 'C6'] as const

const view = async (visit: Visit, deps: ConsoleDeps): Promise<View> => {
  const words = deskWords[visit.lang].consents
  const title = words.title(await unitName(visit, deps))
  const lines = await readConsentCounts(deps.background, visit.unit)
  const day = lines[0]?.day
  return {
    title,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        {lines.length === 0 ? <p>{words.none}</p> : <Counts visit={visit} lines={lines} />}
        {day ? <p class="soft">{words.day(day)}</p> : null}
      </>
    ),
  }
}

const Counts = ({ visit, lines }: { visit: Visit; lines: ConsentLine[] }) => {
  const words = deskWords[visit.lang].consents
  return (
    <div class="scroll">
      <table>
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.school}</th>
            {KINDS.map(kind => (
              <th scope="col">{words.kind[kind]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr>
              <th scope="row">{line.school}</th>
              {KINDS.map(kind => {
                const n = line.counts.get(kind)
                return <td>{n === undefined ? <span class="soft">{words.hidden}</span> : words.atLeast(n)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
