import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, code, lotEdge, product, site, siteKind } from '../schema/index.ts'
import { json, number } from './fields.ts'
import { pick } from './pick.ts'
import { WENT_SOMEWHERE } from './went-somewhere.ts'

/** Codes a form offers, at most. */
const MAX_CODES = 200

/** Those a code was ever asked for. */
const MARKETS_OF_CODE = json<readonly string[]>(
  sql`(SELECT json_group_array(market) FROM code_market WHERE code_id = ${code.id})`,
)

/** A code with the site it stands for. */
export type OfferedCode = Awaited<ReturnType<typeof listUsableCodes>>[number]

/**
 * Codes an organisation may pack under on a day: of its own sites, of its confirmed members, and of
 * those whose confirmed contracts with it run. Sealing judges each again.
 */
export function listUsableCodes(
  db: Database,
  asked: { readonly organisationId: string; readonly today: string },
) {
  return db
    .select({
      code: code.code,
      slot: siteKind.labelSlot,
      siteName: site.name,
      markets: MARKETS_OF_CODE,
    })
    .from(code)
    .innerJoin(site, eq(site.id, code.siteId))
    .innerJoin(siteKind, eq(siteKind.id, site.kind))
    .where(
      and(
        isNull(code.withdrawnAt),
        isNull(site.withdrawnAt),
        sql`${site.id} IN (${usableSites(asked)})`,
      ),
    )
    .orderBy(code.code)
    .limit(MAX_CODES)
}

/** Ids of those sites. */
export function usableSites({
  organisationId,
  today,
}: {
  organisationId: string
  today: string
}): SQL {
  const runs = sql`from_on <= ${today} AND (to_on IS NULL OR to_on >= ${today})`
  return sql`SELECT id FROM site WHERE organisation_id = ${organisationId}
    UNION SELECT s.id FROM organisation_membership m JOIN site s ON s.organisation_id = m.member_id
      WHERE m.organisation_id = ${organisationId} AND m.confirmed_at IS NOT NULL AND ${runs}
    UNION SELECT l.growing_area_id FROM site own JOIN site_link l ON l.packing_house_id = own.id
      WHERE own.organisation_id = ${organisationId} AND l.area_confirmed_at IS NOT NULL AND ${runs}
    UNION SELECT l.packing_house_id FROM site own JOIN site_link l ON l.growing_area_id = own.id
      WHERE own.organisation_id = ${organisationId} AND l.house_confirmed_at IS NOT NULL AND ${runs}`
}

/** Codes of an organisation's own sites that stand. */
export function listOwnCodes(
  db: Database,
  { organisationId, limit }: { readonly organisationId: string; readonly limit: number },
) {
  return db
    .select({ code: code.code, slot: siteKind.labelSlot })
    .from(code)
    .innerJoin(site, eq(site.id, code.siteId))
    .innerJoin(siteKind, eq(siteKind.id, site.kind))
    .where(
      and(
        eq(site.organisationId, organisationId),
        isNull(code.withdrawnAt),
        isNull(site.withdrawnAt),
      ),
    )
    .orderBy(code.code)
    .limit(limit)
}

/**
 * The newest batches of an organisation that still count, and those that `into` is made of already,
 * with what went out of each into others, in kilograms.
 */
export function listSourceBatches(
  db: Database,
  asked: {
    readonly organisationId: string
    /** The id of the batch they would go into; null for a new one. */
    readonly into: string | null
    readonly limit: number
  },
) {
  const { organisationId, into, limit } = asked
  const newest = sql`SELECT id FROM (SELECT id FROM batch
    WHERE organisation_id = ${organisationId} AND annulled_at IS NULL
    ORDER BY created_at DESC, id DESC LIMIT ${limit})`
  const used = sql`SELECT from_batch_id FROM lot_edge WHERE to_batch_id = ${into}`
  return db
    .select({
      ...pick(batch, 'ref', 'lot', 'quantityValue', 'quantityUnit'),
      product: product.name,
      givenKg: number(
        sql`(SELECT coalesce(sum(quantity_kg), 0) FROM lot_edge
          WHERE from_batch_id = ${batch.id} AND to_batch_id IS NOT ${into} AND ${WENT_SOMEWHERE})`,
      ),
    })
    .from(batch)
    .innerJoin(product, eq(product.id, batch.productId))
    .where(sql`${batch.id} IN (${newest} UNION ${used}) AND ${batch.id} IS NOT ${into}`)
    .orderBy(desc(batch.createdAt), desc(batch.id))
    .limit(limit + MAX_EDGES)
}

/** Lot numbers of an organisation that begin with a text, at most `limit`. */
export async function listLotsFrom(
  db: Database,
  asked: { readonly organisationId: string; readonly start: string; readonly limit: number },
): Promise<string[]> {
  const { organisationId, start, limit } = asked
  const rows = await db
    .select({ lot: batch.lot })
    .from(batch)
    .where(
      and(
        eq(batch.organisationId, organisationId),
        sql`${batch.lot} >= ${start} AND ${batch.lot} < ${`${start}~`}`,
      ),
    )
    .limit(limit)
  return rows.map(({ lot }) => lot)
}

/** What a batch was made of, or where it went, one step, with the kilograms. */
export function edgesOf(
  db: Database,
  { batchId, way }: { readonly batchId: string; readonly way: 'sources' | 'outputs' },
) {
  const { fromBatchId, toBatchId } = lotEdge
  const [here, there] = way === 'sources' ? [toBatchId, fromBatchId] : [fromBatchId, toBatchId]
  return db
    .select({
      ref: batch.ref,
      lot: batch.lot,
      product: product.name,
      quantityKg: lotEdge.quantityKg,
    })
    .from(lotEdge)
    .innerJoin(batch, eq(batch.id, there))
    .innerJoin(product, eq(product.id, batch.productId))
    .where(eq(here, batchId))
    .orderBy(batch.ref)
    .limit(MAX_EDGES)
}

const MAX_EDGES = 500
