import { connect, type Socket } from 'node:net'

/** One kept-alive connection that sends a request when the last one was answered. Cheap, so that the server is measured. */
export class Connection {
  readonly #socket: Socket
  readonly #head: string
  #received = ''
  #answered: ((status: number) => void) | undefined

  constructor(socket: Socket, path: string, headers: Record<string, string>) {
    this.#socket = socket
    const lines = Object.entries({ host: 'bench', 'content-type': 'application/json', ...headers })
    this.#head = [`POST ${path} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), ''].join('\r\n')
    socket.setEncoding('latin1')
    socket.on('data', text => this.#read(String(text)))
    socket.on('error', () => this.#answer(0))
    socket.on('close', () => this.#answer(0))
  }

  /** Resolves to the status; 0 when the connection broke. */
  post(body: string): Promise<number> {
    return new Promise(resolve => {
      this.#answered = resolve
      this.#socket.write(`${this.#head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(text: string): void {
    this.#received += text
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0 || !isWhole(this.#received.slice(0, end).toLowerCase(), this.#received.slice(end + 4))) return
    const status = Number(this.#received.slice(9, 12))
    this.#received = ''
    this.#answer(status)
  }

  #answer(status: number): void {
    const tell = this.#answered
    this.#answered = undefined
    tell?.(status)
  }
}

const isWhole = (head: string, body: string): boolean => {
  if (head.includes('transfer-encoding: chunked')) return body.endsWith('0\r\n\r\n')
  return body.length >= Number(/content-length: (\d+)/.exec(head)?.[1] ?? 0)
}

/** Opens `count` connections to a port of this machine. */
export const openConnections = (
  count: number,
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<Connection[]> =>
  Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Connection>((resolve, reject) => {
          const socket = connect({ port, host: '127.0.0.1', noDelay: true })
          socket.once('error', reject)
          socket.once('connect', () => resolve(new Connection(socket, path, headers)))
        }),
    ),
  )
