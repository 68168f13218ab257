import { type Draft, Form, opened, TextField } from '../form.tsx'
import type { ConsoleDeps, View, Visit } from '../page.ts'
import { meWords } from './words.ts'

/** Where ten new codes are asked for. */
export const PRINTED_PATH = '/code/printed'

/** Asks for the password once more before the codes that stand in for the phone are made anew. */
export const PrintedForm = ({
  visit,
  keys,
  draft = opened(),
}: {
  visit: Visit
  keys: ConsoleDeps['keys']
  draft?: Draft
}) => {
  const words = meWords[visit.lang].printed
  return (
    <Form visit={visit} keys={keys} action={`/console${PRINTED_PATH}`}>
      <TextField
        draft={draft}
        visit={visit}
        name="password"
        label={words.confirm}
        hint={words.againHint}
        type="password"
        autocomplete="current-password"
      />
      <button type="submit" class="quiet">
        {words.again}
      </button>
    </Form>
  )
}

/** The one time that the ten codes are shown, laid out for printing. */
export const printedView = (visit: Visit, codes: readonly string[]): View => {
  const words = meWords[visit.lang].printed
  return {
    title: words.title,
    body: (
      <div class="narrow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <div class="card">
          <ul class="codes">
            {codes.map(code => (
              <li>{code}</li>
            ))}
          </ul>
          <p class="soft">{visit.person?.email}</p>
        </div>
        <p>{words.keep}</p>
        <p class="soft no-print">{words.print}</p>
        <a class="button no-print" href="/console">
          {words.done}
        </a>
      </div>
    ),
  }
}
