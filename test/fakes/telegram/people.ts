import { asMessage, chatOf, type Delivered, type SentMessage, type State, type Update } from './state.ts'

/** Somebody who writes to the bot. In a private chat the chat has the person's own id. */
export interface Person {
  id: number
  language_code?: string
  /** A group in which the person writes; absent for the private chat. */
  group?: number
}

export interface People {
  /** Writes a text; a leading `/word` carries the entity of a command, as clients send it. */
  say(person: Person | number, text: string): Promise<Delivered>
  /** Sends any message: `{ photo: [...] }`, `{ voice: {...} }`, `{ sticker: {...} }` … */
  post(person: Person | number, fields: Record<string, unknown>): Promise<Delivered>
  /** Taps the newest button that carries this id or this label. Throws when the person sees no such button. */
  tap(person: Person | number, button: string): Promise<Delivered>
}

const asPerson = (person: Person | number): Person => (typeof person === 'number' ? { id: person } : person)

const userOf = ({ id, language_code }: Person) => ({
  id,
  is_bot: false,
  first_name: '测试',
  ...(language_code && { language_code }),
})

const entitiesOf = (text: string) => {
  const command = /^\/[\w@]+/.exec(text)
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command[0].length }] } : {}
}

/** The people of the fake: what they do becomes an update and takes its way by webhook or `getUpdates`. */
export const peopleOf = (state: State, push: (update: Omit<Update, 'update_id'>) => Promise<Delivered>): People => {
  const post = (given: Person | number, fields: Record<string, unknown>): Promise<Delivered> => {
    const person = asPerson(given)
    const chat = chatOf(person.group ?? person.id)
    state.chats.add(chat.id)
    const message = {
      message_id: state.nextMessage++,
      from: userOf(person),
      chat,
      date: Math.floor(state.now() / 1000),
      ...fields,
    }
    return push({ message })
  }
  return {
    post,
    say: (person, text) => post(person, { text, ...entitiesOf(text) }),
    tap(given, button) {
      const person = asPerson(given)
      const chat = person.group ?? person.id
      const [message, data] = find(state, chat, button)
      const id = `4${state.nextUpdate}`
      state.queries.set(id, Date.now())
      const callback_query = { id, from: userOf(person), message: asMessage(message), chat_instance: '-1', data }
      return push({ callback_query })
    },
  }
}

const find = ({ sent }: State, chat: number, wanted: string): [SentMessage, string] => {
  for (const message of sent.toReversed()) {
    if (message.chat_id !== chat) continue
    const button = message.buttons.flat().find(({ text, callback_data }) => text === wanted || callback_data === wanted)
    if (button) return [message, button.callback_data]
  }
  throw new Error('nobody has sent this person such a button')
}
