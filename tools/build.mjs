// Bundles the two Node entry points. `ensureBuilt` builds only when dist/ is missing or older than the sources.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const raw = {
  name: 'raw',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, args => ({
      path: resolve(args.resolveDir, args.path.slice(0, -4)),
      namespace: 'raw',
    }))
    build.onLoad({ filter: /.*/, namespace: 'raw' }, args => ({
      contents: readFileSync(args.path, 'utf8'),
      loader: 'text',
    }))
  },
}

/** Workers have no native rasteriser: there a picture stays SVG. */
const withoutPixels = {
  name: 'without-pixels',
  setup(build) {
    build.onResolve({ filter: /\/pictures\/png\.ts$/ }, args => ({
      path: resolve(args.resolveDir, '../pictures/no-png.ts'),
    }))
  },
}

export const build = async () => {
  const { build: bundle } = await import('esbuild')
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await bundle({
    absWorkingDir: root,
    entryPoints: {
      node: 'src/node.ts',
      cli: 'src/cli.ts',
      thread: 'src/background/thread.ts',
      writer: 'src/db/aside/writer.ts',
      backup: 'src/db/backup/thread.ts',
      'sheet-thread': 'src/roster/sheet/thread.ts',
      'import-thread': 'src/roster/import-thread.ts',
    },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    external: ['libsql', '@libsql/*', '@resvg/resvg-js', 'subset-font', '@larksuiteoapi/node-sdk'],
    plugins: [raw],
    sourcemap: true,
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
}

/** The Worker in one file for wrangler: the web client of libSQL instead of the native one. */
const buildWorker = async () => {
  const { build: bundle } = await import('esbuild')
  await bundle({
    absWorkingDir: root,
    entryPoints: { worker: 'src/worker.ts' },
    outdir: 'dist',
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', ...builtinModules],
    plugins: [raw, withoutPixels],
    // The Lark SDK asks where its own file lies, which a Worker cannot say.
    define: { __dirname: '"/"' },
    minify: true,
    logLevel: 'warning',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
  })
}

const newest = path =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0)

export const ensureBuilt = async () => {
  const built = join(root, 'dist/node.js')
  if (existsSync(built)) {
    if (process.env.NODE_ENV === 'production') return
    const at = statSync(built).mtimeMs
    if (['src', 'bots', 'migrations'].every(folder => newest(join(root, folder)) <= at)) return
  }
  await build()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await (process.argv[2] === 'worker' ? buildWorker() : build())
