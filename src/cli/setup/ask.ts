import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { Refused } from '../command.ts'

/** A question: what counts for an empty answer, and what is wrong with an answer (undefined when nothing is). */
export interface Question {
  /** Counts when nothing is typed. Without it an answer is needed. */
  standard?: string
  check?: (answer: string) => string | undefined
  /** What is typed is not shown. */
  hidden?: boolean
}

/** Asks the person at the terminal, again until the answer will do. */
export interface Asker {
  ask(text: string, question?: Question): Promise<string>
  close(): void
}

/**
 * Asks on standard error and reads lines from standard input, from a terminal or from a pipe.
 * @throws Refused with `stopped` when the input ends before the answers do
 */
export const makeAsker = (words: { needed: string; stopped: string }): Asker => {
  let isMuted = false
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isMuted) process.stderr.write(chunk)
      done()
    },
  })
  const terminal = process.stdin.isTTY === true
  const lines = createInterface({ input: process.stdin, output, terminal })
  lines.on('SIGINT', () => lines.close())
  const answers = lines[Symbol.asyncIterator]()

  const read = async (prompt: string, hidden: boolean): Promise<string> => {
    process.stderr.write(prompt)
    isMuted = hidden
    const { value, done } = await answers.next()
    isMuted = false
    if (hidden || !terminal) process.stderr.write('\n')
    if (done) throw new Refused(words.stopped)
    return String(value).trim()
  }

  return {
    ask: async (text, { standard, check, hidden = false } = {}) => {
      const prompt = standard?.trim() ? `${text} [${standard}] ` : `${text} `
      for (;;) {
        const answer = (await read(prompt, hidden)) || standard
        const problem = answer === undefined ? words.needed : check?.(answer)
        if (answer !== undefined && problem === undefined) return answer
        process.stderr.write(`${problem}\n`)
      }
    },
    close: () => lines.close(),
  }
}
