import type { Head } from '../console/audit/chain.ts'
import { type Breach, verifyAudit } from '../console/audit/verify.ts'
import { openRing } from '../open.ts'
import { BadUsage, type Command, Refused, readArgs, say } from './command.ts'
import { withDatabase } from './with-database.ts'

const WHY: Record<Breach, string> = {
  missing: 'is missing',
  changed: 'was changed',
  'ids changed': 'names somebody else than it did',
  'checkpoint unsigned': 'has a checkpoint that this key ring did not sign',
  'checkpoint differs': 'is not the one that was signed',
  'end missing': 'and what followed it are missing from the end',
  'removed too early': 'and what came before it were removed before their time',
}

/** `wanling audit`: checks the chain of the audit from its oldest row to its end. */
export const auditCommand: Command = {
  name: 'audit',
  takes: '[--head N:LINK]',
  summary: 'check that the audit is whole, and name the first row that is not',
  help: `Prints the number of rows and the head: the number and the link of the last row. Write the head down somewhere else;
--head N:LINK then checks that this row is still there and still the same.`,
  run: async args => {
    const { values, positionals } = readArgs(args, { head: { type: 'string' } })
    if (positionals.length > 0) throw new BadUsage('audit takes no name')
    const known = values.head === undefined ? undefined : headOf(values.head)
    await withDatabase(async ({ config, db, now }) => {
      const verdict = await verifyAudit(db, await openRing(config, db, now), known)
      if (!verdict.holds) throw new Refused(`row ${verdict.n} ${WHY[verdict.why]}`)
      const { rows, erased, checkpoint, head } = verdict
      say(`${rows} rows, ${erased} with the ids erased${checkpoint ? `, behind checkpoint ${checkpoint.n}` : ''}`)
      say(`head ${head.n}:${head.chain}`)
    })
  },
}

const headOf = (text: string): Head => {
  const [, n, chain] = /^(\d+):([\w-]{43})$/.exec(text) ?? []
  if (!n || !chain) throw new BadUsage('--head is a number and a link as wanling audit printed them, N:LINK')
  return { n: Number(n), chain }
}
