import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** One for all: what takes seconds on a quick computer may take minutes on one that five others use. No test names its own. */
const patience = 300_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          setupFiles: ['test/support/propertySeed.ts'],
          // Vitest would leave one core for its reporter, which on two cores is half of them.
          maxWorkers: availableParallelism(),
          expect: { poll: { timeout: 60_000 } },
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          environment: 'node',
          // Windows on one display share its focus: `scripts/test.mjs` asks for more workers where it gives each its own.
          setupFiles: ['test/e2e/support/ownDisplay.ts'],
          maxWorkers: 1,
          retry: 0,
          // What a window shows comes a moment after what caused it.
          expect: { poll: { timeout: 60_000 } },
          testTimeout: patience,
          hookTimeout: patience,
        },
      },
    ],
  },
})
