import * as z from 'zod'
import { setting } from '../../db/schema/index.ts'
import { insert, type Statement } from '../../db/statement.ts'
import {
  changedMeanwhile,
  type Draft,
  Form,
  FormNotice,
  field,
  opened,
  readForm,
  SelectField,
  TextField,
} from '../form.tsx'
import { Done } from '../notice.tsx'
import type { ConsoleDeps, Page, View, Visit } from '../page.ts'
import { theCounty } from '../page.ts'
import { guarded, saved } from '../save.ts'
import { readSchoolUnits } from '../staff/schools.ts'
import { KINDS, type Operator, OWNED, operatorStandsAt, readOperator } from './read.ts'
import { settingsWords } from './words.ts'

const PATH = '/settings'

/** Who runs the service, and whose account each channel is. */
export const operatorPages = (deps: ConsoleDeps): Page[] => [
  {
    method: 'GET',
    path: PATH,
    action: 'settings.change',
    unit: theCounty,
    menu: { zh: settingsWords.zh.operator.menu, en: settingsWords.en.operator.menu },
    answer: async visit => {
      const { operator, owners, version } = await readOperator(deps.db)
      const { name, contact, kind } = operator
      const typed = { name, contact, kind, version: String(version), ...byField(owners) }
      return view(visit, deps, opened(typed), visit.c.req.query('done') === 'saved')
    },
  },
  { method: 'POST', path: PATH, action: 'settings.change', unit: theCounty, answer: visit => save(visit, deps) },
]

const byField = (owners: Record<string, string>): Record<string, string> =>
  Object.fromEntries(OWNED.map(channel => [`owner-${channel}`, owners[channel] ?? '']))

const shape = z.object({
  version: field.version,
  name: field.text(60),
  contact: field.text(120),
  kind: field.oneOf(KINDS),
  'owner-webchat': field.optional(64),
  'owner-telegram': field.optional(64),
  'owner-lark': field.optional(64),
  'owner-wecom': field.optional(64),
})

const save = async (visit: Visit, deps: ConsoleDeps): Promise<View | Response> => {
  const read = readForm(visit.form, shape)
  if ('draft' in read) return { ...(await view(visit, deps, read.draft)), status: 422 }
  const { data } = read
  const units = new Set((await ownersToChoose(visit, deps)).map(one => one.value))
  const strange = OWNED.filter(channel => !units.has(data[`owner-${channel}`]))
  if (strange.length > 0) {
    const faults = Object.fromEntries(strange.map(channel => [`owner-${channel}`, 'choice' as const]))
    return { ...(await view(visit, deps, { ...opened(texts(visit)), faults })), status: 422 }
  }
  const now = await readOperator(deps.db)
  const operator: Operator = {
    name: data.name,
    contact: data.contact,
    kind: data.kind,
    receivers: now.operator.receivers,
  }
  const owners = OWNED.map(channel => ({ key: `owner.${channel}`, value: data[`owner-${channel}`] }))
  const put = (key: string, value: unknown): Statement =>
    insert(setting, { key, value: JSON.stringify(value), by: visit.actor.staffId, at: visit.now }, REPLACE)
  const statements = [
    put('operator', operator),
    ...owners.filter(one => one.value !== '').map(one => put(one.key, one.value)),
  ]
  const entry = {
    event: 'OperatorChanged',
    actor: visit.actor.staffId,
    subject: 'operator',
    content: { operator, owners },
  }
  const went = await saved(deps.audit, [entry], guarded(operatorStandsAt(data.version), statements))
  if (went) return visit.c.redirect(`/console${PATH}?done=saved`, 303)
  return { ...(await view(visit, deps, changedMeanwhile(visit.form, now.version))), status: 409 }
}

const REPLACE = 'ON CONFLICT (key) DO UPDATE SET value = excluded.value, by = excluded.by, at = excluded.at'

const texts = ({ form }: Visit): Record<string, string> =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value)]))

const ownersToChoose = async ({ lang, unit }: Visit, { db }: ConsoleDeps) => {
  const schools = await readSchoolUnits(db, unit.id)
  const county = { value: unit.id, label: settingsWords[lang].operator.kinds.bureau }
  const nobody = { value: '', label: settingsWords[lang].operator.nobody }
  return [nobody, county, ...schools.map(({ id, name }) => ({ value: id, label: name }))]
}

const view = async (visit: Visit, deps: ConsoleDeps, draft: Draft, isSaved = false): Promise<View> => {
  const words = settingsWords[visit.lang].operator
  const options = await ownersToChoose(visit, deps)
  const kinds = KINDS.map(value => ({ value, label: words.kinds[value] }))
  const common = { visit, draft }
  return {
    title: words.title,
    body: (
      <>
        <h1>{words.title}</h1>
        <Done text={isSaved ? words.saved : undefined} />
        <p class="lead">{words.lead}</p>
        <Form visit={visit} keys={deps.keys} action={`/console${PATH}`} class="card">
          <FormNotice draft={draft} visit={visit} />
          <input type="hidden" name="version" value={draft.typed.version} />
          <h2>{words.who}</h2>
          <TextField {...common} name="name" label={words.name} hint={words.nameHint} />
          <TextField {...common} name="contact" label={words.contact} hint={words.contactHint} />
          <SelectField {...common} name="kind" label={words.kind} options={kinds} />
          <h2>{words.owners}</h2>
          <p class="hint">{words.ownersHint}</p>
          {OWNED.map(channel => (
            <SelectField {...common} name={`owner-${channel}`} label={words.channels[channel]} options={options} />
          ))}
          <button type="submit">{words.save}</button>
        </Form>
      </>
    ),
  }
}
