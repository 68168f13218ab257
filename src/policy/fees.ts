/** After-school fees are local: none is built in, and none can be entered without the document that allows it. */
import * as z from 'zod'
import { documentSchema } from './schema.ts'

/** A county's fee cap with its clause. Money in fen (1 yuan = 100). */
export const feeCapSchema = z.object({
  kind: z.enum(['none', 'subsidy', 'service_fee', 'collected_fee']),
  perLessonFen: z.int().nonnegative().nullable(),
  perTermFen: z.int().nonnegative(),
  /** Families that pay nothing, in the document's words. */
  exempt: z.array(z.string().min(1)),
  validFrom: z.iso.date(),
  clause: documentSchema.extend({ number: z.string().min(1), place: z.string().min(1).nullable() }),
})
export type FeeCap = z.infer<typeof feeCapSchema>
