import { type ParseArgsConfig, parseArgs } from 'node:util'

/** One command of `wanling`. `help` tells everything `--help` shows below the synopsis. */
export interface Command {
  /** One word, or two for a thing and what is done to it. */
  name: string
  /** What follows the name, as one types it. */
  takes: string
  summary: string
  help?: string
  /** @throws BadUsage, Refused */
  run: (args: string[]) => Promise<void>
}

/** The command was not written as it is meant to be: exit code 2, with its help. */
export class BadUsage extends Error {
  override name = 'BadUsage'
}

/** The input was understood and refused: exit code 1. The message is for the person at the terminal. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Reads arguments. Values follow as `--name value` or `--name=value`. @throws BadUsage */
export const readArgs = <T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) => {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new BadUsage(error instanceof Error ? error.message : 'bad usage')
  }
}

/** A value that must be there. @throws BadUsage */
export const needed = (value: string | undefined, option: string): string => {
  const text = value?.trim()
  if (!text) throw new BadUsage(`${option} is missing`)
  return text
}

/** A value out of a list. @throws BadUsage */
export const oneOf = <T extends string>(list: readonly T[], value: string, option: string): T => {
  const found = list.find(one => one === value)
  if (found === undefined) throw new BadUsage(`${option} is one of ${list.join(', ')}`)
  return found
}

/** Writes one line of the command's answer. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
