import {
  type CertificationFilter,
  type CertificationItem,
  listCertifications,
} from '../../../db/queries/certifications.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { listPage, NO_PAGE, type Page } from '../documents/list-page.ts'
import { listBounds } from '../guard/list-bounds.ts'

/** Certifications the actor may see, newest first; of one organisation, product, batch or state. */
export async function readCertifications(
  ctx: DatedReading,
  asked: Partial<Omit<CertificationFilter, 'today'>> & {
    readonly cursor?: string | null
    readonly limit: number
  },
): Promise<Page<CertificationItem>> {
  const { productId = null, batchId = null, state = null, cursor = null, limit } = asked
  const bounds = listBounds(ctx, 'batches.read', asked.organisationId ?? null)
  if (bounds === 'none') return NO_PAGE
  const today = vietnamDateOf(ctx.now())
  return listPage({ cursor, limit }, { createdAt: 'whole', id: 'text' }, (page) =>
    listCertifications(ctx.db, { ...bounds, productId, batchId, state, today, ...page }),
  )
}
