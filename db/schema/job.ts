import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, localText, source } from './columns.ts'

export const JOB_STATES = ['open', 'done', 'failed', 'cancelled'] as const

/**
 * Work that outlives the request that asked for it, done in slices by whichever runner holds the
 * lease. Each slice stores what it writes, how far the job is and the lease's new end in one atomic
 * batch, so that a slice is never done twice and never lost.
 *
 * `job_open`: one open job of a kind for a subject, however often it is asked for. `job_due`: what a
 * runner looks through; only open jobs are in it. `job_subject`: the page of the subject.
 */
export const job = sqliteTable(
  'job',
  {
    id: id(),
    /** As registered in the table of kinds. */
    kind: text().notNull(),
    /** What it works on: an import, a list handed in, a print run. */
    subjectId: text().notNull(),
    /** What the kind's own schema says. */
    input: text({ mode: 'json' }).notNull(),
    state: text({ enum: JOB_STATES }).notNull(),
    /** Who asked, and for which organisation: what they may do is looked up when the work is done. */
    actor: text().notNull(),
    organisationId: text(),
    source: source().notNull(),
    createdAt: instant().notNull(),
    startedAt: instant(),
    finishedAt: instant(),
    /** From when on a runner may take it. */
    dueAt: instant().notNull(),
    /** The lease: who works on it, and until when nobody else takes it. */
    leaseOwner: text(),
    leaseUntil: instant(),
    /** Times it was taken since a slice was last stored. */
    attempts: integer().notNull().default(0),
    /** Slices stored; a slice is stored only on top of the one it was made after. */
    slices: integer().notNull().default(0),
    /** Where the next slice goes on; the kind's own. */
    cursor: text({ mode: 'json' }),
    done: integer().notNull().default(0),
    /** Null while it is not known. */
    total: integer(),
    cancelAskedAt: instant(),
    cancelAskedBy: text(),
    /** Why the last attempt failed. */
    problem: localText(),
    /** What came of it; the kind's own. */
    result: text({ mode: 'json' }),
  },
  (t) => [
    uniqueIndex('job_open').on(t.kind, t.subjectId).where(sql`state = 'open'`),
    index('job_due').on(t.dueAt).where(sql`state = 'open'`),
    index('job_subject').on(t.subjectId, t.createdAt),
    index('job_finished').on(t.finishedAt).where(sql`finished_at IS NOT NULL`),
  ],
)
