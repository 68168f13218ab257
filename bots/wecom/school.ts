import * as z from 'zod'
import type { WecomApi } from './api.ts'

/** A parent as 家校通讯录 knows them. */
export interface SchoolParent {
  parentId: string
  /** The id under which the same person writes to 微信客服; empty where the platform knows none. */
  externalId: string
  isSubscribed: boolean
  children: { name: string; relation: string; studentId: string; className: string }[]
}

const Departments = z.object({
  errcode: z.literal(0),
  departments: z.array(z.looseObject({ id: z.number(), name: z.string().catch('') })),
})

const Parents = z.object({
  errcode: z.literal(0),
  parents: z.array(
    z.looseObject({
      parent_userid: z.string(),
      external_userid: z.string().catch(''),
      is_subscribe: z.number().catch(0),
      children: z
        .array(
          z.looseObject({
            student_userid: z.string().catch(''),
            name: z.string().catch(''),
            relation: z.string().catch(''),
          }),
        )
        .catch([]),
    }),
  ),
})

/** 家校通讯录 cannot be read: the app has no right to it, or WeCom is out of reach. */
export class NoSchoolBook extends Error {
  override name = 'NoSchoolBook'
}

/**
 * Reads the parents of every class. A parent of two classes comes once for each.
 * @throws NoSchoolBook with the platform's code; NoAnswer when there was none.
 */
export const readSchoolBook = async (api: WecomApi): Promise<SchoolParent[]> => {
  const listed = await api.get('/cgi-bin/school/department/list')
  const departments = Departments.safeParse(listed.body)
  if (!departments.success) throw new NoSchoolBook(String(listed.errcode))
  const parents: SchoolParent[] = []
  for (const { id, name } of departments.data.departments) {
    const answered = await api.get('/cgi-bin/school/user/list_parent', { department_id: String(id), fetch_child: '0' })
    const read = Parents.safeParse(answered.body)
    if (!read.success) throw new NoSchoolBook(String(answered.errcode))
    parents.push(...read.data.parents.map(one => parentOf(one, name)))
  }
  return parents
}

type Listed = z.infer<typeof Parents>['parents'][number]

const parentOf = (one: Listed, className: string): SchoolParent => ({
  parentId: one.parent_userid,
  externalId: one.external_userid,
  isSubscribed: one.is_subscribe === 1,
  children: one.children.map(({ name, relation, student_userid }) => ({
    name,
    relation,
    studentId: student_userid,
    className,
  })),
})
