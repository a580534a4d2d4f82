import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { upload } from '../schema/index.ts'
import { deleteOf } from './row-statements.ts'

/**
 * Files handed in before `before`, oldest first, that no job reads or waits to read, and whose import
 * does not rest half done.
 */
export function listOldUploads(
  db: Database,
  input: { readonly before: number; readonly limit: number },
): Promise<{ id: string; storeKey: string }[]> {
  const { id, storeKey, createdAt } = upload
  return db
    .select({ id, storeKey })
    .from(upload)
    .where(
      sql`${createdAt} < ${input.before}
        AND NOT EXISTS (SELECT 1 FROM job j WHERE j.subject_id = ${id} AND j.state = 'open')
        AND NOT EXISTS (SELECT 1 FROM import_run r WHERE r.id = ${id}
          AND r.state IN ('running', 'failed', 'cancelled')
          AND r.created_at > ${input.before - KEEP_CUT_OFF_MS})`,
    )
    .orderBy(createdAt)
    .limit(input.limit)
}

/** A file whose import stopped half-way is kept for two weeks, so that it can go on. */
const KEEP_CUT_OFF_MS = 14 * 86_400_000

export const deleteUpload = deleteOf(upload, upload.id)
