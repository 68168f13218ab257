import * as z from 'zod'
import { type Answer, done, REFUSALS, refuse } from './answers.ts'
import type { Asked } from './api.ts'
import type { State } from './state.ts'

const bytes = (most: number) => z.string().refine(text => text !== '' && Buffer.byteLength(text) <= most)

const Notice = z.object({
  to_parent_userid: z.array(z.string()).max(1000),
  recv_scope: z.int().min(0).max(2).optional(),
  msgtype: z.literal('news'),
  agentid: z.int(),
  news: z.object({
    articles: z
      .array(z.object({ title: bytes(128), description: z.string().optional(), url: bytes(2048) }))
      .min(1)
      .max(8),
  }),
})

/** `POST /cgi-bin/externalcontact/message/send`: 学校通知, one way, no buttons. */
export const sendNotice = (state: State, { body }: Asked): Answer => {
  const asked = Notice.safeParse(body)
  if (!asked.success) return REFUSALS.badParam
  if (asked.data.agentid !== state.agentId) return REFUSALS.otherAgent
  const { to_parent_userid, news } = asked.data
  const reached = state.parents.filter(one => to_parent_userid.includes(one.parent_userid) && one.is_subscribe === 1)
  const invalid = to_parent_userid.filter(id => !reached.some(one => one.parent_userid === id))
  if (reached.length === 0)
    return { ...refuse(81013, 'user & party & tag all invalid'), invalid_parent_userid: invalid }
  const [article] = news.articles
  for (const parent of reached) {
    state.sent.push({
      to: parent.parent_userid,
      where: 'notice',
      type: 'news',
      say: [article?.title, article?.description].filter(Boolean).join('\n'),
      url: article?.url,
      tappable: [],
      passive: false,
      at: state.now(),
    })
  }
  return done({ invalid_parent_userid: invalid, invalid_student_userid: [], invalid_party: [] })
}

/** `GET /cgi-bin/school/department/list`. */
export const listDepartments = (state: State): Answer =>
  done({ departments: state.departments.map(({ id, name }) => ({ id, name, type: 1, parentid: 0, is_graduated: 0 })) })

/** `GET /cgi-bin/school/user/list_parent`. */
export const listParents = (state: State, { query }: Asked): Answer => {
  const department = Number(query.get('department_id'))
  if (!state.departments.some(({ id }) => id === department)) return refuse(60003, 'department not found')
  const parents = state.parents.filter(one => one.children.some(child => child.department === department))
  return done({ parents: parents.map(one => ({ ...one, mobile: '' })) })
}
