import { and, eq, isNotNull, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { job } from '../schema/index.ts'
import { flag } from './fields.ts'
import { firstOf } from './first-of.ts'
import { guardStatement } from './guard-statement.ts'
import { IS_OPEN, JOB, type JobRow } from './jobs.ts'
import { askBatch, runBatch, type Statement } from './run-batch.ts'

/** Who works on a job: a word of its own for each time a job is taken. */
export type Lease = { readonly jobId: string; readonly owner: string }

const holds = ({ jobId, owner }: Lease) =>
  and(eq(job.id, jobId), eq(job.leaseOwner, owner), IS_OPEN)

/** Open, due, and with nobody at work on it: a lease that is over counts for nothing. */
const isDue = (now: number) =>
  and(IS_OPEN, lte(job.dueAt, now), sql`coalesce(${job.leaseUntil}, 0) <= ${now}`)

/**
 * Takes the job that is due longest, or the one named if it is due; null where there is none. One
 * statement, so that of two runners only one gets it.
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
  const first = db
    .select({ id: job.id })
    .from(job)
    .where(and(isDue(now), id === null ? undefined : eq(job.id, id)))
    .orderBy(job.dueAt, job.id)
    .limit(1)
  // A batch of one, for it is tried again where another writer is in the way.
  const [[taken]] = await askBatch(db, [
    db
      .update(job)
      .set({
        leaseOwner: owner,
        leaseUntil: until,
        attempts: sql`${job.attempts} + 1`,
        startedAt: sql`coalesce(${job.startedAt}, ${now})`,
      })
      .where(and(isDue(now), eq(job.id, first)))
      .returning({ id: job.id }),
  ])
  if (taken === undefined) return null
  // Read apart: a text that is not UTF-8 can be read here and not in RETURNING.
  const isOurs = and(eq(job.id, taken.id), eq(job.leaseOwner, owner))
  return firstOf(db.select(JOB).from(job).where(isOurs))
}

/** What a runner learns when it shows that it is still at work. */
export type LeaseNews = { readonly cancelAsked: boolean }

const NEWS = { cancelAsked: flag(isNotNull(job.cancelAskedAt)) }

/** Puts off the end of a lease and notes how far the work is; null where the lease is lost. */
export function renewLease(
  db: Database,
  lease: Lease,
  input: { readonly until: number; readonly done: number; readonly total: number | null },
): Promise<LeaseNews | null> {
  const { until, done, total } = input
  const progress = { leaseUntil: until, done, total }
  return firstOf(db.update(job).set(progress).where(holds(lease)).returning(NEWS))
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
  const slice = { slices: after + 1, cursor, done, total }
  const [[news]] = await askBatch(db, [
    db
      .update(job)
      .set({ ...slice, attempts: 0, problem: null, leaseUntil: until })
      .where(and(holds(lease), eq(job.slices, after)))
      .returning(NEWS),
    guardStatement(db, WAS_OURS),
    ...input.statements,
  ])
  return news ?? { cancelAsked: false }
}

/** Right after an UPDATE: it met its row. */
const WAS_OURS = sql`changes() = 1`

/** How many slices of a job are stored, and whether it is to stop; null where the lease is lost. */
export function readLease(
  db: Database,
  lease: Lease,
): Promise<(LeaseNews & { readonly slices: number }) | null> {
  return firstOf(
    db
      .select({ ...NEWS, slices: job.slices })
      .from(job)
      .where(holds(lease)),
  )
}

/** Whether another job is due that nobody works on. */
export async function anotherJobWaits(
  db: Database,
  input: { readonly now: number; readonly besides: string },
): Promise<boolean> {
  const isAnother = and(isDue(input.now), ne(job.id, input.besides))
  return (await firstOf(db.select({ id: job.id }).from(job).where(isAnother).limit(1))) !== null
}

const LET_GO = { leaseOwner: null, leaseUntil: null }

/** Gives a job back, to be gone on with at once or, after a failure, later. */
export async function giveBackJob(
  db: Database,
  lease: Lease,
  input: Pick<JobRow, 'dueAt' | 'attempts' | 'problem'>,
): Promise<void> {
  const { dueAt, attempts, problem } = input
  const later = { ...LET_GO, dueAt, attempts, problem }
  await runBatch(db, [db.update(job).set(later).where(holds(lease))])
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
  const { at, result, done, total, statements } = input
  const end = { state: 'done', finishedAt: at, result, done, total } as const
  await runBatch(db, [
    db
      .update(job)
      .set({ ...end, ...LET_GO, cursor: null, problem: null })
      .where(holds(lease)),
    guardStatement(db, WAS_OURS),
    ...statements,
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
    readonly problem: JobRow['problem']
    readonly statements: readonly Statement[]
  },
): Promise<void> {
  const { state, at, problem, statements } = input
  await runBatch(db, [
    db
      .update(job)
      .set({ ...LET_GO, state, finishedAt: at, problem })
      .where(holds(lease)),
    guardStatement(db, WAS_OURS),
    ...statements,
  ])
}
