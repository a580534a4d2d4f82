import { sql } from 'drizzle-orm'

/** Of an edge: what it went into still counts. What an annulled batch took is there again. */
export const WENT_SOMEWHERE = sql`EXISTS (SELECT 1 FROM batch t
  WHERE t.id = lot_edge.to_batch_id AND t.annulled_at IS NULL)`
