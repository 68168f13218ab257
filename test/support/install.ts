import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Answer } from './cli.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A folder of its own, as a teacher's machine has one: the program is run in it and finds its `.env` there. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'wanling-'))

/** Runs the built `wanling` in a folder, with nothing in its environment but what is given; `input` is what is typed. */
export const inFolder = (
  folder: string,
  args: string[],
  { env = {}, input }: { env?: Record<string, string>; input?: string[] } = {},
): Promise<Answer> => {
  const child = spawn(process.execPath, ['--no-deprecation', join(root, 'dist/cli.js'), ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', ...env },
  })
  child.stdin.end(input?.map(line => `${line}\n`).join('') ?? '')
  return ended(child)
}

const ended = (child: ChildProcess): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const answer = { code: -1, out: '', err: '' }
    child.stdout?.on('data', data => {
      answer.out += String(data)
    })
    child.stderr?.on('data', data => {
      answer.err += String(data)
    })
    child.on('error', reject)
    child.on('close', code => resolve({ ...answer, code: code ?? -1 }))
  })
