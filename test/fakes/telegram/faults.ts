import type { Answer } from './answers.ts'

/**
 * What may go wrong with the next call of a method: an answer of the platform's own · `{ status, raw }` something a
 * proxy says · `hang` no answer, nothing done · `drop` the connection closed, nothing done · `lost` done, the connection
 * closed before the answer · `slow` done, answered late.
 */
export type Fault =
  | (Extract<Answer, { ok: false }> | Omit<Extract<Answer, { ok: false }>, 'ok'>)
  | { status: number; raw: string }
  | 'hang'
  | 'drop'
  | 'lost'
  | 'slow'

export interface Faults {
  /** Lets the next `times` calls of a method fail so, after `spared` good ones; `*` is any method. */
  failNext(method: string, fault: Fault, times?: number, spared?: number): void
  /** The fault that this call must suffer, if any. */
  next(method: string): Fault | undefined
}

export const newFaults = (): Faults => {
  const planned: { method: string; fault?: Fault }[] = []
  return {
    failNext(name, fault, times = 1, spared = 0) {
      const method = name.toLowerCase()
      for (let n = 0; n < spared; n += 1) planned.push({ method })
      for (let n = 0; n < times; n += 1) planned.push({ method, fault })
    },
    next(method) {
      const at = planned.findIndex(plan => plan.method === '*' || plan.method === method.toLowerCase())
      return at < 0 ? undefined : planned.splice(at, 1)[0]?.fault
    },
  }
}
