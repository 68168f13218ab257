import { existsSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'

// A library of a library still asks for punycode; nobody who installs this can do anything about it.
process.noDeprecation = true
// The program reads it too; here it says whether this is production, where nothing is built.
const envFile = process.env.WANLING_ENV_FILE || '.env'
if (existsSync(envFile)) process.loadEnvFile(envFile)
await ensureBuilt()
await import('../dist/cli.js')
