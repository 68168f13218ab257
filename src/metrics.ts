/**
 * Counts in the Prometheus text format. Labels are words of closed lists, never anything of a person.
 * Written here because prom-client asks for Node modules that a Worker does not have.
 */
class Counter {
  readonly #name: string
  readonly #help: string
  readonly #counts = new Map<string, number>()

  constructor(name: string, help: string) {
    this.#name = name
    this.#help = help
  }

  add(labels: Record<string, string>): void {
    const key = Object.entries(labels)
      .map(([label, value]) => `${label}="${value.replace(/[\\"\n]/g, '_')}"`)
      .join(',')
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  lines(): string[] {
    const samples = [...this.#counts].map(([key, count]) => `${this.#name}{${key}} ${count}`)
    return [`# HELP ${this.#name} ${this.#help}`, `# TYPE ${this.#name} counter`, ...samples]
  }
}

/** The counts of one process or isolate. */
export const makeMetrics = () => {
  const turns = new Counter('wanling_turns_total', 'Turns by outcome')
  const deliveries = new Counter('wanling_deliveries_total', 'Messages handed to a platform, by outcome')
  const unknown = new Counter('wanling_unknown_updates_total', 'Updates of a kind that takes no turn')
  return {
    turn: (outcome: string, channel: string) => turns.add({ outcome, channel }),
    delivery: (outcome: string, channel: string) => deliveries.add({ outcome, channel }),
    unknown: (kind: string, channel: string) => unknown.add({ kind, channel }),
    text: async () => ({
      type: 'text/plain; version=0.0.4; charset=utf-8',
      body: `${[turns, deliveries, unknown].flatMap(counter => counter.lines()).join('\n')}\n`,
    }),
  }
}

export type Metrics = ReturnType<typeof makeMetrics>
