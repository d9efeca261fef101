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
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{server,indexer,e2e}/**/*.integration.test.ts'],
          // Several waits of e2e/support/wait.ts, each of which tells better than a timeout what did not come.
          testTimeout: 400_000,
          hookTimeout: 400_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
