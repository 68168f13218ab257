import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Row } from '../db/statement.ts'
import { type Background, BackgroundFailure } from './background.ts'
import { type Answer, GO, type Request } from './messages.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'

/** Longer than any honest work takes; a thread that is still at it is given up, and the next request starts another. */
const MOST_MS = 60_000

interface Pending {
  resolve(answer: Answer): void
  reject(error: Error): void
}

type Asked = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never

/** Background work in a thread beside the embedded file at `path`. `script` is the thread's built entry. */
export class Threaded implements Background {
  readonly #path: string
  readonly #script: URL
  readonly #mostMs: number
  readonly #pending = new Map<number, Pending>()
  #thread: Worker | undefined
  #id = 0

  constructor(path: string, script: URL, mostMs = MOST_MS) {
    this.#path = path
    this.#script = script
    this.#mostMs = mostMs
  }

  async read(statements: Extract<Request, { kind: 'read' }>['statements']): Promise<Row[][]> {
    return (await this.#ask({ kind: 'read', statements })).rows ?? []
  }

  async run<N extends TaskName>(task: N, input: TaskInput<N>): Promise<TaskOutput<N>> {
    const { output } = await this.#ask({ kind: 'run', task, input })
    return output as TaskOutput<N>
  }

  async close(): Promise<void> {
    const thread = this.#thread
    if (!thread) return
    thread.ref()
    const gone = once(thread, 'exit')
    thread.postMessage(GO)
    await gone
  }

  async #ask(asked: Asked): Promise<Answer> {
    const thread = this.#living()
    const id = ++this.#id
    const tooLong = setTimeout(() => this.#drop(thread), this.#mostMs)
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        this.#pending.set(id, { resolve, reject })
        thread.postMessage({ id, ...asked })
      })
      if (answer.error !== undefined) throw new BackgroundFailure(answer.error)
      return answer
    } finally {
      clearTimeout(tooLong)
      this.#pending.delete(id)
    }
  }

  #living(): Worker {
    if (this.#thread) return this.#thread
    const thread = new Worker(this.#script, { workerData: this.#path })
    thread.unref()
    thread.on('message', (answer: Answer) => this.#pending.get(answer.id)?.resolve(answer))
    thread.on('error', () => undefined)
    thread.on('exit', () => this.#drop(thread))
    this.#thread = thread
    return thread
  }

  /**
   * Gives a thread up, and tells everybody who waits for it. It is asked to go and never terminated: ending a thread
   * inside a call of the engine aborts the whole process.
   */
  #drop(thread: Worker): void {
    thread.postMessage(GO)
    if (this.#thread !== thread) return
    this.#thread = undefined
    for (const one of this.#pending.values()) one.reject(new BackgroundFailure('ended'))
  }
}
