import { type Courier, type Delivered, value } from './courier.ts'
import { KFID, type KfMessage, type SentMessage, type State, type Tappable } from './state.ts'

export interface People {
  /** A member writes to the app. */
  say(userid: string, text: string): Promise<Delivered>
  /** Any message of a member: its type and its fields as XML. */
  post(userid: string, type: string, fields: string): Promise<Delivered>
  /** Any event: its name and its further fields as XML. */
  event(userid: string, event: string, fields?: string): Promise<Delivered>
  /** A member taps the newest button or option with this label. */
  tap(userid: string, label: string): Promise<Delivered>
  /** Somebody in ordinary WeChat writes to 微信客服. */
  kfSay(user: string, text: string): Promise<Delivered>
  kfPost(user: string, type: string, fields: object): Promise<Delivered>
  kfTap(user: string, label: string): Promise<Delivered>
  /** Opens the chat of 微信客服, from a link with this parameter. */
  kfEnter(user: string, sceneParam?: string): Promise<Delivered>
  /** Puts a message into the feed without telling the app. */
  kfQuiet(user: string, text: string): void
  /** Puts an event of the system into the feed. */
  kfSystem(type: string): void
  /** Tells the app that the feed has something. */
  kfNotify(): Promise<Delivered>
}

const WINDOW = 48 * 3600_000

export const peopleOf = (state: State, courier: Courier): People => {
  const head = (userid: string, type: string): string =>
    `<ToUserName><![CDATA[${state.corpId}]]></ToUserName><FromUserName><![CDATA[${userid}]]></FromUserName>` +
    `<CreateTime>${Math.floor(state.now() / 1000)}</CreateTime><MsgType><![CDATA[${type}]]></MsgType>`

  const push = async (userid: string, inner: string, tapped?: SentMessage): Promise<Delivered> => {
    const delivered = await courier.push(`<xml>${inner}</xml>`)
    applied(state, userid, delivered.passive, tapped)
    return delivered
  }

  const post: People['post'] = (userid, type, fields) => {
    state.members.add(userid)
    const id = `${7_000_000_000_000_000_000n + BigInt(state.next++)}`
    return push(userid, `${head(userid, type)}${fields}<MsgId>${id}</MsgId><AgentID>${state.agentId}</AgentID>`)
  }

  const event = (userid: string, name: string, fields = '', tapped?: SentMessage): Promise<Delivered> =>
    push(
      userid,
      `${head(userid, 'event')}<Event><![CDATA[${name}]]></Event>${fields}<AgentID>${state.agentId}</AgentID>`,
      tapped,
    )

  const feed = (message: Record<string, unknown>): void => {
    const entry: KfMessage = {
      msgid: `kfmsg${String(state.next++).padStart(8, '0')}`,
      open_kfid: KFID,
      send_time: Math.floor(state.now() / 1000),
      ...message,
    }
    state.feed.push(entry)
  }

  const kfNotify = (): Promise<Delivered> =>
    courier.push(
      `<xml><ToUserName><![CDATA[${state.corpId}]]></ToUserName><CreateTime>${Math.floor(state.now() / 1000)}</CreateTime>` +
        `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event>` +
        `<Token><![CDATA[SYNC${state.next++}]]></Token><OpenKfId><![CDATA[${KFID}]]></OpenKfId></xml>`,
    )

  const spoken = (user: string, type: string, fields: object): void => {
    state.kfUsers.set(user, { at: state.now(), sent: 0 })
    feed({ external_userid: user, origin: 3, msgtype: type, ...fields })
  }

  const kfPost: People['kfPost'] = (user, type, fields) => {
    spoken(user, type, fields)
    return kfNotify()
  }

  return {
    post,
    event: (userid, name, fields) => event(userid, name, fields),
    say: (userid, text) => post(userid, 'text', `<Content><![CDATA[${text}]]></Content>`),
    tap(userid, label) {
      const [message, tapped] = find(state, userid, 'app', label)
      const code = `rc-${state.next++}`
      state.responseCodes.set(code, { message, at: state.now(), used: false })
      const chosen = tapped.question
        ? `<SelectedItems><SelectedItem><QuestionKey><![CDATA[${tapped.question}]]></QuestionKey><OptionIds><OptionId><![CDATA[${tapped.key}]]></OptionId></OptionIds></SelectedItem></SelectedItems>`
        : ''
      return event(
        userid,
        'template_card_event',
        `<EventKey><![CDATA[${tapped.submit ?? tapped.key}]]></EventKey><TaskId><![CDATA[${message.taskId}]]></TaskId>` +
          `<CardType><![CDATA[${message.type}]]></CardType><ResponseCode><![CDATA[${code}]]></ResponseCode>${chosen}`,
        message,
      )
    },
    kfPost,
    kfSay: (user, text) => kfPost(user, 'text', { text: { content: text } }),
    kfTap(user, label) {
      const [, tapped] = find(state, user, 'kf', label)
      return kfPost(user, 'text', { text: { content: label, menu_id: tapped.key } })
    },
    kfEnter(user, sceneParam) {
      const window = state.kfUsers.get(user)
      const code = `welcome-${state.next++}`
      const isFresh = !window || state.now() - window.at > WINDOW
      if (isFresh) state.welcome.set(code, { user, until: state.now() + 20_000 })
      feed({
        origin: 4,
        msgtype: 'event',
        event: {
          event_type: 'enter_session',
          open_kfid: KFID,
          external_userid: user,
          scene: 'slip',
          ...(sceneParam === undefined ? {} : { scene_param: sceneParam }),
          ...(isFresh ? { welcome_code: code } : {}),
        },
      })
      return kfNotify()
    },
    kfQuiet: (user, text) => spoken(user, 'text', { text: { content: text } }),
    kfSystem: type => feed({ origin: 4, msgtype: 'event', event: { event_type: type } }),
    kfNotify,
  }
}

const find = ({ sent }: State, to: string, where: SentMessage['where'], label: string): [SentMessage, Tappable] => {
  for (const message of sent.toReversed()) {
    const tapped = message.to === to && message.where === where && message.tappable.find(one => one.label === label)
    if (tapped) return [message, tapped]
  }
  throw new Error(`nobody has sent this person a button ${label}`)
}

/** What a passive answer does: a text is shown, a card's button is replaced. */
const applied = (state: State, userid: string, passive: string, tapped: SentMessage | undefined): void => {
  const type = value(passive, 'MsgType')
  if (type === 'text') {
    const content = value(passive, 'Content')
    state.sent.push({ to: userid, where: 'app', type, say: content, tappable: [], passive: true, at: state.now() })
  }
  if (type !== 'update_button' || !tapped) return
  tapped.tappable = []
  tapped.say += `\n(${value(passive, 'ReplaceName')})`
}
