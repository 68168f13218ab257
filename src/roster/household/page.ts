import * as z from 'zod'
import type { Moment, Step, Who } from '../../chat/dialog.ts'
import type { Reply } from '../../chat/reply.ts'
import type { Family, FamilyChild } from '../family.ts'
import type { HelperSeen } from '../helpers.ts'
import type { OwnReminder } from '../reminder/store.ts'
import { may, type Right } from '../rights.ts'
import type { Hotline } from './hotline.ts'

/** Where somebody is on their page; `helper` names the one that is being removed. */
export const stateShape = z.object({
  at: z.enum(['home', 'withdraw', 'invite', 'helpers', 'end', 'quit']),
  helper: z.string().optional(),
})
export type State = z.infer<typeof stateShape>
export type MeStep = Step<State>

/** What 我的 is made of. */
export interface MyPage {
  family: Family
  helpers: HelperSeen[]
  /** The number for complaints that is published here. */
  hotline: Hotline
  reminder: OwnReminder | null
}

/** Everything that the page's parts work with. */
export interface Visit {
  page: MyPage
  who: Who
  moment: Moment
  /** County date. */
  today: string
}

export const say = (state: State | null, ...replies: Reply[]): MeStep => ({ state, replies, changes: [] })

/** Not for this dialog: the kernel answers it. */
export const pass: MeStep = { state: null, replies: [], changes: [], pass: true }

/** The children for whom this person has a right. */
export const childrenWith = ({ page }: Visit, right: Right): FamilyChild[] =>
  page.family.children.filter(child => may(child.role, right))

/** The children for whom this person is a guardian: only they choose, invite and end. */
export const ownChildren = ({ page }: Visit): FamilyChild[] =>
  page.family.children.filter(child => child.role === 'guardian')

/** The children whom this person helps with. */
export const helpedChildren = ({ page }: Visit): FamilyChild[] =>
  page.family.children.filter(child => child.role === 'helper')
