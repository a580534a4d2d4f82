import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { batch, organisation, product } from '../schema/index.ts'
import { flag } from './fields.ts'
import { isOlder, newestWithin, type Older } from './newest-within.ts'
import { ownedWithin } from './owned-within.ts'
import { pick } from './pick.ts'

const COLUMNS = {
  ...pick(batch, 'id', 'ref', 'lot', 'organisationId', 'productId', 'packedOn', 'quantityValue'),
  ...pick(batch, 'quantityUnit', 'sealedAt', 'annulledAt', 'createdAt'),
  organisation: organisation.name,
  product: product.name,
  gtin: product.gtin,
  /** A recall of the whole batch stands. */
  isRecalled: flag(sql`EXISTS (SELECT 1 FROM label_exception e
    WHERE e.batch_id = ${batch.id} AND e.kind = 'recalled' AND e.run_id IS NULL AND NOT e.withdrawn
      AND NOT EXISTS (SELECT 1 FROM label_exception a WHERE a.amends_id = e.id))`),
}

/** A batch as lists show it. */
export type BatchListRow = Awaited<ReturnType<typeof listBatches>>[number]

/** Batches newest first, within bounds, after the last one of the page before. */
export function listBatches(
  db: Database,
  asked: {
    readonly bounds: Bounds
    /** Of this organisation alone; null for any. */
    readonly organisationId: string | null
    readonly productId: string | null
    readonly lot: string | null
    /** Of the product. */
    readonly gtin: string | null
    readonly after: Older | null
    readonly limit: number
  },
) {
  const { bounds, organisationId, productId, lot, gtin, after, limit } = asked
  const found = [productId, lot, gtin].some((given) => given !== null)
  const narrowed = found || organisationId !== null
  // What is found by something of its own is few, and only then is asked whose it is.
  const owner = found ? sql`+${batch.organisationId}` : sql`${batch.organisationId}`
  return selectBatches(db, [
    narrowed ? ownedWithin(owner, bounds) : newestWithin(batch, { bounds, after, limit }),
    organisationId === null ? undefined : eq(owner, organisationId),
    productId === null ? undefined : eq(batch.productId, productId),
    lot === null ? undefined : eq(batch.lot, lot),
    gtin === null ? undefined : eq(product.gtin, gtin),
    isOlder(batch, after),
  ]).limit(limit)
}

/** Batches that go by a lot number and are not annulled; of one organisation or of everybody's. */
export function findBatchesOfLot(
  db: Database,
  asked: { readonly lot: string; readonly organisationId: string | null; readonly limit: number },
) {
  const { lot, organisationId, limit } = asked
  return selectBatches(db, [
    eq(batch.lot, lot),
    isNull(batch.annulledAt),
    organisationId === null ? undefined : eq(batch.organisationId, organisationId),
  ]).limit(limit)
}

function selectBatches(db: Database, conditions: readonly (SQL | undefined)[]) {
  return db
    .select(COLUMNS)
    .from(batch)
    .innerJoin(product, eq(product.id, batch.productId))
    .innerJoin(organisation, eq(organisation.id, batch.organisationId))
    .where(and(...conditions))
    .orderBy(desc(batch.createdAt), desc(batch.id))
}
