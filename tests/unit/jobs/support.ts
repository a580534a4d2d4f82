import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import * as z from 'zod'
import type { Database } from '../../../db/client.ts'
import { readJob } from '../../../db/queries/jobs.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { type JobKinds, kindsOf } from '../../../worker/jobs/job-kinds.ts'
import { type RunnerDeps, runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import { neverGiveWay } from '../../../worker/lib/steps/give-way.ts'
import { anyKind, type JobKind, jobKind } from '../../../worker/verbs/background/job-kind.ts'
import { openJob } from '../../../worker/verbs/background/open-job.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext, NOW, TEST_KEK } from '../../support/factories.ts'
import { outside } from '../../support/outside.ts'

/** A clock that is set by hand, shared by all runners of a test. */
export type Clock = { now: number }

export async function jobsDatabase(): Promise<TestDatabase> {
  const test = await freshDatabase()
  await test.db.run(sql`CREATE TABLE counted (n INTEGER NOT NULL, by TEXT NOT NULL)`)
  return test
}

export const countInput = z.object({ upTo: z.number(), perSlice: z.number() })

/** Counts to a number, so many a slice; each number must come to be written once, in order. */
export const COUNT = countKind({ name: 'test.count' })

export function countKind(given: {
  readonly name: string
  readonly canBeCancelled?: boolean
  /** Called before each slice is made. */
  readonly before?: (n: number) => Promise<void> | void
}): JobKind<z.infer<typeof countInput>, { after: number }, { counted: number }> {
  return jobKind({
    name: given.name,
    input: countInput,
    cursor: z.object({ after: z.number() }),
    canBeCancelled: given.canBeCancelled ?? true,
    run: async function* ({ ctx, input, cursor }) {
      const { upTo, perSlice } = input
      let after = cursor?.after ?? 0
      while (after < upTo) {
        await given.before?.(after)
        await ctx.giveWay()
        const to = Math.min(upTo, after + perSlice)
        const statements = []
        for (let n = after + 1; n <= to; n++) {
          statements.push(ctx.db.run(sql`INSERT INTO counted (n, by) VALUES (${n}, 'slice')`))
        }
        yield { statements, cursor: { after: to }, done: to, total: upTo }
        after = to
      }
      const last = ctx.db.run(sql`INSERT INTO counted (n, by) VALUES (0, 'end')`)
      return { result: { counted: upTo }, statements: [last] }
    },
    whenStopped: ({ db, state }) => [
      db.run(sql`INSERT INTO counted (n, by) VALUES (-1, ${state})`),
    ],
  })
}

export const KINDS = kindsOf(anyKind(COUNT))

export function runnerDeps(
  db: Database,
  clock: Clock,
  given: Partial<RunnerDeps> = {},
): RunnerDeps & { readonly origin: string } {
  const { files, pictures, mailer, jobSlot } = outside()
  return {
    ...{ db: () => db, now: () => clock.now, newId: () => nanoid() },
    ...{ labelOrigin: 'HTTPS://TEM.EXAMPLE.VN', kek: TEST_KEK, origin: 'https://tem.example.vn' },
    ...{ files, pictures, mailer, jobSlot, giveWay: neverGiveWay },
    ...given,
  }
}

/** A runner of its own, as another process would be. */
export function runner(db: Database, clock: Clock, kinds: JobKinds = KINDS) {
  const deps = runnerDeps(db, clock)
  return (given: { endBy?: number; first?: string } = {}) =>
    runDueJobs(deps, { kinds, endBy: clock.now + 3_600_000, ...given })
}

export async function openCount(
  db: Database,
  clock: Clock,
  given: {
    readonly upTo: number
    readonly perSlice?: number
    readonly kind?: typeof COUNT
    readonly subjectId?: string
    readonly ctx?: Partial<VerbContext>
  },
): Promise<string> {
  const { upTo, perSlice = 2, kind = COUNT, subjectId = nanoid() } = given
  const ctx = makeContext(db, { now: () => clock.now, ...given.ctx })
  const { id, statement } = openJob(ctx, { kind, subjectId, input: { upTo, perSlice } })
  await runBatch(db, [statement])
  return id
}

export async function jobOf(db: Database, id: string) {
  const job = await readJob(db, id)
  if (job === null) throw new Error(`there is no job ${id}`)
  return job
}

/** What slices wrote, in the order it was written. */
export async function counted(db: Database): Promise<readonly number[]> {
  const rows = await db.all<{ n: number }>(
    sql`SELECT n FROM counted WHERE by = 'slice' ORDER BY rowid`,
  )
  return rows.map(({ n }) => n)
}

/** How jobs ended, by what was written with their ends. */
export async function endings(db: Database): Promise<readonly string[]> {
  const rows = await db.all<{ by: string }>(
    sql`SELECT by FROM counted WHERE by <> 'slice' ORDER BY rowid`,
  )
  return rows.map(({ by }) => by)
}

export const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

export const startOfTime = (): Clock => ({ now: NOW })
