import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

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
          testTimeout: 30_000,
          hookTimeout: 30_000,
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
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
