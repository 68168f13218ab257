import * as z from 'zod'
import { type Row, type Statement, statement } from '../../db/statement.ts'

/** A published number for complaints. Without a fresh check it is shown with a word of caution (policy §14, item 23). */
export interface Hotline {
  number: string
  verified: boolean
}

/** The government line that takes education matters everywhere, until the county has entered its own number. */
const EVERYWHERE = '12345'
const PROOF_DAYS = 180
const DAY_MS = 86_400_000

const stored = z.object({ number: z.string().min(3).max(40), verifiedAt: z.iso.date().optional() })

/** The county's published hotline, as kept in its settings. `now`: epoch ms. */
export const readHotline = (now: number): { statements: Statement[]; read: (rows: Row[][]) => Hotline } => ({
  statements: [statement("SELECT value FROM setting WHERE key = 'hotline'")],
  read: ([rows = []]) => {
    const set = stored.safeParse(rows[0] ? JSON.parse(String(rows[0][0])) : undefined)
    if (!set.success) return { number: EVERYWHERE, verified: false }
    const { number, verifiedAt } = set.data
    return { number, verified: verifiedAt !== undefined && now - Date.parse(verifiedAt) < PROOF_DAYS * DAY_MS }
  },
})
