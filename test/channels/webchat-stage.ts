import { newWorld } from '../support/world.ts'
import { type Heard, type Pushed, type Stage, serveWorld } from './stage.ts'

interface Choice {
  id: string
  label: string
}

/** The built-in web chat, by its JSON API over HTTP. */
export const webchatStage = async (): Promise<Stage> => {
  const world = await newWorld()
  const served = await serveWorld(world)
  const heard = new Map<string, Heard[]>()
  const shown = new Map<string, Choice[]>()
  let lang = 'zh-CN'
  let last: { account: string; id: string } & Record<string, unknown> = { account: '', id: '' }
  let ids = 0

  const answered = new Set<string>()
  /** Posts one message; the page shows the answer to an id once. */
  const post = async (message: typeof last): Promise<number> => {
    const response = await fetch(`${served.url}/chat/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': lang },
      body: JSON.stringify(message),
    })
    const { replies = [] }: { replies?: { say: string; choices?: Choice[] }[] } = JSON.parse(await response.text())
    if (response.status === 200 && !answered.has(message.id)) show(message, replies)
    return response.status
  }
  const show = ({ account, id }: typeof last, replies: { say: string; choices?: Choice[] }[]): void => {
    answered.add(id)
    for (const { say, choices = [] } of replies) {
      heard.set(account, [...(heard.get(account) ?? []), { say, buttons: choices.map(({ label }) => label) }])
      shown.set(account, [...(shown.get(account) ?? []), ...choices])
    }
  }
  const send = async (account: string, content: Record<string, unknown>): Promise<Pushed> => {
    ids += 1
    last = { account, id: `web-${ids}`, ...content }
    return [await post(last)]
  }
  const photo = { type: 'image/png', data: 'iVBORw0KGgo=' }

  return {
    name: 'webchat',
    world,
    channel: world.channel('webchat'),
    say: (who, text) => send(who, { text }),
    start: (who, start) => send(who, { start }),
    tap: (who, wanted) => {
      const choice = shown.get(who)?.findLast(({ label }) => label === wanted)?.id
      if (!choice) throw new Error(`${wanted} was not shown`)
      return send(who, { choice })
    },
    photo: who => send(who, { photo }),
    voice: who => send(who, { photo }),
    sticker: who => send(who, { photo }),
    repeat: times => Promise.all(Array.from({ length: times }, () => post(last))),
    heard: who => heard.get(who) ?? [],
    strangers: {},
    unknown: async () => [],
    account: who => who,
    address: who => who,
    manySentences: 260,
    asksCrossBorder: false,
    speak: language => {
      lang = language
    },
    faults: [],
    close: async () => {
      await served.close()
      await world.close()
    },
  }
}
