import { type Figures, medians, ratio } from './rounds.ts'

/** The last line of the output. A row that was not asked for is absent, and so are its ratios. */
export interface Line {
  unit: 'updates/s'
  rounds: number
  bare?: Figures
  insert?: Figures
  turn: { telegram?: Figures }
  peers: Record<string, Figures>
  ratios: Record<string, number>
}

export const lineOf = (rounds: number, rows: Map<string, Figures[]>): Line => {
  const row = (name: string) => {
    const found = rows.get(name)
    return found ? { [name]: medians(found) } : {}
  }
  const own = new Set(['bare', 'insert', 'telegram'])
  const peers = [...rows].filter(([name]) => !own.has(name))
  const ratios = ['bare', 'insert'].flatMap(under => ratioOf(rows, 'telegram', under))
  return {
    unit: 'updates/s',
    rounds,
    ...row('bare'),
    ...row('insert'),
    turn: row('telegram'),
    peers: Object.fromEntries(peers.map(([name, figures]) => [name, medians(figures)])),
    ratios: Object.fromEntries(ratios),
  }
}

const ratioOf = (rows: Map<string, Figures[]>, over: string, under: string): [string, number][] => {
  const [a, b] = [rows.get(over), rows.get(under)]
  return a && b ? [[`${over}/${under}`, ratio(a, b)]] : []
}
