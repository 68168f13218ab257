import type { Lang } from '../chat/inbound.ts'
import type { View } from './page.ts'
import { consoleWords } from './words.ts'

interface Sentence {
  title: string
  text: string
}

const page = ({ title, text }: Sentence, status: View['status'], link: { href: string; label: string }): View => ({
  title,
  status,
  body: (
    <div class="narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a class="button quiet" href={link.href}>
          {link.label}
        </a>
      </p>
    </div>
  ),
})

const home = (lang: Lang) => ({ href: '/console', label: consoleWords[lang].back })

/** There is nothing here, or nothing for this person: the same words, so that nobody learns which. */
export const notFound = (lang: Lang): View => page(consoleWords[lang].notFound, 404, home(lang))

/** The session ended while a form was open. */
export const ended = (lang: Lang): View =>
  page(consoleWords[lang].ended, 401, { href: '/console/sign-in', label: consoleWords[lang].signInAgain })

/** The token is missing, or made for another visit or another form. */
export const forged = (lang: Lang, back: string): View =>
  page(consoleWords[lang].forged, 403, { href: back, label: consoleWords[lang].backToForm })

/** The person could open the form and may no longer send it. */
export const roleChanged = (lang: Lang): View => page(consoleWords[lang].roleChanged, 403, home(lang))

/** More bytes than the page takes. */
export const tooLarge = (lang: Lang, bytes: number, back: string): View => {
  const { title, text } = consoleWords[lang].tooLarge
  const most = bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`
  return page({ title, text: text(most) }, 413, { href: back, label: consoleWords[lang].backToForm })
}

/** The database is locked or out of reach. */
export const busy = (lang: Lang): View => page(consoleWords[lang].busy, 503, home(lang))

/** An error that nobody expected. */
export const broken = (lang: Lang): View => page(consoleWords[lang].broken, 503, home(lang))
