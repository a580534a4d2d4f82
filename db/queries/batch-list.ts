import { and, desc, eq, isNull, lt, or, type SQL } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, organisation, product } from '../schema/index.ts'

const COLUMNS = {
  id: batch.id,
  ref: batch.ref,
  lot: batch.lot,
  organisationId: batch.organisationId,
  organisation: organisation.name,
  productId: batch.productId,
  product: product.name,
  gtin: product.gtin,
  packedOn: batch.packedOn,
  quantityValue: batch.quantityValue,
  quantityUnit: batch.quantityUnit,
  sealedAt: batch.sealedAt,
  annulledAt: batch.annulledAt,
  createdAt: batch.createdAt,
}

/** A batch as lists show it. */
export type BatchListRow = Awaited<ReturnType<typeof listBatches>>[number]

/** Batches newest first, of one organisation or of everybody's, after the last one of the page before. */
export function listBatches(
  db: Database,
  asked: {
    readonly organisationId: string | null
    readonly lot: string | null
    /** Of the product. */
    readonly gtin: string | null
    readonly after: Pick<typeof batch.$inferSelect, 'createdAt' | 'id'> | null
    readonly limit: number
  },
) {
  const { organisationId, lot, gtin, after, limit } = asked
  return selectBatches(db, [
    organisationId === null ? undefined : eq(batch.organisationId, organisationId),
    lot === null ? undefined : eq(batch.lot, lot),
    gtin === null ? undefined : eq(product.gtin, gtin),
    after === null ? undefined : isOlder(after),
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

function isOlder({ createdAt, id }: { createdAt: number; id: string }): SQL | undefined {
  return or(lt(batch.createdAt, createdAt), and(eq(batch.createdAt, createdAt), lt(batch.id, id)))
}
