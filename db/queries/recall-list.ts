import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { batch, labelException, organisation, product } from '../schema/index.ts'
import { ownedWithin } from './owned-within.ts'
import { pick } from './pick.ts'

/** A batch that is being recalled, as lists show it. */
export type RecallListRow = Awaited<ReturnType<typeof listRecalls>>[number]

const later = alias(labelException, 'later')

/** Recalls of whole batches that stand, newest first, of batches of organisations within bounds. */
export function listRecalls(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly after: { readonly recordedAt: number; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, after, limit } = asked
  const amended = db
    .select({ one: sql`1` })
    .from(later)
    .where(eq(later.amendsId, labelException.id))
  return db
    .select({
      ...pick(labelException, 'id', 'recordedAt', 'effectiveOn', 'reason', 'documentNo', 'wording'),
      ...pick(batch, 'ref', 'lot', 'packedOn'),
      product: product.name,
      images: product.images,
      organisation: organisation.name,
      organisationKind: organisation.kind,
      nameConsentOn: organisation.nameConsentOn,
      province: organisation.provinceName,
    })
    .from(labelException)
    .innerJoin(batch, eq(batch.id, labelException.batchId))
    .innerJoin(product, eq(product.id, batch.productId))
    .innerJoin(organisation, eq(organisation.id, batch.organisationId))
    .where(
      and(
        // Word for word what the index of recalls holds; a parameter would not be seen to be that.
        sql`${labelException.kind} = 'recalled' AND ${labelException.runId} IS NULL`,
        sql`NOT ${labelException.withdrawn}`,
        sql`NOT EXISTS ${amended}`,
        // Recalls are few, batches are not: whose they are is asked of each.
        ownedWithin(sql`+${batch.organisationId}`, bounds),
        after === null
          ? undefined
          : or(
              lt(labelException.recordedAt, after.recordedAt),
              and(eq(labelException.recordedAt, after.recordedAt), lt(labelException.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(labelException.recordedAt), desc(labelException.id))
    .limit(limit)
}
