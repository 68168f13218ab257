import { CHILDREN, type ReplySeen, type World } from '../support/world.ts'
import type { Whose } from './plant.ts'

/** Taps the choice whose id or label ends so, among what was just answered. */
export const tap = async (world: World, account: string, said: ReplySeen[], wanted: string): Promise<ReplySeen[]> => {
  const choice = said.flatMap(one => one.choices ?? []).find(one => one.id.endsWith(wanted) || one.label === wanted)
  if (!choice) throw new Error(`no button ${wanted}`)
  return (await world.post(account, { choice: choice.id })).replies
}

/** Binds an account by a code, saying yes to everything. */
export const bind = async (world: World, account: string, code: string = CHILDREN[0].code): Promise<void> => {
  let { replies } = await world.post(account, { start: code })
  for (const wanted of ['child:yes', 'relation:mother', 'c1:yes']) replies = await tap(world, account, replies, wanted)
}

/** A second grown-up, by the first one's invitation. */
export const invite = async (world: World, from: string, to: string): Promise<void> => {
  const { replies } = await world.post(from, { text: '我的' })
  const whom = await tap(world, from, replies, 'me:invite')
  const said = await tap(world, from, whom, 'invite:guardian')
  await bind(world, to, /[2-9A-Z]{10}/.exec(said[0]?.say ?? '')?.[0] ?? '')
}

/** Locks what `/delete` offers under this choice. */
export const remove = async (world: World, account: string, wanted = 'delete:account'): Promise<ReplySeen[]> =>
  tap(world, account, (await world.post(account, { text: '/delete' })).replies, wanted)

/** The ids under which an account stands. */
export const whoIs = async (world: World, account: string, label: string): Promise<Whose> => {
  const conversation = world.keys.lookup('account', 'webchat', account)
  const [guardian] = await world.rows('SELECT guardian_id FROM conversation WHERE id = ?', conversation)
  const [child] = await world.rows('SELECT id FROM child WHERE label = ?', label)
  return { conversation, guardian: String(guardian?.[0]), child: String(child?.[0]) }
}
