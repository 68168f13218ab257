import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts', 'bots/**/*.test.ts'],
    exclude: ['test/browser/**', 'node_modules/**', 'dist/**'],
    globalSetup: ['./test/support/build-once.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './tools/plain-reporter.mjs'],
  },
})
