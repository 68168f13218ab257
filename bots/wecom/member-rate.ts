/** WeCom shows a member 30 messages of an app a minute; what is more vanishes without a word. Two are left for others. */
const MOST_A_MINUTE = 28
const MINUTE = 60_000
const MOST_MEMBERS = 10_000

/** Counts what each member was sent; a message that would be one too many waits. */
export const memberRate = (now: () => number) => {
  const sent = new Map<string, number[]>()
  const recent = (member: string): number[] => (sent.get(member) ?? []).filter(at => at > now() - MINUTE)
  return {
    /** Milliseconds until this member may be sent one more; 0 for at once. */
    wait(member: string): number {
      const times = recent(member)
      const [first = 0] = times.slice(-MOST_A_MINUTE)
      return times.length < MOST_A_MINUTE ? 0 : Math.max(1, first + MINUTE - now())
    },
    count(member: string): void {
      if (sent.size > MOST_MEMBERS) for (const one of sent.keys()) if (recent(one).length === 0) sent.delete(one)
      sent.set(member, [...recent(member), now()])
    },
  }
}
