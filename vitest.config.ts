import { configDefaults, defineConfig } from 'vitest/config';

const exclude = [...configDefaults.exclude, '**/dist/**', '.cache/**', '.data/**'];

export default defineConfig({
  test: {
    // Most of a spec's time is waiting for PostgreSQL and for a server: one core more than the default leaves none idle.
    maxWorkers: 2,
    // isolate: false where it says so: modules are loaded once for a worker and not for each file. They keep nothing but
    // what follows from their inputs; servers, clocks and databases each file makes for itself.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps}/*/{src,demo}/**/*.spec.{ts,tsx}', 'bench/**/*.spec.ts'],
          exclude: [...exclude, '**/*.int.spec.{ts,tsx}', '**/*.soak.spec.ts'],
          isolate: false,
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{packages,apps}/*/{src,demo,port-tests}/**/*.int.spec.{ts,tsx}'],
          exclude,
          // Processes, not threads: a spec starts servers, sends signals and holds files open.
          pool: 'forks',
          isolate: false,
          globalSetup: ['./packages/database/src/testing-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // By itself only, for as long as it is asked to: npm run test:soak.
          name: 'soak',
          include: ['apps/server/src/**/*.soak.spec.ts'],
          exclude,
          pool: 'forks',
          globalSetup: ['./packages/database/src/testing-setup.ts'],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
