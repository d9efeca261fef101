import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{server,indexer,static,e2e}/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts'],
          // Files are read in a process of its own, which takes a while to start on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{server,indexer,e2e}/**/*.integration.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
