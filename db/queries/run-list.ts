import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { batch, labelRun, product } from '../schema/index.ts'
import { ownedWithin } from './owned-within.ts'
import { pick } from './pick.ts'
import { withinBounds } from './within-bounds.ts'

/** A run of labels with its batch, as lists show it. */
export type RunListRow = Awaited<ReturnType<typeof listRunsWithin>>[number]

type Older = { readonly createdAt: number; readonly id: string }

/** Runs of labels newest first, of batches of organisations within bounds. */
export function listRunsWithin(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly after: Older | null
    readonly limit: number
  },
) {
  const { bounds, after, limit } = asked
  return db
    .select({
      ...pick(labelRun, 'id', 'profile', 'kid', 'fromSerial', 'toSerial', 'copies', 'createdAt'),
      ref: batch.ref,
      lot: batch.lot,
      product: product.name,
    })
    .from(labelRun)
    .innerJoin(batch, eq(batch.id, labelRun.batchId))
    .innerJoin(product, eq(product.id, batch.productId))
    .where(
      and(
        newestWithin({ bounds, after, limit }),
        after === null
          ? undefined
          : or(
              lt(labelRun.createdAt, after.createdAt),
              and(eq(labelRun.createdAt, after.createdAt), lt(labelRun.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(labelRun.createdAt), desc(labelRun.id))
    .limit(limit)
}

/**
 * Of organisations within bounds. Of those of a place the newest of each are found first, as many as a
 * page holds, so that what is sorted does not grow with the years.
 */
function newestWithin(asked: {
  readonly bounds: Bounds
  readonly after: Older | null
  readonly limit: number
}): SQL | undefined {
  const { bounds, after, limit } = asked
  if (bounds?.kind !== 'place') return ownedWithin(labelRun.organisationId, bounds)
  const older =
    after === null ? sql`true` : sql`(x.created_at, x.id) < (${after.createdAt}, ${after.id})`
  return sql`${labelRun.id} IN (
    SELECT newest.id FROM organisation o JOIN label_run newest ON newest.id IN (
      SELECT x.id FROM label_run x WHERE x.organisation_id = o.id AND ${older}
      ORDER BY x.created_at DESC, x.id DESC LIMIT ${limit})
    WHERE ${withinBounds(bounds, 'o')})`
}
