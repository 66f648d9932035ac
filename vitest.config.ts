import { defineConfig } from 'vitest/config';

const alias = { '#shared': `${import.meta.dirname}/shared` };

/**
 * Tests without a browser use every core; without the setting, a machine of two cores uses one. Their files share a process per
 * core, so that each module loads once and not once per file; a file leaves nothing changed behind. The client keeps its language and
 * its words in its modules, so each of its files has modules of its own. Whole sessions in a browser follow, two at a time, for each
 * waits for people and clocks most of the time. `services` needs other programs of the system, or minutes of chaos, and
 * `npm run test:services` runs it alone. [decision 0090]
 */
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/bench/**', 'tests/client/**', 'tests/e2e/**', 'tests/services/**'],
          setupFiles: 'tests/support/recordingSocket.ts',
          isolate: false,
          maxWorkers: '100%',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'client',
          environment: 'node',
          include: ['tests/client/**/*.test.ts'],
          setupFiles: 'tests/support/recordingSocket.ts',
          maxWorkers: '100%',
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/setup.ts',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'services',
          environment: 'node',
          include: ['tests/services/**/*.test.ts'],
          globalSetup: 'tests/e2e/setup.ts',
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
