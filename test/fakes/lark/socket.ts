import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import * as z from 'zod'
import type { Delivered } from './courier.ts'
import { type Frame, readFrame, writeFrame } from './frames.ts'
import type { Line } from './people.ts'

/** As much of the `ws` package as is used here; it comes with the SDK. */
interface Socket {
  send(bytes: Uint8Array): void
  on(event: 'message', listener: (bytes: Buffer) => void): void
  on(event: 'close', listener: () => void): void
  terminate(): void
}

interface Sockets {
  WebSocketServer: new (options: { server: Server }) => SocketServer
}

interface SocketServer {
  on(event: 'connection', listener: (socket: Socket) => void): void
  close(): void
}

const Result = z.object({ code: z.number(), data: z.string().optional() })

/** The platform's end of the long connection: one client, frames in protobuf, answers within three seconds. */
export const longConnection = (server: Server) => {
  const { WebSocketServer }: Sockets = createRequire(import.meta.url)('ws')
  const sockets = new WebSocketServer({ server })
  const waiting = new Map<string, (delivered: Delivered) => void>()
  let client: Socket | undefined
  let connections = 0
  let pushes = 0

  sockets.on('connection', socket => {
    client = socket
    connections += 1
    socket.on('message', bytes => onFrame(socket, readFrame(bytes)))
    socket.on('close', () => {
      if (client === socket) client = undefined
    })
  })

  const onFrame = (socket: Socket, frame: Frame): void => {
    const header = Object.fromEntries(frame.headers)
    if (header.type === 'ping') {
      socket.send(writeFrame({ ...frame, headers: [['type', 'pong']], payload: '{}' }))
      return
    }
    const settle = waiting.get(header.message_id ?? '')
    waiting.delete(header.message_id ?? '')
    const { code, data = '' } = Result.parse(JSON.parse(frame.payload))
    settle?.({ statuses: [code], body: Buffer.from(data, 'base64').toString() })
  }

  const push = (payload: object): Promise<Delivered> =>
    new Promise((resolve, reject) => {
      if (!client) return reject(new Error('no client is connected'))
      pushes += 1
      const id = `push-${pushes}`
      waiting.set(id, resolve)
      const headers: Frame['headers'] = [
        ['type', 'event'],
        ['message_id', id],
        ['sum', '1'],
        ['seq', '0'],
        ['trace_id', id],
      ]
      client.send(writeFrame({ method: 1, service: 1, headers, payload: JSON.stringify(payload) }))
    })

  const line: Line = { event: push, callback: push }
  return {
    line,
    isConnected: () => client !== undefined,
    connections: () => connections,
    /** Breaks the connection; the client is to come back. */
    cut: () => client?.terminate(),
    close: () => {
      client?.terminate()
      sockets.close()
    },
  }
}
