// The import table of the design: who may import whom. Prints each breach with its file and exits 1.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const FEATURES = ['roster', 'nightly', 'afterschool', 'hotline', 'guidance', 'digest']
const ENTRIES = ['src/node.ts', 'src/worker.ts', 'src/cli.ts', 'src/serve.ts', 'src/channels.ts']

const files = folder =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))

const featureOf = path => FEATURES.find(name => path.startsWith(`src/${name}/`))

/** Why `from` may not import `to` (a path below the root, or a package's name); undefined when it may. */
const breach = (from, to, typeOnly) => {
  const feature = featureOf(from)
  const other = featureOf(to)
  const inSrc = from.startsWith('src/')
  const isEntry = ENTRIES.includes(from)
  if (inSrc && !isEntry && to.startsWith('bots/')) return 'src never imports bots'
  if (from.startsWith('bots/') && to.startsWith('src/') && !to.startsWith('src/chat/')) return 'bots know only src/chat'
  if (feature && other && other !== feature && other !== 'roster') return 'features never import each other'
  if (feature && /^src\/(erasure|export)\//.test(to))
    return 'deletion and export read all features, and none imports them'
  if (/^src\/(chat|db|safety|calendar|policy)\//.test(from) && other) return 'the kernel knows no feature'
  if (to.startsWith('src/safety/') && !/^src\/(chat|safety)\//.test(from) && !isEntry)
    return 'safety is imported by chat only'
  if (/^src\/(calendar|policy|safety)\//.test(from) && to.startsWith('src/db/')) return 'pure modules have no database'
  if (/\/rules\.ts$/.test(from) && (to.startsWith('src/db/') || to.startsWith('drizzle') || to.startsWith('node:')))
    return 'rules are pure'
  if (/\/(dialog|pages)\.tsx?$/.test(from) && to.startsWith('src/db/') && !typeOnly && to !== 'src/db/statement.ts')
    return 'dialogs and pages take types of the database only'
  return undefined
}

const found = []
for (const from of [...files('src'), ...files('bots')]) {
  const text = readFileSync(join(root, from), 'utf8')
  for (const match of text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)) {
    const [, typeOnly, spec] = match
    const to = spec.startsWith('.') ? relative(root, resolve(root, dirname(from), spec)) : spec
    const why = breach(from, to, Boolean(typeOnly))
    if (why) found.push(`${from}: imports ${to}: ${why}`)
  }
}
for (const line of found) console.error(line)
process.exitCode = found.length > 0 ? 1 : 0
