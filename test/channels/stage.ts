import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Channel, Delivery } from '../../src/chat/channel.ts'
import type { ChannelName } from '../../src/chat/inbound.ts'
import { householdWords } from '../../src/roster/household/words.ts'
import { rosterWords } from '../../src/roster/words.ts'
import { CHILDREN, type World } from '../support/world.ts'

/** One message as the person sees it on the platform. */
export interface Heard {
  say: string
  /** Labels of what can be tapped. */
  buttons: string[]
}

/** What the platform's own request was answered: the HTTP statuses of its attempts. */
export type Pushed = number[]

/**
 * One channel on the stage: a world served over HTTP, the platform's fake, and people who use it. Everything a person
 * does goes through the platform; what they hear is what the platform took.
 */
export interface Stage {
  name: ChannelName
  world: World
  channel: Channel
  say(who: string, text: string): Promise<Pushed>
  /** Opens the chat with a code, the way this platform does it. */
  start(who: string, code: string): Promise<Pushed>
  /** Taps what shows this label. */
  tap(who: string, label: string): Promise<Pushed>
  photo(who: string): Promise<Pushed>
  voice(who: string): Promise<Pushed>
  sticker(who: string): Promise<Pushed>
  /** Sends the newest update once more, as it was, `times` at once. */
  repeat(times: number): Promise<Pushed>
  heard(who: string): Heard[]
  /** Ways in which a stranger may knock; each resolves to status and body. */
  strangers: Record<string, () => Promise<{ status: number; body: string }>>
  /** An event that no turn is made of; undefined statuses never. */
  unknown(): Promise<Pushed>
  /** Who this person is to the kernel. */
  account(who: string): string
  /** Where an answer to this person goes. */
  address(who: string): string
  /** Sentences of twenty characters that are surely too long for one message here. */
  manySentences: number
  /** Whether C6 is asked at binding. */
  asksCrossBorder: boolean
  /** The language that the platform reports for everybody from now on; absent where it reports none. */
  speak?: (lang: string) => void
  /** Lets the next call fail in each way the platform can, and what must come of it. */
  faults: { when: string; fail: () => void; becomes: Partial<Delivery> }[]
  close(): Promise<void>
}

/** Serves the world's program on a free port of this machine; resolves to its origin and a way to stop. */
export const serveWorld = async (world: World): Promise<{ url: string; close: () => Promise<void> }> => {
  const server = createServer(getRequestListener(world.service.app.fetch))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    url,
    close: async () => {
      await world.service.idle()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Lets everything under way arrive. */
export const settle = async ({ world }: Pick<Stage, 'world'>): Promise<void> => {
  await world.service.idle()
  world.pass(1500)
  await world.service.sweep()
  await world.service.idle()
}

/** What the newest turn said, oldest first: everything heard since `before` messages. */
export const since = (stage: Stage, who: string, before: number): string =>
  stage
    .heard(who)
    .slice(before)
    .map(({ say, buttons }) => [say, ...buttons.map(label => `[${label}]`)].join('\n'))
    .join('\n')

/** Does one thing and resolves to what the person then heard. */
export const hear = async (stage: Stage, who: string, act: () => Promise<Pushed>): Promise<string> => {
  const before = stage.heard(who).length
  await act()
  await settle(stage)
  return since(stage, who, before)
}

const LABELS = (['zh', 'en'] as const).map(lang => rosterWords[lang])
const KNOWS = (['zh', 'en'] as const).map(lang => householdWords[lang].knowYes)

/** Binds a person, as the mother, in the channel's own taps; resolves to what the last of them was answered. */
export const bind = async (stage: Stage, who: string, label: string): Promise<string> => {
  const code = CHILDREN.find(one => one.label === label)?.code ?? ''
  let heard = await hear(stage, who, () => stage.start(who, code))
  const steps = [
    LABELS.map(words => words.yesChild),
    LABELS.map(words => words.relation.mother),
    ...(stage.asksCrossBorder ? [LABELS.map(words => words.c6Yes)] : []),
    KNOWS,
    LABELS.map(words => words.c1Yes),
  ]
  for (const labels of steps) {
    // Only families of junior school are asked this one.
    if (labels === KNOWS && !buttonsIn(heard).some(one => labels.includes(one))) continue
    const button = buttonsIn(heard).find(one => labels.includes(one))
    if (!button) throw new Error(`none of ${labels} in: ${heard}`)
    heard = await hear(stage, who, () => stage.tap(who, button))
  }
  return heard
}

export const buttonsIn = (heard: string): string[] => [...heard.matchAll(/\[(.+?)\]/g)].map(match => match[1] ?? '')
