import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { compatibility } from './scripts/lib/compatibility.ts'

/** The compatibility date and flags under test are those that are deployed. */
const { date, flags } = compatibility()

/** Two at a time also on two cores, where vitest by itself would take one. */
const TWO = 2

/**
 * They count what a module does when it is first imported, or start from caches nobody filled. All
 * other files of the fast gate share their modules, which halves its time: importing them anew for
 * each file was most of it.
 */
const ALONE = [
  'tests/http/outbox/every-fault.test.ts',
  'tests/http/public/live-answers.test.ts',
  'tests/unit/db/all-rows.test.ts',
]
const FAST_GATE = {
  environment: 'node' as const,
  globalSetup: 'tests/support/migrated-database.ts',
  maxWorkers: TWO,
  testTimeout: 30_000,
  hookTimeout: 40_000,
}

/** They take minutes: one that began last would keep one processor waiting for the other. */
const LONGEST = ['tests/e2e/portal-pages.test.ts', 'tests/e2e/officer-journey.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((path) => moduleId.endsWith(path))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/**
 * Six tiers. `unit` and `alone` are the fast gate: no build, no server, no network. `workerd` runs the
 * conformance suite inside the runtime that is deployed. `dist` drives the built Worker against a
 * real libSQL server, `outage` takes that server, its runtime and its files away, and `e2e` drives
 * the Worker with a browser. The last three need `npm run build` first.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...FAST_GATE,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/http/**/*.test.ts'],
          exclude: ALONE,
          isolate: false,
        },
      },
      {
        test: {
          ...FAST_GATE,
          name: 'alone',
          include: ALONE,
        },
      },
      {
        test: {
          name: 'dist',
          include: ['tests/dist/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/ensure-built.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file starts servers of its own; on two cores they would measure each other.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'outage',
          include: ['tests/dist/outage/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/ensure-built.ts'],
          // They wait more than they do.
          maxWorkers: TWO,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 4 },
        },
      },
      {
        plugins: [
          cloudflareTest({
            miniflare: { compatibilityDate: date, compatibilityFlags: flags },
          }),
        ],
        test: {
          name: 'workerd',
          include: ['tests/workerd/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/e2e-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          maxWorkers: TWO,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
