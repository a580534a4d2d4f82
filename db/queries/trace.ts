import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { batch, lotEdge, organisation, product } from '../schema/index.ts'
import { inputKgOf } from './batch-goods.ts'
import { number } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

/** Batches one trace looks at, at most; past it the picture would say nothing. */
export const MAX_TRACED = 2_000

const BATCH = {
  ...pick(batch, 'id', 'ref', 'lot', 'quantityValue', 'quantityUnit', 'packedOn', 'annulledAt'),
  sealedAt: batch.sealedAt,
  /** All that went in, from wherever. */
  inputKg: number(inputKgOf(batch.id)),
  product: product.name,
  organisationId: organisation.id,
  organisation: organisation.name,
  orgKind: organisation.kind,
  nameConsentOn: organisation.nameConsentOn,
}
const EDGE = {
  fromId: lotEdge.fromBatchId,
  toId: lotEdge.toBatchId,
  quantityKg: lotEdge.quantityKg,
}

/** A batch on the way of another. */
export type TracedBatch = Awaited<ReturnType<typeof readTrace>>['batches'][number]

/**
 * All that some batches are made of (`up`), or all that became of them (`down`), through any number of
 * steps, themselves among them; each step is one read of an index. `complete` is false where there is
 * more than one trace looks at.
 */
export async function readTrace(
  db: Database,
  asked: { readonly batchIds: readonly string[]; readonly way: 'up' | 'down' },
) {
  const [here, next] =
    asked.way === 'up' ? ['to_batch_id', 'from_batch_id'] : ['from_batch_id', 'to_batch_id']
  const reached = sql`(WITH RECURSIVE way(id) AS (
      SELECT value FROM json_each(${JSON.stringify(asked.batchIds)})
      UNION SELECT e.${sql.raw(next)} FROM way CROSS JOIN lot_edge e ON e.${sql.raw(here)} = way.id
      LIMIT ${MAX_TRACED + 1})
    SELECT id FROM way) way`
  const [batches, edges] = await db.batch([
    rowsOf(
      db,
      BATCH,
      // From the few on the way: left to itself, SQLite walks all batches and looks each up among them.
      sql`${reached} CROSS JOIN batch ON batch.id = way.id
        JOIN product ON product.id = batch.product_id
        JOIN organisation ON organisation.id = batch.organisation_id`,
    ),
    rowsOf(
      db,
      EDGE,
      sql`${reached} CROSS JOIN lot_edge ON lot_edge.${sql.raw(here)} = way.id LIMIT ${4 * MAX_TRACED}`,
    ),
  ])
  const known = new Set(batches.map(({ id }) => id))
  return {
    batches,
    edges: edges.filter(({ fromId, toId }) => known.has(fromId) && known.has(toId)),
    complete: batches.length <= MAX_TRACED,
  }
}
