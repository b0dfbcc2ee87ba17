import { defineConfig } from 'vitest/config'

export default defineConfig({
  // graphql 16 has no `exports`: Vite would load index.mjs for our sources while Node loads index.js for Pothos and Yoga.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    // What reads a document and knows no database is the same on both.
    exclude: process.env.TEST_DB === 'postgres' ? ['tests/ingest/**', 'tests/evaluate/**', 'tests/bench/**'] : [],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
