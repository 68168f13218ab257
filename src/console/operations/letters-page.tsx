import { canGoAgain, type DeadLetter, dropLetter, isDead, readDeadLetters, sendAgain } from '../../chat/dead-letters.ts'
import type { Statement } from '../../db/statement.ts'
import { Form } from '../form.tsx'
import { Done, Undone } from '../notice.tsx'
import { type ConsoleDeps, consolePath, type Page, theCounty, type Visit } from '../page.ts'
import { guarded, saved } from '../save.ts'
import { named, operationsWords } from './words.ts'

/** Lines of one page. */
const LINES = 50
const PATH = '/letters'

/** Messages that were given up: which way they went, why, how long ago. */
export const lettersPage = (deps: ConsoleDeps): Page => ({
  method: 'GET',
  path: PATH,
  action: 'letters.change',
  unit: theCounty,
  menu: { zh: operationsWords.zh.letters.menu, en: operationsWords.en.letters.menu },
  answer: async visit => {
    const words = operationsWords[visit.lang].letters
    const page = Math.max(0, Math.floor(Number(visit.c.req.query('page') ?? 0)) || 0)
    const found = await readDeadLetters(deps.background, visit.now, { limit: LINES + 1, offset: page * LINES })
    const shown = found.slice(0, LINES)
    const done = visit.c.req.query('done')
    return {
      title: words.title,
      body: (
        <>
          <h1>{words.title}</h1>
          <Done text={done === 'again' ? words.sentAgain : done === 'dropped' ? words.dropped : undefined} />
          <Undone text={done === 'gone' ? words.gone : undefined} />
          <p class="lead">{words.lead}</p>
          {shown.length === 0 ? <p>{words.none}</p> : <Letters visit={visit} letters={shown} keys={deps.keys} />}
          {page > 0 || found.length > LINES ? (
            <p class="pages">
              {page > 0 ? <a href={`/console${PATH}?page=${page - 1}`}>{words.previous}</a> : <span />}
              {found.length > LINES ? <a href={`/console${PATH}?page=${page + 1}`}>{words.next}</a> : <span />}
            </p>
          ) : null}
        </>
      ),
    }
  },
})

const Letters = ({ visit, letters, keys }: { visit: Visit; letters: DeadLetter[]; keys: ConsoleDeps['keys'] }) => {
  const words = operationsWords[visit.lang]
  return (
    <div class="scroll">
      <table>
        <caption>{words.letters.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.letters.channel}</th>
            <th scope="col">{words.letters.error}</th>
            <th scope="col">{words.letters.age}</th>
            <th scope="col">{words.letters.what}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(letter => (
            <tr>
              <th scope="row">{named(words.channels, letter.channel)}</th>
              <td>
                <span class="code">{letter.error}</span>
              </td>
              <td>{words.age(Math.max(0, Math.floor((visit.now - letter.deadAt) / 60_000)))}</td>
              <td>
                <div class="actions">
                  {letter.canGoAgain ? (
                    <Form visit={visit} keys={keys} action={consolePath(AGAIN, { letter: letter.id })}>
                      <button type="submit" class="quiet">
                        {words.letters.again}
                      </button>
                    </Form>
                  ) : (
                    <span class="soft">{words.letters.late}</span>
                  )}
                  <Form visit={visit} keys={keys} action={consolePath(DROP, { letter: letter.id })}>
                    <button type="submit" class="plain">
                      {words.letters.drop}
                    </button>
                  </Form>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const AGAIN = '/letters/:letter/again'
const DROP = '/letters/:letter/drop'

/** Sends an undelivered message again, or lets it go. */
export const letterDeedPages = (deps: ConsoleDeps): Page[] => [
  deed(deps, AGAIN, 'LetterSentAgain', 'again', (id, now) => guarded(canGoAgain(id, now), sendAgain(id, now))),
  deed(deps, DROP, 'LetterDropped', 'dropped', id => guarded(isDead(id), [dropLetter(id)])),
]

const deed = (
  { audit }: ConsoleDeps,
  path: string,
  event: string,
  done: string,
  statements: (id: string, now: number) => Statement[],
): Page => ({
  method: 'POST',
  path,
  action: 'letters.change',
  unit: theCounty,
  answer: async ({ c, params, actor, now }) => {
    const id = params.letter ?? ''
    const went = await saved(audit, [{ event, actor: actor.staffId, subject: id }], statements(id, now))
    return c.redirect(`/console${PATH}?done=${went ? done : 'gone'}`, 303)
  },
})
