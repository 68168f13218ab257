/** One round for the load generator. */
export interface Job {
  port: number
  path: string
  headers: Record<string, string>
  connections: number
  seconds: number
  /** Conversations begin with this person, and with the next one, and so on; there are so many. */
  firstUser: number
  users: number
  firstUpdate: number
  /** The night that is reported, `YYYY-MM-DD`, and how far the server's clock is ahead of the machine's, in ms. */
  night: string
  shift: number
}

/** What a round came to. Times in ms; instants in epoch ms. */
export interface Round {
  answered: number
  refused: number
  users: number
  startedAt: number
  endedAt: number
  p50: number
  p99: number
}
