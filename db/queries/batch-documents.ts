import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batchDocument } from '../schema/index.ts'
import { among } from './among.ts'
import { listed } from './listed.ts'
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
export function listDocumentedBatches(
  db: Database,
  input: {
    by: 'batch' | 'site' | 'product' | 'organisation'
    ids: readonly string[]
    afterId: string
    limit: number
  },
): Promise<string[]> {
  const ids = among(input.ids)
  const which = {
    batch: ids,
    site: sql`(
      SELECT bc.batch_id FROM code c JOIN batch_code bc ON bc.code_id = c.id WHERE c.site_id IN ${ids}
      UNION SELECT e.batch_id FROM diary_event e WHERE e.site_id IN ${ids} AND e.batch_id IS NOT NULL)`,
    product: sql`(SELECT id FROM batch WHERE product_id IN ${ids})`,
    organisation: sql`(
      SELECT b.id FROM batch b WHERE b.organisation_id IN ${ids}
      UNION SELECT bc.batch_id FROM site s JOIN code c ON c.site_id = s.id
        JOIN batch_code bc ON bc.code_id = c.id WHERE s.organisation_id IN ${ids})`,
  }[input.by]
  return documentedOf(db, which, input)
}

/** Of these batches, those that have a document, after an id, in order. */
async function documentedOf(
  db: Database,
  ids: SQL,
  at: { readonly afterId: string; readonly limit: number },
): Promise<string[]> {
  const { batchId } = batchDocument
  const rows = await db
    .select({ batchId })
    .from(batchDocument)
    .where(sql`${batchId} IN ${ids} AND ${batchId} > ${at.afterId}`)
    .orderBy(batchId)
    .limit(at.limit)
  return rows.map((row) => row.batchId)
}

/**
 * The batches that works may belong to, for a FROM or IN: of codes of the place, packed no earlier than a
 * month before (what is done to goods afterwards is told too), whose season had begun.
 */
export function batchesOfWorks(
  works: readonly { readonly siteId: string; readonly occurredOn: string }[],
): SQL {
  const { rows, of } = listed(works)
  return sql`SELECT b.id FROM ${rows}
    JOIN code c ON c.site_id = ${of('siteId')}
    JOIN batch_code bc ON bc.code_id = c.id
    JOIN batch b ON b.id = bc.batch_id
      AND b.packed_on >= date(${of('occurredOn')}, '-31 days')
      AND ${of('occurredOn')} >= min(coalesce(b.season_from, '9999'), date(b.packed_on, '-400 days'))`
}

/** Ids of batches with a document that works may belong to, after `afterId`, in order. */
export function listBatchesOfWorks(
  db: Database,
  works: readonly { readonly siteId: string; readonly occurredOn: string }[],
  at: { readonly afterId: string; readonly limit: number },
): Promise<string[]> {
  return documentedOf(db, sql`(${batchesOfWorks(works)})`, at)
}
