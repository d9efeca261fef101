import { defineConfig } from 'vitest/config'

/** Two of them keep the engine waiting now and then; a third one uses that time. */
const WORKERS = 3
/** What a file has loaded, the dictionary above all, serves the next one too: none changes what others build on. */
const SHARED = { isolate: false, maxWorkers: WORKERS } as const

/** Nothing is ever this slow but what hangs. */
const PATIENT = { testTimeout: 400_000, hookTimeout: 400_000 } as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...SHARED,
          name: 'unit',
          include: ['{server,indexer,static,e2e}/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts'],
          // Files are read in a process of its own, which takes a while to start on a busy machine.
          ...PATIENT,
        },
      },
      {
        test: {
          ...SHARED,
          name: 'integration',
          include: ['{server,indexer,e2e}/**/*.integration.test.ts'],
          // Several waits of e2e/support/wait.ts, each of which tells better than a timeout what did not come.
          ...PATIENT,
        },
      },
    ],
  },
})
