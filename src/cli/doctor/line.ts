/** How one thing stands: fine, to be looked at, or to be mended before families are served. */
export type Mark = 'ok' | 'warn' | 'bad'

/** One line of the doctor's report. It never holds a secret, a name or a word of anybody's. */
export interface Line {
  mark: Mark
  /** What was looked at: a variable or a thing. */
  what: string
  /** How it stands, and how to mend it. */
  say: string
}

export const ok = (what: string, say: string): Line => ({ mark: 'ok', what, say })
export const warn = (what: string, say: string): Line => ({ mark: 'warn', what, say })
export const bad = (what: string, say: string): Line => ({ mark: 'bad', what, say })
