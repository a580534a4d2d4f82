import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { labelFile } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { deleteOf, insertPartOf, readOf, updateOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

/** A file of labels made in the background. */
export type LabelFileRow = typeof labelFile.$inferSelect

/** Files of a run that one page shows. */
const MOST_SHOWN = 20

export const insertLabelFile = insertPartOf(labelFile)

export const readLabelFile = readOf(labelFile, labelFile.id)

const isCurrent = isNull(labelFile.replacedAt)

/** The file of a run that was asked for in the same words; null where there is none. */
export function findLabelFile(
  db: Database,
  asked: Pick<LabelFileRow, 'runId' | 'request'>,
): Promise<LabelFileRow | null> {
  const { runId, request } = asked
  const isIt = and(eq(labelFile.runId, runId), eq(labelFile.request, request), isCurrent)
  return firstOf(db.select().from(labelFile).where(isIt))
}

/** Files of a run, the newest first. */
export function listLabelFiles(db: Database, runId: string): Promise<LabelFileRow[]> {
  return db
    .select()
    .from(labelFile)
    .where(and(eq(labelFile.runId, runId), isCurrent))
    .orderBy(desc(labelFile.createdAt), desc(sql`${labelFile}.rowid`))
    .limit(MOST_SHOWN)
}

/** Notes how far a file is, or that all of it is there. */
export const setLabelFile = updateOf(labelFile)

/** Makes room for another file in the same words. */
export function replaceLabelFile(
  db: Database,
  { id, at }: { readonly id: string; readonly at: number },
): Statement {
  return db
    .update(labelFile)
    .set({ replacedAt: at })
    .where(and(eq(labelFile.id, id), isCurrent))
}

/** Files asked for before `before`, the oldest first, that no job is at work on. */
export function listOldLabelFiles(
  db: Database,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<LabelFileRow[]> {
  const isAtWork = sql`EXISTS (SELECT 1 FROM job j
    WHERE j.kind = 'labels.file' AND j.subject_id = ${labelFile.id} AND j.state = 'open')`
  return db
    .select()
    .from(labelFile)
    .where(and(lt(labelFile.createdAt, before), sql`NOT ${isAtWork}`))
    .orderBy(labelFile.createdAt)
    .limit(limit)
}

export const deleteLabelFile = deleteOf(labelFile, labelFile.id)
