import type { HttpInstance } from '@larksuiteoapi/node-sdk'
import * as z from 'zod'
import { STALE_TOKEN } from './faults.ts'
import { type Answered, lineOf, NoAnswer } from './line.ts'

export interface LarkApp {
  appId: string
  appSecret: string
  /** Origin of the open platform: Feishu's, Lark's, or a relay's. */
  domain: string
}

interface Call {
  method: 'GET' | 'POST' | 'PATCH'
  url: string
  params?: Record<string, string>
  data?: Record<string, unknown>
  headers?: Record<string, string>
}

export type LarkCall = (call: Call) => Promise<Answered>

const Body = z.object({
  code: z.number().catch(Number.NaN),
  data: z.unknown().optional(),
  status: z.number(),
  resetMs: z.number().optional(),
})

const nothing = (): void => undefined
/** The SDK would write requests and their texts to the console. */
export const SILENT = { error: nothing, warn: nothing, info: nothing, debug: nothing, trace: nothing }

/** The one cast: the SDK names the type of an answer as it asks, and what it gives on is checked where it is read. */
const asHttp = (line: ReturnType<typeof lineOf>): HttpInstance => line as HttpInstance

/** A store for the SDK's tokens that can be emptied: it keeps a revoked token until its end otherwise. */
const tokenStore = () => {
  const held = new Map<string, { value: unknown; until: number }>()
  return {
    clear: () => held.clear(),
    async get(key: string | symbol | object): Promise<unknown> {
      const entry = held.get(String(key))
      return entry && entry.until > Date.now() ? entry.value : undefined
    },
    async set(key: string | symbol | object, value: unknown, until = Number.POSITIVE_INFINITY): Promise<boolean> {
      held.set(String(key), { value, until })
      return true
    },
  }
}

/**
 * Calls of the open platform through the SDK, which is loaded with the first of them. A stale token is fetched anew
 * once. Resolves to the platform's answer, good or bad.
 * @throws NoAnswer when there was none.
 */
export const larkCalls = ({ appId, appSecret, domain }: LarkApp, timeoutMs: number): LarkCall => {
  const store = tokenStore()
  let opened: Promise<{ request: (call: Call) => Promise<unknown> }> | undefined
  const open = async () => {
    const { Client } = await import('@larksuiteoapi/node-sdk')
    return new Client({
      appId,
      appSecret,
      domain,
      cache: store,
      logger: SILENT,
      httpInstance: asHttp(lineOf(timeoutMs)),
    })
  }
  const once = async (call: Call): Promise<Answered> => {
    opened ??= open()
    const client = await opened
    try {
      const { code, data, status, resetMs } = Body.parse(await client.request(call))
      return { code, data, status, resetMs }
    } catch (error) {
      return refusedToken(error)
    }
  }
  return async call => {
    const answer = await once(call)
    if (!STALE_TOKEN.includes(answer.code)) return answer
    store.clear()
    return once(call)
  }
}

/** The SDK throws when it gets no token, with the platform's code in its words. */
const refusedToken = (error: unknown): Answered => {
  if (error instanceof NoAnswer) throw error
  const code = /"?code"?[=:]\s*(\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
  if (!code) throw new NoAnswer('network')
  return { code: Number(code), data: undefined, status: 200, resetMs: undefined }
}
