import { ensureBuilt } from './build.mjs'

// A library of a library still asks for punycode; nobody who installs this can do anything about it.
process.noDeprecation = true
await ensureBuilt()
await import('../dist/node.js')
