import { createServer, type Socket } from 'node:net'

/**
 * The fake platform, in a process of its own: takes every call of the Bot API and says that it worked. It reads HTTP by
 * hand and so costs little, that the bot is measured and not its platform; the tests have one that speaks the whole API.
 * Asked for it, it tells how many messages have reached it since the last time, and when the last one did (epoch ms).
 */
let messages = 0
let last = 0
let nextId = 1

const answerOf = (method: string, body: string): string => {
  if (method !== 'sendMessage') return '{"ok":true,"result":true}'
  const { chat_id, text } = JSON.parse(body)
  if (typeof text !== 'string' || text === '') return '{"ok":false,"error_code":400,"description":"Bad Request"}'
  messages += 1
  last = performance.timeOrigin + performance.now()
  const chat = { id: Number(chat_id), type: 'private' }
  return JSON.stringify({ ok: true, result: { message_id: nextId++, date: Math.floor(last / 1000), chat, text } })
}

const METHOD = /^POST \S*\/(\w+) /
const LENGTH = /content-length: *(\d+)/i

/** Answers every whole request in what has arrived and returns the rest. */
const answerAll = (socket: Socket, received: Buffer): Buffer => {
  let rest = received
  for (;;) {
    const end = rest.indexOf('\r\n\r\n')
    if (end < 0) return rest
    const head = rest.toString('latin1', 0, end)
    const whole = end + 4 + Number(LENGTH.exec(head)?.[1] ?? 0)
    if (rest.length < whole) return rest
    const said = answerOf(METHOD.exec(head)?.[1] ?? '', rest.toString('utf8', end + 4, whole))
    socket.write(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(said)}\r\n\r\n${said}`,
    )
    rest = rest.subarray(whole)
  }
}

const server = createServer({ noDelay: true }, socket => {
  let rest: Buffer = Buffer.alloc(0)
  socket.on('data', (piece: Buffer) => {
    rest = answerAll(socket, rest.length > 0 ? Buffer.concat([rest, piece]) : piece)
  })
  socket.on('error', () => socket.destroy())
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` })
})
process.on('message', () => {
  process.send?.({ messages, last })
  messages = 0
})
process.on('disconnect', () => process.exit(0))
