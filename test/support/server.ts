import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Libsql from 'libsql'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built program in a process of its own, over one embedded file. */
export interface Running {
  url: string
  kill(): Promise<void>
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>
}

export const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'wanling-')), 'wanling.db')

/** Builds dist/ as `npm run build` does. */
export const build = (): Promise<void> => finished(spawn(process.execPath, ['tools/build.mjs'], { cwd: root }))

const finished = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))))
  })

/** Starts the program on a file and resolves when it listens. */
export const serveFile = (file: string, env: Record<string, string> = {}): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-deprecation', 'dist/node.js'], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: `file:${file}`,
        PORT: '0',
        WANLING_DEMO: 'off',
        LOG_LEVEL: 'silent',
        WANLING_ENV_FILE: devNull,
        ...env,
      },
    })
    const gone = new Promise<number | null>(done => child.on('exit', code => done(code)))
    child.on('error', reject)
    child.stderr.on('data', data => reject(new Error(String(data))))
    child.stdout.on('data', data => {
      const url = /http:\/\/\S+/.exec(String(data))?.[0]
      const kill = async () => {
        child.kill('SIGKILL')
        await gone
      }
      const stop = () => {
        child.kill('SIGTERM')
        return gone
      }
      if (url) resolve({ url, kill, stop })
    })
  })

/** Sends one message; the answer's text when it was a 200, undefined when it was a 503 or nobody answered. */
export const send = async (url: string, account: string, id: string): Promise<string | undefined> => {
  try {
    const response = await fetch(`${url}/chat/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account, id, text: '帮助' }),
    })
    return response.status === 200 ? await response.text() : undefined
  } catch {
    return undefined
  }
}

/**
 * How often each update id stands in the file of a program that has ended. Reads a copy: the engine lets go of a closed
 * file only when its statements are collected, and until then it counts as open.
 */
export const turnsIn = (file: string): Map<string, number> => {
  const copy = newFile()
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  const db = new Libsql(copy)
  const rows = db.prepare('SELECT update_id, count(*) FROM turn GROUP BY update_id').raw(true).all()
  db.close()
  return new Map(rows.map(row => (Array.isArray(row) ? [String(row[0]), Number(row[1])] : ['', 0])))
}
