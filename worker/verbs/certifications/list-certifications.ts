import {
  type CertificationFilter,
  type CertificationItem,
  listCertifications,
} from '../../../db/queries/certifications.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { listBounds } from '../guard/list-bounds.ts'

export type CertificationList = {
  readonly rows: readonly CertificationItem[]
  readonly nextCursor: string | null
}

/** Certifications the actor may see, newest first; of one organisation, product, batch or state. */
export async function readCertifications(
  ctx: DatedReading,
  asked: Partial<Omit<CertificationFilter, 'today'>> & {
    readonly cursor?: string | null
    readonly limit: number
  },
): Promise<CertificationList> {
  const { productId = null, batchId = null, state = null, cursor = null, limit } = asked
  const bounds = listBounds(ctx, 'batches.read', asked.organisationId ?? null)
  if (bounds === 'none') return { rows: [], nextCursor: null }
  const [createdAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const rows = await listCertifications(ctx.db, {
    ...bounds,
    productId,
    batchId,
    state,
    today: vietnamDateOf(ctx.now()),
    after: cursor === null ? null : { createdAt: wholeKey(createdAt), id },
    limit: limit + 1,
  })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.createdAt), row.id] })
}
