import { type SQL, sql } from 'drizzle-orm'
import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { Database } from '../client.ts'
import { type JOB_STATES, job } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type JobState = (typeof JOB_STATES)[number]

/** A job as it stands. What is JSON is of its kind, and read by the kind alone. */
export type JobRow = {
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  readonly input: unknown
  readonly state: JobState
  readonly actor: string
  readonly organisationId: string | null
  readonly source: string
  readonly createdAt: number
  readonly finishedAt: number | null
  readonly dueAt: number
  readonly leaseUntil: number | null
  readonly attempts: number
  readonly slices: number
  readonly cursor: unknown
  readonly done: number
  readonly total: number | null
  readonly cancelAskedAt: number | null
  readonly cancelAskedBy: string | null
  /** The name of the person who asked it to stop; null for an operator. */
  readonly cancelAskedByName: string | null
  readonly problem: LocalText | null
  readonly result: unknown
}

/** As SQLite gives it. */
export type StoredJob = Omit<JobRow, 'input' | 'cursor' | 'problem' | 'result'> & {
  readonly input: string
  readonly cursor: string | null
  readonly problem: string | null
  readonly result: string | null
}

/** Of `job`. */
export const JOB_COLUMNS = sql.raw(
  'id, kind, subject_id AS subjectId, input, state, actor, organisation_id AS organisationId, source, created_at AS createdAt, finished_at AS finishedAt, due_at AS dueAt, lease_until AS leaseUntil, attempts, slices, cursor, done, total, cancel_asked_at AS cancelAskedAt, cancel_asked_by AS cancelAskedBy, (SELECT u.name FROM user u WHERE u.id = substr(job.cancel_asked_by, 6)) AS cancelAskedByName, problem, result',
)

export function toJob(row: StoredJob): JobRow {
  const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
  return {
    ...row,
    input: parsed(row.input),
    cursor: parsed(row.cursor),
    // Written from a `LocalText` alone.
    problem: parsed(row.problem) as LocalText | null,
    result: parsed(row.result),
  }
}

/** Opens a job; the unique index refuses a second open one of its kind for the subject. */
export function insertJob(db: Database, row: typeof job.$inferInsert): Statement {
  return db.insert(job).values(row)
}

export async function readJob(db: Database, id: string): Promise<JobRow | null> {
  const rows = await db.all<StoredJob>(sql`SELECT ${JOB_COLUMNS} FROM job WHERE id = ${id}`)
  return rows.map(toJob)[0] ?? null
}

/** The newest job of a subject among some kinds; an open one before all others. */
export async function readJobOf(
  db: Database,
  input: { readonly subjectId: string; readonly kinds: readonly string[] },
): Promise<JobRow | null> {
  const rows = await db.all<StoredJob>(sql`
    SELECT ${JOB_COLUMNS} FROM job WHERE subject_id = ${input.subjectId}
      AND kind IN (SELECT value FROM json_each(${JSON.stringify(input.kinds)}))
    ORDER BY state = 'open' DESC, created_at DESC, id DESC LIMIT 1`)
  return rows.map(toJob)[0] ?? null
}

/** Jobs that are open or ended last, newest first. */
export async function listJobs(
  db: Database,
  input: { readonly limit: number },
): Promise<readonly JobRow[]> {
  const rows = await db.all<StoredJob>(sql`
    SELECT ${JOB_COLUMNS} FROM job WHERE state = 'open'
      OR id IN (SELECT id FROM job WHERE finished_at IS NOT NULL
        ORDER BY finished_at DESC LIMIT ${input.limit})
    ORDER BY state = 'open' DESC, created_at DESC, id DESC LIMIT ${input.limit}`)
  return rows.map(toJob)
}

/**
 * Lets a job that failed or was cancelled go on where it stood, due at once; nothing for any other.
 */
export function reopenJob(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Statement {
  return db.run(sql`
    UPDATE job SET state = 'open', due_at = ${input.at}, attempts = 0, finished_at = NULL,
      cancel_asked_at = NULL, cancel_asked_by = NULL, problem = NULL
    WHERE id = ${input.id} AND state IN ('failed', 'cancelled')`)
}

/** Asks a job to stop: whoever works on it does so after the slice it is at. */
export function askToCancel(
  db: Database,
  input: { readonly id: string; readonly at: number; readonly by: string },
): Statement {
  const { id, at, by } = input
  return db.run(sql`
    UPDATE job SET cancel_asked_at = ${at}, cancel_asked_by = ${by}, due_at = min(due_at, ${at})
    WHERE id = ${id} AND state = 'open' AND cancel_asked_at IS NULL`)
}

/** Holds while a job rests, failed or cancelled, and may be let go on. */
export function jobRests(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM job WHERE id = ${id} AND state IN ('failed', 'cancelled'))`
}

/** Holds while no job of some kinds is open for a subject. */
export function noOpenJob(input: {
  readonly subjectId: string
  readonly kinds: readonly string[]
}): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM job WHERE subject_id = ${input.subjectId} AND state = 'open'
    AND kind IN (SELECT value FROM json_each(${JSON.stringify(input.kinds)})))`
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
