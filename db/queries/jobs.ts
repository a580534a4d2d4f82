import { and, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { job } from '../schema/index.ts'
import { among } from './among.ts'
import type { RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { insertPartOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

const { startedAt, leaseOwner, ...COLUMNS } = getTableColumns(job)

export const JOB = {
  ...COLUMNS,
  /** The name of the person who asked it to stop; null for an operator. */
  cancelAskedByName: personName(job.cancelAskedBy),
}

/** A job as it stands. What is JSON is of its kind, and read by the kind alone. */
export type JobRow = RowOf<typeof JOB>
/** Opens a job; the unique index refuses a second open one of its kind for the subject. */
export const insertJob = insertPartOf(job)

/** As `insertJob`, and nothing where the subject has an open one. */
export function insertJobUnlessOpen(db: Database, row: typeof job.$inferInsert): Statement {
  return db.insert(job).values(row).onConflictDoNothing()
}

export function readJob(db: Database, id: string): Promise<JobRow | null> {
  return firstOf(db.select(JOB).from(job).where(eq(job.id, id)))
}

/** A literal, for the indexes over open jobs are found by no parameter. */
export const IS_OPEN = sql`${job.state} = 'open'`

type OfSubject = { readonly subjectId: string; readonly kinds: readonly string[] }

const isOf = ({ subjectId, kinds }: OfSubject) =>
  and(eq(job.subjectId, subjectId), sql`${job.kind} IN ${among(kinds)}`)
/** An open one before all others, then the newest: of one instant, the one that was written last. */
const INTEREST = [desc(IS_OPEN), desc(job.createdAt), desc(sql`${job}.rowid`)]

/** The newest job of a subject among some kinds; an open one before all others. */
export function readJobOf(db: Database, asked: OfSubject): Promise<JobRow | null> {
  return firstOf(
    db
      .select(JOB)
      .from(job)
      .where(isOf(asked))
      .orderBy(...INTEREST)
      .limit(1),
  )
}

/** Jobs that are open or ended last, newest first. */
export function listJobs(db: Database, { limit }: { readonly limit: number }): Promise<JobRow[]> {
  return db
    .select(JOB)
    .from(job)
    .where(
      sql`${IS_OPEN} OR ${job.id} IN (SELECT id FROM job WHERE finished_at IS NOT NULL
        ORDER BY finished_at DESC LIMIT ${limit})`,
    )
    .orderBy(...INTEREST)
    .limit(limit)
}

const isAtRest = inArray(job.state, ['failed', 'cancelled'])

/**
 * Lets a job that failed or was cancelled go on where it stood, due at once; nothing for any other.
 */
export function reopenJob(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Statement {
  return db
    .update(job)
    .set({
      state: 'open',
      dueAt: input.at,
      attempts: 0,
      finishedAt: null,
      cancelAskedAt: null,
      cancelAskedBy: null,
      problem: null,
    })
    .where(and(eq(job.id, input.id), isAtRest))
}

/** Asks a job to stop: whoever works on it does so after the slice it is at. */
export function askToCancel(
  db: Database,
  input: { readonly id: string; readonly at: number; readonly by: string },
): Statement {
  const { id, at, by } = input
  return db
    .update(job)
    .set({ cancelAskedAt: at, cancelAskedBy: by, dueAt: sql`min(${job.dueAt}, ${at})` })
    .where(and(eq(job.id, id), IS_OPEN, isNull(job.cancelAskedAt)))
}

/** Holds while a job rests, failed or cancelled, and may be let go on. */
export function jobRests(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${job} WHERE ${and(eq(job.id, id), isAtRest)})`
}

/** Holds while no job of some kinds is open for a subject. */
export function noOpenJob(asked: OfSubject): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${job} WHERE ${and(isOf(asked), IS_OPEN)})`
}

/** Forgets jobs that ended before `before`, at most `limit`; gives how many. */
export async function deleteJobsBefore(
  db: Database,
  input: { readonly before: number; readonly limit: number },
): Promise<number> {
  const { rowsAffected } = await db.run(sql`DELETE FROM job WHERE id IN (SELECT id FROM job
    WHERE finished_at < ${input.before} ORDER BY finished_at LIMIT ${input.limit})`)
  return rowsAffected
}
