import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  attachment,
  batch,
  batchCode,
  batchShare,
  certification,
  code,
  organisation,
  site,
} from '../schema/index.ts'
import { among } from './among.ts'
import { maybe } from './fields.ts'
import { pick } from './pick.ts'
import { insertOf, readOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'
import type { Statement } from './run-batch.ts'

export type ShareRow = typeof batchShare.$inferSelect

/** Links kept for one batch; more buyers than any has. */
export const MOST_SHARES = 200
/** Papers one batch offers to choose from. */
const MOST_PAPERS = 200

/** Links of a batch, newest first. */
export function listShares(db: Database, batchId: string): Promise<ShareRow[]> {
  return db
    .select()
    .from(batchShare)
    .where(eq(batchShare.batchId, batchId))
    .orderBy(desc(batchShare.createdAt), batchShare.id)
    .limit(MOST_SHARES)
}

export const readShare = readOf(batchShare, batchShare.id)

/** What a link opens, and who to ask about it. */
export async function readSharedBatch(db: Database, secretHash: string) {
  const [row] = await db
    .select({
      share: batchShare,
      batch: {
        ...pick(batch, 'id', 'ref', 'lot', 'sealedAt', 'annulledAt'),
        ...pick(batch, 'organisationId', 'productId'),
      },
      holder: {
        orgName: organisation.name,
        orgKind: organisation.kind,
        ...pick(organisation, 'nameConsentOn', 'hotline'),
      },
    })
    .from(batchShare)
    .innerJoin(batch, eq(batch.id, batchShare.batchId))
    .innerJoin(organisation, eq(organisation.id, batch.organisationId))
    .where(eq(batchShare.secretHash, secretHash))
    .limit(1)
  return row ?? null
}

export const insertShare = insertOf(batchShare)

/** Ends a link; one that is ended stays so from when it was. */
export function withdrawShareRow(
  db: Database,
  { id, at }: { readonly id: string; readonly at: number },
): Statement {
  return db.run(
    sql`UPDATE batch_share SET withdrawn_at = ${at} WHERE id = ${id} AND withdrawn_at IS NULL`,
  )
}

/** Holds while a batch has room for one more link. */
export function hasRoomForShare(batchId: string) {
  return sql`((SELECT count(*) FROM batch_share WHERE batch_id = ${batchId}) < ${MOST_SHARES})`
}

/** Notes that a link was opened. */
export async function noteOpening(
  db: Database,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<void> {
  await db.run(
    sql`UPDATE batch_share SET opened_on = ${on}, openings = openings + 1 WHERE id = ${id}`,
  )
}

const PAPER = {
  ...pick(attachment, 'id', 'title', 'fileName', 'mediaType', 'storeKey', 'kind'),
  ...pick(attachment, 'bytes'),
  certificationKind: maybe(certification.kind),
  number: maybe(certification.number),
  siteName: maybe(site.name),
}

export type SharedPaper = Awaited<ReturnType<typeof listSharablePapers>>[number]

/**
 * Papers that may be shared with a batch: copies of what its producer is certified for, of that batch
 * or product or at large, and papers of the producer's own sites that the batch comes from.
 */
export async function listSharablePapers(
  db: Database,
  of: {
    readonly batchId: string
    readonly productId: string
    readonly organisationId: string
    /** Only these, where given. */
    readonly ids?: readonly string[]
  },
) {
  const { batchId, productId, organisationId, ids } = of
  const chosen = ids === undefined ? sql`true` : sql`attachment.id IN ${among(ids)}`
  // By the index of papers, from the few things that a batch draws on.
  const certified = sql`SELECT id FROM certification WHERE batch_id = ${batchId}
    UNION ALL SELECT id FROM certification WHERE organisation_id = ${organisationId}
      AND batch_id IS NULL AND (product_id IS NULL OR product_id = ${productId})`
  const sites = sql`SELECT s.id FROM ${batchCode} bc JOIN ${code} c ON c.id = bc.code_id
    JOIN ${site} s ON s.id = c.site_id
    WHERE bc.batch_id = ${batchId} AND s.organisation_id = ${organisationId}`
  return rowsOf(
    db,
    PAPER,
    sql`(SELECT 'certification' AS entity, id FROM (${certified})
        UNION SELECT 'site', id FROM (${sites})) thing
      CROSS JOIN attachment ON attachment.entity = thing.entity AND attachment.entity_id = thing.id
      LEFT JOIN certification ON thing.entity = 'certification' AND certification.id = thing.id
      LEFT JOIN site ON thing.entity = 'site' AND site.id = thing.id
      WHERE attachment.withdrawn_at IS NULL AND ${chosen}
        AND coalesce(certification.state, 'confirmed') IN ('declared', 'confirmed')
      ORDER BY thing.entity, attachment.created_at DESC, attachment.id LIMIT ${MOST_PAPERS}`,
  )
}
