import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'

/** What this machine does beside a test must not fail it, and must not excuse the program either. */

/** How many times longer than on a machine at rest a process takes to start: 1 there, more when others compete. */
export const slowness = async (): Promise<number> => {
  const start = performance.now()
  await once(spawn(process.execPath, ['-e', 'for (let i = 0; i < 1e8; i++);']), 'exit')
  return Math.max(1, (performance.now() - start) / START_AND_COUNT_MS)
}

/** Starting and counting to 1e8 on two cores at rest, with room. */
const START_AND_COUNT_MS = 250

/** A server in a process of its own that does nothing but answer: what it takes is the machine's doing. */
export const startControl = async (): Promise<{ url: string; stop: () => void }> => {
  const script = `const s=require('http').createServer((q,r)=>r.end('ok')).listen(0,'127.0.0.1',()=>console.log(s.address().port))`
  const child = spawn(process.execPath, ['-e', script])
  const [port] = await once(child.stdout, 'data')
  return { url: `http://127.0.0.1:${String(port).trim()}`, stop: () => void child.kill('SIGKILL') }
}

/** ms until an address has answered. */
export const timed = async (url: string): Promise<number> => {
  const asked = performance.now()
  await (await fetch(url)).text()
  return performance.now() - asked
}

const IDLE_THREAD = `const { monitorEventLoopDelay } = require('perf_hooks'); const { parentPort } = require('worker_threads')
const d = monitorEventLoopDelay({ resolution: 5 }); d.enable(); parentPort.once('message', () => parentPort.postMessage(d.max))`

/** Watches this process's loop, and beside it that of a thread without work. `longest` are ms of standing still. */
export const watchLoop = async () => {
  const idle = new Worker(IDLE_THREAD, { eval: true })
  await once(idle, 'online')
  const own = monitorEventLoopDelay({ resolution: 5 })
  own.enable()
  return async (): Promise<{ longest: number; idle: number }> => {
    own.disable()
    idle.postMessage('end')
    const [max] = await once(idle, 'message')
    await idle.terminate()
    return { longest: own.max / 1e6, idle: max / 1e6 }
  }
}
