import { Counter, Registry } from 'prom-client'

/** Counts for Prometheus. Labels are words of closed lists, never anything of a person. */
export const makeMetrics = () => {
  const registry = new Registry()
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers: [registry] })
  const turns = counter('wanling_turns_total', 'Turns by outcome', ['outcome', 'channel'])
  const deliveries = counter('wanling_deliveries_total', 'Messages handed to a platform, by outcome', [
    'outcome',
    'channel',
  ])
  const unknown = counter('wanling_unknown_updates_total', 'Updates of a kind that takes no turn', ['kind', 'channel'])
  return {
    turn: (outcome: string, channel: string) => turns.inc({ outcome, channel }),
    delivery: (outcome: string, channel: string) => deliveries.inc({ outcome, channel }),
    unknown: (kind: string, channel: string) => unknown.inc({ kind, channel }),
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  }
}

export type Metrics = ReturnType<typeof makeMetrics>
