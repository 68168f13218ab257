import type { Lang } from '../../chat/inbound.ts'
import type { View } from '../page.ts'
import { staffWords } from './words.ts'

/** The one time that a handed-out password is shown. */
export const passwordView = (lang: Lang, name: string, password: string, back: string): View => {
  const words = staffWords[lang].password
  return {
    title: words.title,
    body: (
      <div class="narrow">
        <h1>{words.title}</h1>
        <div class="card">
          <p>{words.text(name)}</p>
          <p class="code big" id="password">
            {password}
          </p>
        </div>
        <a class="button" href={back}>
          {words.done}
        </a>
      </div>
    ),
  }
}
