import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A process of the benchmark's own, spoken to by messages. */
export interface Helper {
  /** Its first message: where it listens. */
  told: unknown
  ask(message: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Starts a script of bench/ and resolves with its first message. */
export const startHelper = async (script: string, args: string[] = [], cwd = root): Promise<Helper> => {
  const child = fork(`${root}bench/${script}`, args, { cwd, execArgv: ['--no-deprecation'] })
  const told = await next(child)
  return {
    told,
    ask(message) {
      const answer = next(child)
      child.send(Object(message))
      return answer
    },
    stop: () => ended(child, () => child.disconnect()),
  }
}

const next = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`a process of the benchmark ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', message => {
      child.off('exit', onExit)
      resolve(message)
    })
  })

/** The program as it is shipped, and where it listens. */
export interface Server {
  port: number
  pid: number
  stop(): Promise<void>
}

/** Starts the built program and resolves when it listens. */
export const startProgram = async (env: Record<string, string>): Promise<Server> => {
  const child = spawn(process.execPath, ['--no-deprecation', 'dist/node.js'], {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', ...(process.env.PROF ? { NODE_OPTIONS: '--cpu-prof --cpu-prof-dir=/tmp/prof' } : {}), ...env },
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
