import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batchDocument } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

/** Writes a batch's document in the place of the one before; to stand in the batch that changes its sources. */
export function upsertDocument(
  db: Database,
  row: { ref: string; batchId: string; document: string; updatedAt: number },
): Statement {
  return db
    .insert(batchDocument)
    .values(row)
    .onConflictDoUpdate({
      target: batchDocument.ref,
      set: { document: row.document, updatedAt: row.updatedAt },
    })
}

/**
 * Ids of batches that have a document and draw on any of these, after `afterId`, in order: their
 * own ids, the sites of their codes, their products or their organisations.
 */
export async function listDocumentedBatches(
  db: Database,
  input: {
    by: 'batch' | 'site' | 'product' | 'organisation'
    ids: readonly string[]
    afterId: string
    limit: number
  },
): Promise<string[]> {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(input.ids)}))`
  const which = {
    batch: sql`d.batch_id IN ${ids}`,
    site: sql`d.batch_id IN (
      SELECT bc.batch_id FROM code c JOIN batch_code bc ON bc.code_id = c.id WHERE c.site_id IN ${ids}
      UNION SELECT e.batch_id FROM diary_event e WHERE e.site_id IN ${ids} AND e.batch_id IS NOT NULL)`,
    product: sql`d.batch_id IN (SELECT id FROM batch WHERE product_id IN ${ids})`,
    organisation: sql`d.batch_id IN (
      SELECT b.id FROM batch b WHERE b.organisation_id IN ${ids}
      UNION SELECT bc.batch_id FROM site s JOIN code c ON c.site_id = s.id
        JOIN batch_code bc ON bc.code_id = c.id WHERE s.organisation_id IN ${ids})`,
  }[input.by]
  const rows = await db.all<{ id: string }>(sql`
    SELECT d.batch_id AS id FROM batch_document d
    WHERE ${which} AND d.batch_id > ${input.afterId} ORDER BY d.batch_id LIMIT ${input.limit}`)
  return rows.map(({ id }) => id)
}
