import type { Child } from 'hono/jsx'
import * as z from 'zod'
import type { Keys } from '../db/keys.ts'
import { formToken } from './csrf.ts'
import type { Form as Fields, Visit } from './page.ts'
import { consoleWords, type Fault } from './words.ts'

/** What a form shows: what was typed (or what stands), what is wrong with it, and whether somebody else was faster. */
export interface Draft {
  typed: Record<string, string>
  /** By field. A fault of the shell's words, or a whole sentence of the page's own. */
  faults: Record<string, Fault | { say: string }>
  stale?: boolean
}

/** A form as it is first opened, filled with what stands. */
export const opened = (typed: Record<string, string> = {}): Draft => ({ typed, faults: {} })

/** The form again after a refusal, with what was typed. */
export const refused = (form: Fields, faults: Draft['faults']): Draft => ({ typed: texts(form), faults })

/** The form again after somebody else was faster: what was typed, and the newest version to save upon. */
export const changedMeanwhile = (form: Fields, version: number): Draft => ({
  typed: { ...texts(form), version: String(version) },
  faults: {},
  stale: true,
})

const texts = (form: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** Shapes of common fields. Their messages are the faults that the words know. */
export const field = {
  text: (most: number) => z.string({ error: 'needed' }).trim().min(1, 'needed').max(most, 'long'),
  optional: (most: number) => z.string().trim().max(most, 'long').default(''),
  email: z.string({ error: 'needed' }).trim().toLowerCase().min(1, 'needed').max(120, 'long').pipe(z.email('email')),
  date: z.string({ error: 'needed' }).trim().min(1, 'needed').pipe(z.iso.date('date')),
  optionalDate: z.union([z.literal(''), z.iso.date()], { error: 'date' }).default(''),
  oneOf: <T extends string>(list: readonly T[]) => z.enum(list, { error: 'choice' }),
  version: z.coerce.number({ error: 'wrong' }).int(),
}

const FAULTS: readonly string[] = ['needed', 'long', 'email', 'date', 'choice'] satisfies Fault[]
const isFault = (text: string): text is Fault => FAULTS.includes(text)

/** Reads a form into data, or into the draft that says what is wrong and keeps what was typed. */
export const readForm = <T extends z.ZodType>(form: Fields, shape: T): { data: z.output<T> } | { draft: Draft } => {
  const result = shape.safeParse(form)
  if (result.success) return { data: result.data }
  const faults: Draft['faults'] = {}
  for (const { path, message } of result.error.issues) faults[String(path[0])] ??= isFault(message) ? message : 'wrong'
  return { draft: refused(form, faults) }
}

interface FormProps {
  visit: Pick<Visit, 'visitId'>
  keys: Keys
  /** Where it is sent, an address of the console. */
  action: string
  /** Takes files. */
  upload?: boolean
  id?: string
  class?: string
  children?: Child
}

/** A form of the console. It carries the token of this visit for this address. */
export const Form = ({ visit, keys, action, upload, id, children, ...rest }: FormProps) => (
  <form
    method="post"
    action={action}
    id={id}
    class={rest.class}
    enctype={upload ? 'multipart/form-data' : undefined}
    novalidate
  >
    <input type="hidden" name="_token" value={formToken(keys, visit.visitId, action)} />
    {children}
  </form>
)

interface FieldProps {
  draft: Draft
  visit: Pick<Visit, 'lang'>
  name: string
  label: string
  hint?: string
}

const faultText = ({ draft, visit, name }: FieldProps): string | undefined => {
  const fault = draft.faults[name]
  if (fault === undefined) return undefined
  return typeof fault === 'string' ? consoleWords[visit.lang].form.faults[fault] : fault.say
}

const Labelled = (props: FieldProps & { children?: Child }) => {
  const fault = faultText(props)
  return (
    <div class={fault ? 'field is-wrong' : 'field'}>
      <label for={`f-${props.name}`}>{props.label}</label>
      {props.hint ? (
        <p class="hint" id={`h-${props.name}`}>
          {props.hint}
        </p>
      ) : null}
      {props.children}
      {fault ? (
        <p class="fault" id={`e-${props.name}`}>
          {fault}
        </p>
      ) : null}
    </div>
  )
}

const described = (props: FieldProps): string | undefined =>
  [props.hint ? `h-${props.name}` : '', faultText(props) ? `e-${props.name}` : ''].filter(Boolean).join(' ') ||
  undefined

interface InputProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'date' | 'tel'
  autocomplete?: string
  inputmode?: 'numeric' | 'text'
  autofocus?: boolean
}

/** One line of text. A password is never filled in again. */
export const TextField = (props: InputProps) => (
  <Labelled {...props}>
    <input
      id={`f-${props.name}`}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.type === 'password' ? undefined : props.draft.typed[props.name]}
      autocomplete={props.autocomplete ?? 'off'}
      inputmode={props.inputmode}
      autofocus={props.autofocus}
      aria-invalid={faultText(props) ? 'true' : undefined}
      aria-describedby={described(props)}
    />
  </Labelled>
)

/** One of a list. */
export const SelectField = (props: FieldProps & { options: readonly { value: string; label: string }[] }) => (
  <Labelled {...props}>
    <select
      id={`f-${props.name}`}
      name={props.name}
      aria-invalid={faultText(props) ? 'true' : undefined}
      aria-describedby={described(props)}
    >
      {props.options.map(({ value, label }) => (
        <option value={value} selected={props.draft.typed[props.name] === value}>
          {label}
        </option>
      ))}
    </select>
  </Labelled>
)

/** What stands above a form that was not saved, and why; nothing when there is nothing to say. */
export const FormNotice = ({ draft, visit }: { draft: Draft; visit: Pick<Visit, 'lang'> }) => {
  const { form } = consoleWords[visit.lang]
  const general = draft.faults['']
  if (draft.stale) return <Notice text={form.stale} />
  if (general) return <Notice text={typeof general === 'string' ? form.faults[general] : general.say} />
  const wrong = Object.keys(draft.faults)
  if (wrong.length === 0) return null
  return (
    <div class="notice is-wrong" role="alert">
      <p>{form.refused}</p>
      <ul>
        {wrong.map(name => (
          <li>
            <a href={`#f-${name}`}>{faultText({ draft, visit, name, label: '' })}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Notice = ({ text }: { text: string }) => (
  <div class="notice is-wrong" role="alert">
    <p>{text}</p>
  </div>
)
