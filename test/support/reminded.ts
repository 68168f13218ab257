import type { Delivery, Outgoing } from '../../src/chat/channel.ts'
import { newWorld, type World, type WorldOptions } from './world.ts'

const worlds: World[] = []
/** What left since the last test began: account, then the first line. */
export const left: string[] = []

/** After each test. */
export const closeAll = async (): Promise<void> => {
  await Promise.all(worlds.splice(0).map(world => world.close()))
  left.length = 0
}

/** A world whose platform writes down what left. `answer` is what the platform says to each message. */
export const opened = async (
  options: WorldOptions = {},
  answer: () => Promise<Delivery> = async () => ({ outcome: 'sent' }),
) => {
  const send = async ({ address, reply }: Outgoing): Promise<Delivery> => {
    const delivery = await answer()
    if (delivery.outcome === 'sent') left.push(`${address}: ${reply.say.split('\n')[0]}`)
    return delivery
  }
  const world = await newWorld(undefined, { send, ...options })
  worlds.push(world)
  return world
}

export const choose = async (
  world: World,
  account: string,
  replies: { choices?: { id: string; label: string }[] }[],
  end: string,
) => {
  const choice = replies.flatMap(reply => reply.choices ?? []).find(one => one.id.endsWith(end) || one.label === end)
  if (!choice) throw new Error(`no choice ${end}`)
  return (await world.post(account, { choice: choice.id })).replies
}

const bind = async (world: World, account: string, code: string) => {
  let { replies } = await world.post(account, { start: code })
  for (const end of ['child:yes', 'relation:mother', 'c1:yes']) replies = await choose(world, account, replies, end)
}

/** Binds and turns reminders on at an hour, by its button. */
export const reminded = async (world: World, account: string, code: string, hour: string) => {
  world.at('2026-11-22 12:00')
  await bind(world, account, code)
  const { replies } = await world.post(account, { choice: 'c5:yes' })
  await choose(world, account, replies, hour)
}

export const familyCode = async (world: World, account: string): Promise<string> => {
  const replies = await choose(world, account, (await world.post(account, { text: '我的' })).replies, 'me:invite')
  return /[2-9A-Z]{10}/.exec(replies[0]?.say ?? '')?.[0] ?? ''
}

export const tickAt = async (world: World, beijing: string) => {
  world.at(beijing)
  await world.tick()
}

/** 小雨's code. */
export const XIAOYU = 'AAAA222333'
export const CARD = '小雨今晚在家写学校作业,大概多久?阅读、练琴不算。'

/** Where the reminder stands: in a row, last night, whether it rests. */
export const row = async (world: World) =>
  (await world.rows('SELECT in_a_row, last_night, rests_since IS NOT NULL FROM reminder'))[0]
