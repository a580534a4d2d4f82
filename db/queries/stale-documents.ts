import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batchDocument } from '../schema/index.ts'
import { batchesOfWorks } from './batch-documents.ts'
import type { Statement } from './run-batch.ts'

/** `updated_at` of a document whose sources changed and which is not yet written anew. */
const STALE = 0

/**
 * Marks the documents of these batches, and of those that draw on these sites, products or producers.
 * It stands in the same atomic batch as the change, so that a document is either right or marked,
 * wherever the writer is stopped.
 */
export function markDocumentsStale(
  db: Database,
  input: {
    readonly siteIds: readonly string[]
    readonly batchIds: readonly string[]
    readonly organisationIds?: readonly string[]
    readonly productIds?: readonly string[]
    readonly works?: readonly { readonly siteId: string; readonly occurredOn: string }[]
  },
): Statement {
  const sites = sql`(SELECT value FROM json_each(${JSON.stringify(input.siteIds)}))`
  const { works = [] } = input
  const ofWorks = works.length === 0 ? sql`` : sql`UNION ${batchesOfWorks(works)}`
  return db.run(sql`
    UPDATE batch_document SET updated_at = ${STALE} WHERE updated_at <> ${STALE} AND batch_id IN (
      SELECT bc.batch_id FROM code c JOIN batch_code bc ON bc.code_id = c.id WHERE c.site_id IN ${sites}
      UNION SELECT e.batch_id FROM diary_event e WHERE e.site_id IN ${sites} AND e.batch_id IS NOT NULL
      UNION SELECT b.id FROM json_each(${JSON.stringify(input.organisationIds ?? [])}) j
        CROSS JOIN batch b ON b.organisation_id = j.value
      UNION SELECT b.id FROM json_each(${JSON.stringify(input.productIds ?? [])}) j
        CROSS JOIN batch b ON b.product_id = j.value
      ${ofWorks}
      UNION SELECT value FROM json_each(${JSON.stringify(input.batchIds)}))`)
}

/** Batches with a marked document after `afterId`, in order. */
export async function listStaleDocuments(
  db: Database,
  input: { readonly afterId: string; readonly limit: number },
): Promise<string[]> {
  const { batchId, updatedAt } = batchDocument
  const rows = await db
    .select({ id: batchId })
    .from(batchDocument)
    .where(and(eq(updatedAt, STALE), gt(batchId, input.afterId)))
    .orderBy(batchId)
    .limit(input.limit)
  return rows.map(({ id }) => id)
}
