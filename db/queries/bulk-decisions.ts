import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { upload } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type UploadRow = typeof upload.$inferSelect

export function insertUpload(db: Database, row: typeof upload.$inferInsert): Statement {
  return db.insert(upload).values(row)
}

export async function readUpload(db: Database, id: string): Promise<UploadRow | null> {
  const [row] = await db.select().from(upload).where(eq(upload.id, id)).limit(1)
  return row ?? null
}

export function markUploadUsed(
  db: Database,
  input: { readonly id: string; readonly at: number },
): Statement {
  return db.run(sql`UPDATE upload SET used_at = ${input.at} WHERE id = ${input.id}`)
}

/** How a list that was handed in is read. */
export function setUploadOptions(
  db: Database,
  input: { readonly id: string; readonly options: UploadRow['options'] },
): Statement {
  return db.update(upload).set({ options: input.options }).where(eq(upload.id, input.id))
}

/** For guards: a list that nobody has confirmed. */
export function uploadIsUnused(id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM upload WHERE id = ${id} AND used_at IS NULL)`
}

/** One decision of a run. */
export type RunDecision = {
  readonly code: string
  readonly siteName: string
  readonly market: string
  readonly status: string
  readonly effectiveOn: string
  readonly amended: number
}

/** The decisions a run recorded, in the order of its list, at most `limit`. */
export function readRunDecisions(
  db: Database,
  input: { readonly importId: string; readonly limit: number },
): Promise<RunDecision[]> {
  return db.all<RunDecision>(sql`
    SELECT c.code, s.name AS siteName, e.market, e.status, e.effective_on AS effectiveOn,
      EXISTS (SELECT 1 FROM code_status_event a WHERE a.amends_id = e.id) AS amended
    FROM import_change i JOIN code_status_event e ON e.id = i.entity_id
    JOIN code c ON c.id = e.code_id JOIN site s ON s.id = c.site_id
    WHERE i.import_id = ${input.importId} AND i.entity = 'code_status_event'
      AND json_type(i.before) = 'null'
    ORDER BY i.seq LIMIT ${input.limit}`)
}

/** The holders of the codes a run decided on after `afterId`, in order, with how many of each. */
export function readRunHolders(
  db: Database,
  input: { readonly importId: string; readonly afterId: string; readonly limit: number },
): Promise<{ organisationId: string; count: number }[]> {
  return db.all<{ organisationId: string; count: number }>(sql`
    SELECT s.organisation_id AS organisationId, count(*) AS count
    FROM import_change i JOIN code_status_event e ON e.id = i.entity_id
    JOIN code c ON c.id = e.code_id JOIN site s ON s.id = c.site_id
    WHERE i.import_id = ${input.importId} AND i.entity = 'code_status_event'
      AND s.organisation_id > ${input.afterId}
    GROUP BY s.organisation_id ORDER BY s.organisation_id LIMIT ${input.limit}`)
}
