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

/** Lines on which the county takes complaints, by what families read about them. */
const LINES = `SELECT number, verified_on FROM help_line
  WHERE purpose LIKE '%举报%' OR purpose LIKE '%投诉%' OR purpose LIKE '%反映%' ORDER BY id LIMIT 1`

/** The county's published hotline. `now`: epoch ms. */
export const readHotline = (now: number): { statements: Statement[]; read: (rows: Row[][]) => Hotline } => ({
  statements: [statement(LINES)],
  read: ([rows = []]) => {
    const [line] = rows
    if (!line) return { number: EVERYWHERE, verified: false }
    const [number, verifiedOn] = line
    const age = typeof verifiedOn === 'string' ? now - Date.parse(verifiedOn) : Number.POSITIVE_INFINITY
    return { number: String(number), verified: age < PROOF_DAYS * DAY_MS }
  },
})
