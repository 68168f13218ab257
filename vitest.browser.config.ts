import { defineConfig } from 'vitest/config'

/** One browser at a time: `npm run test:browser`, with Chromium at /usr/bin/chromium. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['./test/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 1,
    reporters: ['default', './tools/plain-reporter.mjs'],
    fileParallelism: false,
  },
})
