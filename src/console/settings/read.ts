import * as z from 'zod'
import type { Database } from '../../db/database.ts'
import { statement } from '../../db/statement.ts'

/** Channels whose account belongs to somebody. */
export const OWNED = ['webchat', 'telegram', 'lark', 'wecom'] as const
export type Owned = (typeof OWNED)[number]

export const KINDS = ['bureau', 'school', 'other'] as const

const operatorShape = z.object({
  name: z.string().catch(''),
  contact: z.string().catch(''),
  kind: z.enum(KINDS).catch('other'),
  receivers: z.array(z.unknown()).catch([]),
})
export type Operator = z.infer<typeof operatorShape>

export interface OperatorSettings {
  operator: Operator
  /** Unit ids by channel; empty where nobody has said. */
  owners: Record<Owned, string>
  /** When any of them was last changed, epoch ms: a form opened before is stale. */
  version: number
}

const SETTINGS = `SELECT key, value, at FROM setting WHERE key = 'operator' OR key LIKE 'owner.%'`

/** When the operator's settings were last changed: a SELECT of 1 while it is still this. */
export const operatorStandsAt = (version: number) =>
  statement(`SELECT coalesce(max(at), 0) = ? FROM setting WHERE key = 'operator' OR key LIKE 'owner.%'`, version)

/** The operator and the owners of the channels. */
export const readOperator = async (db: Pick<Database, 'read'>): Promise<OperatorSettings> => {
  const [rows = []] = await db.read([statement(SETTINGS)])
  const values = new Map(rows.map(([key, value]) => [String(key), parsed(value)]))
  const owner = (channel: Owned): string => {
    const value = values.get(`owner.${channel}`)
    return typeof value === 'string' ? value : ''
  }
  return {
    operator: operatorShape.parse(values.get('operator') ?? {}),
    owners: { webchat: owner('webchat'), telegram: owner('telegram'), lark: owner('lark'), wecom: owner('wecom') },
    version: Math.max(0, ...rows.map(([, , at]) => Number(at))),
  }
}

const parsed = (value: unknown): unknown => {
  try {
    return JSON.parse(String(value))
  } catch {
    return undefined
  }
}
