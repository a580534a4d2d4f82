import { sql } from 'drizzle-orm'
import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { Database } from '../client.ts'
import { guardStatement } from './guard-statement.ts'
import { JOB_COLUMNS, type JobRow, type StoredJob, toJob } from './jobs.ts'
import { askBatch, runBatch, type Statement } from './run-batch.ts'

/** Who works on a job: a word of its own for each time a job is taken. */
export type Lease = { readonly jobId: string; readonly owner: string }

/**
 * Takes the job that is due longest, or the one named if it is due; null where there is none. One
 * statement, so that of two runners only one gets it. A lease that is over counts for nothing.
 */
export async function takeJob(
  db: Database,
  input: {
    readonly id: string | null
    readonly now: number
    readonly owner: string
    readonly until: number
  },
): Promise<JobRow | null> {
  const { id, now, owner, until } = input
  const which = id === null ? sql`true` : sql`id = ${id}`
  const isDue = sql`state = 'open' AND due_at <= ${now} AND coalesce(lease_until, 0) <= ${now}`
  // A batch of one, for it is tried again where another writer is in the way.
  const [taken] = await askBatch(db, [
    db.all(sql`
      UPDATE job SET lease_owner = ${owner}, lease_until = ${until}, attempts = attempts + 1,
        started_at = coalesce(started_at, ${now})
      WHERE ${isDue} AND id = (SELECT id FROM job WHERE ${isDue} AND ${which}
        ORDER BY due_at, id LIMIT 1)
      RETURNING id`),
  ])
  const [job] = taken as readonly { readonly id: string }[]
  if (job === undefined) return null
  // Read apart: a text that is not UTF-8 can be read here and not in RETURNING.
  const rows = await db.all<StoredJob>(sql`
    SELECT ${JOB_COLUMNS} FROM job WHERE id = ${job.id} AND lease_owner = ${owner}`)
  const [row] = rows
  return row === undefined ? null : toJob(row)
}

/** What a runner learns when it shows that it is still at work. */
export type LeaseNews = { readonly cancelAsked: boolean }

/** Puts off the end of a lease and notes how far the work is; null where the lease is lost. */
export async function renewLease(
  db: Database,
  lease: Lease,
  input: { readonly until: number; readonly done: number; readonly total: number | null },
): Promise<LeaseNews | null> {
  const [row] = await db.all<{ asked: number }>(sql`
    UPDATE job SET lease_until = ${input.until}, done = ${input.done}, total = ${input.total}
    WHERE id = ${lease.jobId} AND lease_owner = ${lease.owner} AND state = 'open'
    RETURNING cancel_asked_at IS NOT NULL AS asked`)
  return row === undefined ? null : { cancelAsked: row.asked !== 0 }
}

/** A slice's place in the order of slices, and what is stored with it. */
export type StoredSlice = {
  /** How many slices there were before it. */
  readonly after: number
  readonly cursor: unknown
  readonly done: number
  readonly total: number | null
  readonly until: number
}

/**
 * Stores a slice: what it writes, where the next one goes on and the lease's new end, all or nothing,
 * and only on top of the slice it was made after. Throws a guard's refusal where the lease is lost.
 */
export async function storeSlice(
  db: Database,
  lease: Lease,
  input: StoredSlice & { readonly statements: readonly Statement[] },
): Promise<LeaseNews> {
  const { after, cursor, done, total, until } = input
  const answers = await askBatch(db, [
    db.run(sql`
      UPDATE job SET slices = ${after + 1}, cursor = ${JSON.stringify(cursor)}, done = ${done},
        total = ${total}, attempts = 0, problem = NULL, lease_until = ${until}
      WHERE id = ${lease.jobId} AND lease_owner = ${lease.owner} AND state = 'open'
        AND slices = ${after}`),
    guardStatement(db, WAS_OURS),
    ...input.statements,
    db.all(sql`SELECT cancel_asked_at IS NOT NULL AS asked FROM job WHERE id = ${lease.jobId}`),
  ])
  const [row] = answers.at(-1) as readonly { asked: number }[]
  return { cancelAsked: row?.asked === 1 }
}

/** Right after an UPDATE: it met its row. */
const WAS_OURS = sql`changes() = 1`

/** How many slices of a job are stored, and whether it is to stop; null where the lease is lost. */
export async function readLease(
  db: Database,
  lease: Lease,
): Promise<(LeaseNews & { readonly slices: number }) | null> {
  const [row] = await db.all<{ slices: number; asked: number }>(sql`
    SELECT slices, cancel_asked_at IS NOT NULL AS asked FROM job
    WHERE id = ${lease.jobId} AND lease_owner = ${lease.owner} AND state = 'open'`)
  return row === undefined ? null : { slices: row.slices, cancelAsked: row.asked !== 0 }
}

/** Whether another job is due that nobody works on. */
export async function anotherJobWaits(
  db: Database,
  input: { readonly now: number; readonly besides: string },
): Promise<boolean> {
  const rows = await db.all(sql`SELECT 1 FROM job WHERE state = 'open' AND due_at <= ${input.now}
    AND coalesce(lease_until, 0) <= ${input.now} AND id <> ${input.besides} LIMIT 1`)
  return rows.length > 0
}

/** Gives a job back, to be gone on with at once or, after a failure, later. */
export async function giveBackJob(
  db: Database,
  lease: Lease,
  input: {
    readonly dueAt: number
    readonly attempts: number
    readonly problem: LocalText | null
  },
): Promise<void> {
  const problem = input.problem === null ? null : JSON.stringify(input.problem)
  await runBatch(db, [
    db.run(sql`
      UPDATE job SET lease_owner = NULL, lease_until = NULL, due_at = ${input.dueAt},
        attempts = ${input.attempts}, problem = ${problem}
      WHERE id = ${lease.jobId} AND lease_owner = ${lease.owner} AND state = 'open'`),
  ])
}

/** Notes that all of a job is done, with the last of what it writes. */
export async function finishJob(
  db: Database,
  lease: Lease,
  input: {
    readonly at: number
    readonly result: unknown
    readonly done: number
    readonly total: number | null
    readonly statements: readonly Statement[]
  },
): Promise<void> {
  await runBatch(db, [
    db.run(sql`
      UPDATE job SET state = 'done', finished_at = ${input.at}, cursor = NULL, problem = NULL,
        result = ${JSON.stringify(input.result)}, done = ${input.done}, total = ${input.total},
        lease_owner = NULL, lease_until = NULL
      WHERE id = ${lease.jobId} AND lease_owner = ${lease.owner} AND state = 'open'`),
    guardStatement(db, WAS_OURS),
    ...input.statements,
  ])
}

/**
 * Notes that a job rests, cancelled or given up. Its cursor is kept, so that it may be let go on.
 */
export async function stopJob(
  db: Database,
  lease: Lease,
  input: {
    readonly state: 'failed' | 'cancelled'
    readonly at: number
    readonly problem: LocalText | null
    readonly statements: readonly Statement[]
  },
): Promise<void> {
  const problem = input.problem === null ? null : JSON.stringify(input.problem)
  await runBatch(db, [
    db.run(sql`
      UPDATE job SET state = ${input.state}, finished_at = ${input.at}, problem = ${problem},
        lease_owner = NULL, lease_until = NULL
      WHERE id = ${lease.jobId} AND lease_owner = ${lease.owner} AND state = 'open'`),
    guardStatement(db, WAS_OURS),
    ...input.statements,
  ])
}
