import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A process of the benchmark's own, spoken to by messages. */
export interface Helper {
  /** Its first message: where it listens. */
  told: unknown
  /** One question at a time. */
  ask(message: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Starts a script of bench/ and resolves with its first message. */
export const startHelper = async (script: string, args: string[] = []): Promise<Helper> => {
  const child = fork(`${root}bench/${script}`, args, { cwd: `${root}bench`, execArgv: ['--no-deprecation'] })
  const told = await nextMessage(child)
  return {
    told,
    ask(message) {
      const answer = nextMessage(child)
      child.send(Object(message))
      return answer
    },
    stop: () => ended(child, () => child.disconnect()),
  }
}

const nextMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`a process of the benchmark ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', message => {
      child.off('exit', onExit)
      resolve(message)
    })
  })

/** The program as it is shipped: where it listens, and what it is to the machine. */
export interface Program {
  port: number
  pid: number
  stop(): Promise<void>
}

/** Starts the built program and resolves when it says that it listens. */
export const startProgram = async (env: Record<string, string>): Promise<Program> => {
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', NODE_OPTIONS: process.env.NODE_OPTIONS, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the program ended with ${code}`)))
    child.stdout.on('data', text => {
      const found = /http:\/\/[^:]+:(\d+)/.exec(String(text))
      if (found) resolve(Number(found[1]))
    })
  })
  return { port, pid: child.pid ?? 0, stop: () => ended(child, () => child.kill('SIGTERM')) }
}

const ended = async (child: ChildProcess, end: () => void): Promise<void> => {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  end()
  await gone
}
