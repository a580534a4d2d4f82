import { and, desc, eq } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { batch, labelRun, product } from '../schema/index.ts'
import { isOlder, newestWithin, type Older } from './newest-within.ts'
import { pick } from './pick.ts'

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
    .where(and(newestWithin(labelRun, { bounds, after, limit }), isOlder(labelRun, after)))
    .orderBy(desc(labelRun.createdAt), desc(labelRun.id))
    .limit(limit)
}
