import type { Delivery } from '../../src/chat/channel.ts'

/** Half-sent messages whose place is remembered, so that trying again does not repeat their first parts. */
const MOST = 1000

/** Sends the parts of a message in order, from where an earlier try stopped. */
export const partsInOrder = () => {
  const halfSent = new Map<string, number>()
  return async <P>(id: string, parts: P[], send: (part: P, n: number) => Promise<Delivery>): Promise<Delivery> => {
    for (let n = halfSent.get(id) ?? 0; n < parts.length; n++) {
      const part = parts[n]
      const delivery: Delivery = part === undefined ? { outcome: 'sent' } : await send(part, n)
      if (delivery.outcome === 'sent') continue
      remember(halfSent, id, n)
      return delivery
    }
    halfSent.delete(id)
    return { outcome: 'sent' }
  }
}

const remember = (halfSent: Map<string, number>, id: string, n: number): void => {
  const oldest = halfSent.size >= MOST ? halfSent.keys().next().value : undefined
  if (oldest !== undefined) halfSent.delete(oldest)
  if (n > 0) halfSent.set(id, n)
}
