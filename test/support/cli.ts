import { spawn } from 'node:child_process'
import { devNull } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What a command answered. */
export interface Answer {
  code: number
  out: string
  err: string
}

const MONDAY = '2026-11-23T10:00:00+08:00'

/** Runs the built `wanling` over one embedded file, piped, its clock beginning at `now`; `killAfter` ms it is killed. */
export const wanling = (
  file: string,
  args: string[],
  now = MONDAY,
  killAfter?: number,
  env: Record<string, string> = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-deprecation', 'dist/cli.js', ...args], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: `file:${file}`,
        WANLING_NOW: now,
        LANG: 'en_GB.UTF-8',
        WANLING_ENV_FILE: devNull,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const answer = { code: -1, out: '', err: '' }
    child.stdout.on('data', data => {
      answer.out += String(data)
    })
    child.stderr.on('data', data => {
      answer.err += String(data)
    })
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(timer)
      resolve({ ...answer, code: code ?? -1 })
    })
  })
