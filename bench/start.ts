import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { median, rounded } from './figures.ts'
import { root } from './processes.ts'

const STARTS = 7

/**
 * Cold start on the seeded demo county, in ms, medians of several: from the command until the first message was
 * answered. `npm` is what a person types; `node` is what a service runs.
 */
export const measureStart = async (folder: string, tell: (line: string) => void): Promise<object> => {
  const file = join(folder, 'demo.db')
  await firstAnswer('node', ['tools/start.mjs'], file)
  const times: Record<string, number[]> = { npm: [], node: [] }
  for (let n = 1; n <= STARTS; n++) {
    times.npm?.push(await firstAnswer('npm', ['start', '--silent'], file))
    times.node?.push(await firstAnswer(process.execPath, ['tools/start.mjs'], file))
    tell(`start ${n}: npm ${times.npm?.at(-1)?.toFixed(0)} ms, node ${times.node?.at(-1)?.toFixed(0)} ms`)
  }
  return {
    unit: 'ms',
    starts: STARTS,
    npm: rounded(median(times.npm ?? []), 0),
    node: rounded(median(times.node ?? []), 0),
  }
}

const firstAnswer = async (command: string, args: string[], file: string): Promise<number> => {
  const startedAt = performance.now()
  const child = spawn(command, args, {
    cwd: root,
    detached: true,
    env: { ...process.env, PORT: '0', DATABASE_URL: `file:${file}`, WANLING_DEMO: 'on', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await listening(child)
  const response = await fetch(`${url}/chat/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'bench', id: `${startedAt}`, text: '你好' }),
  })
  await response.text()
  const took = performance.now() - startedAt
  if (response.status !== 200) throw new Error(`the first message was answered ${response.status}`)
  const gone = once(child, 'exit')
  process.kill(-(child.pid ?? 0), 'SIGTERM')
  await gone
  return took
}

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the program ended with ${code}`)))
    child.stdout?.on('data', text => {
      const found = /http:\/\/\S+/.exec(String(text))
      if (found) resolve(found[0])
    })
  })
