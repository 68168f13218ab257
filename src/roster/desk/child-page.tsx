import { type Draft, Form, FormNotice, opened, SelectField, TextField } from '../../console/form.tsx'
import { Done, Undone } from '../../console/notice.tsx'
import { type ConsoleDeps, consolePath, type Page, type View, type Visit } from '../../console/page.ts'
import { notFound } from '../../console/refusals.tsx'
import { readUnit } from '../../console/unit.ts'
import { className } from '../class-name.ts'
import { gradeOn } from '../grade.ts'
import { type ChildCard, type ClassLine, currentStay, readChild, readClasses, type Stay } from './read.ts'
import { deskWords } from './words.ts'

export const CHILD_PATH = '/children/:child'

/** A page about a child stands in its class, or where it last was. */
export const aboutChild: Page['unit'] = async (db, { child = '' }) => {
  const card = await readChild(db, child)
  const stay = card && (currentStay(card) ?? card.stays[0])
  return stay && readUnit(db, stay.classId)
}

/** One child: its classes, its name, and what the office may do. Nothing of what the family noted or agreed to. */
export const childPage = (deps: ConsoleDeps): Page => ({
  method: 'GET',
  path: CHILD_PATH,
  action: 'roster.read',
  unit: aboutChild,
  answer: visit => showChild(visit, deps, {}),
})

export interface OpenDrafts {
  name?: Draft
  move?: Draft
  /** The child changed class while a form was open. */
  stale?: boolean
}

/** The page, with one of its forms as it was sent. */
export const showChild = async (
  visit: Visit,
  deps: ConsoleDeps,
  drafts: OpenDrafts,
  status: View['status'] = 200,
): Promise<View> => {
  const words = deskWords[visit.lang].child
  const child = await readChild(deps.db, visit.params.child ?? '')
  if (!child) return notFound(visit.lang)
  const stay = currentStay(child)
  const classes = await readClasses(deps.background, child.schoolId, visit.today)
  const done = Object.entries(words.done).find(([key]) => key === visit.c.req.query('done'))?.[1]
  const props = { visit, deps, child, stay, classes }
  return {
    status,
    title: child.label,
    body: (
      <>
        <h1>{child.label}</h1>
        <Done text={done} />
        <Undone text={drafts.stale ? words.moved : undefined} />
        <p class="lead">{stay ? nameOf(stay, visit) : words.left}</p>
        {stay ? <Move {...props} draft={drafts.move} /> : <Return {...props} draft={drafts.move} />}
        <Name {...props} draft={drafts.name} />
        {stay ? <Slip {...props} /> : null}
        {stay ? <Leave {...props} /> : null}
        <History visit={visit} stays={child.stays} />
      </>
    ),
  }
}

interface Props {
  visit: Visit
  deps: ConsoleDeps
  child: ChildCard
  stay: Stay | undefined
  classes: ClassLine[]
  draft?: Draft | undefined
}

const nameOf = ({ firstGradeYear, classNo }: Stay, { today, lang }: Visit): string =>
  className(gradeOn(firstGradeYear, today), classNo, lang)

const pathOf = ({ child }: Props, deed: string): string => consolePath(`${CHILD_PATH}/${deed}`, { child: child.id })

/** The class that the form was opened at: a form that is older than the last move is stale. */
const OpenedAt = ({ stay }: Pick<Props, 'stay'>) => <input type="hidden" name="at" value={stay?.classId ?? ''} />

const optionsOf = ({ classes, visit, stay }: Props) =>
  classes
    .filter(({ id }) => id !== stay?.classId)
    .map(({ id, grade, classNo }) => ({ value: id, label: className(grade, classNo, visit.lang) }))

const Move = (props: Props) => {
  const words = deskWords[props.visit.lang].child
  const draft = props.draft ?? opened({})
  return (
    <Form visit={props.visit} keys={props.deps.keys} action={pathOf(props, 'move')} class="card">
      <h2>{words.move}</h2>
      <p class="hint">{words.moveLead}</p>
      <FormNotice draft={draft} visit={props.visit} />
      <OpenedAt stay={props.stay} />
      <SelectField draft={draft} visit={props.visit} name="class" label={words.to} options={optionsOf(props)} />
      <button type="submit">{words.moveSubmit}</button>
    </Form>
  )
}

const Return = (props: Props) => {
  const words = deskWords[props.visit.lang].child
  const draft = props.draft ?? opened({})
  return (
    <Form visit={props.visit} keys={props.deps.keys} action={pathOf(props, 'return')} class="card">
      <h2>{words.back}</h2>
      <p class="hint">{words.backLead}</p>
      <FormNotice draft={draft} visit={props.visit} />
      <OpenedAt stay={props.stay} />
      <SelectField draft={draft} visit={props.visit} name="class" label={words.class} options={optionsOf(props)} />
      <button type="submit">{words.backSubmit}</button>
    </Form>
  )
}

const Name = (props: Props) => {
  const words = deskWords[props.visit.lang].child
  const draft = props.draft ?? opened({ label: props.child.label, nickname: props.child.nickname ?? '' })
  const common = { draft, visit: props.visit }
  return (
    <Form visit={props.visit} keys={props.deps.keys} action={pathOf(props, 'name')} class="card">
      <h2>{words.rename}</h2>
      <p class="hint">{words.renameLead}</p>
      <FormNotice draft={draft} visit={props.visit} />
      <OpenedAt stay={props.stay} />
      <TextField {...common} name="label" label={words.name} />
      <TextField {...common} name="nickname" label={words.mark} hint={words.markHint} />
      <button type="submit">{words.save}</button>
    </Form>
  )
}

const Slip = (props: Props) => {
  const words = deskWords[props.visit.lang].child
  return (
    <Form visit={props.visit} keys={props.deps.keys} action={pathOf(props, 'slip')} class="card">
      <h2>{words.slip}</h2>
      <p class="hint">{words.slipLead}</p>
      <button type="submit" class="quiet">
        {words.slipSubmit}
      </button>
    </Form>
  )
}

const Leave = (props: Props) => {
  const words = deskWords[props.visit.lang].child
  return (
    <Form visit={props.visit} keys={props.deps.keys} action={pathOf(props, 'leave')} class="card">
      <h2>{words.leave}</h2>
      <p class="hint">{words.leaveLead}</p>
      <OpenedAt stay={props.stay} />
      <button type="submit" class="danger">
        {words.leaveSubmit}
      </button>
    </Form>
  )
}

const History = ({ visit, stays }: { visit: Visit; stays: Stay[] }) => {
  const words = deskWords[visit.lang].child
  return (
    <section>
      <h2>{words.history}</h2>
      <ul class="lines">
        {stays.map(stay => (
          <li>
            <span>{nameOf(stay, visit)}</span>
            <span class="soft">{stay.until === null ? words.since(stay.from) : words.span(stay.from, stay.until)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
