import { isEmergency } from './decide.ts'
import type { Inbound } from './inbound.ts'

/**
 * Orders updates that have waited: those that tell of a child in danger come first, all others keep their order
 * (promise 2). An emergency card is no step of any dialog, so nothing is answered out of turn by it.
 */
export const urgentFirst = <T>(waiting: T[], inboundOf: (one: T) => Inbound | undefined): T[] => {
  const isUrgent = (one: T): boolean => {
    const inbound = inboundOf(one)
    return inbound !== undefined && isEmergency(inbound.content)
  }
  const { urgent = [], other = [] } = Object.groupBy(waiting, one => (isUrgent(one) ? 'urgent' : 'other'))
  return [...urgent, ...other]
}
