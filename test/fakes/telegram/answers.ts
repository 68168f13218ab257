/** What the Bot API answers to a call. */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: Record<string, number> }

export const done = (result: unknown = true): Answer => ({ ok: true, result })

export const refuse = (code: number, description: string, parameters?: Record<string, number>): Answer => ({
  ok: false,
  error_code: code,
  description,
  ...(parameters && { parameters }),
})

export const badRequest = (what: string, parameters?: Record<string, number>): Answer =>
  refuse(400, `Bad Request: ${what}`, parameters)

/** 429 with the seconds to wait, as the platform words it. */
export const tooMany = (seconds: number): Answer =>
  refuse(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
