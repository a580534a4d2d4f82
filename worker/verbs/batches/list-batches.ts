import { type BatchListRow, findBatchesOfLot, listBatches } from '../../../db/queries/batch-list.ts'
import { readBatchByRef } from '../../../db/queries/batches.ts'
import { fillAll } from '../../copy/fill.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'
import type { Reading } from '../context.ts'
import { listPage, NO_PAGE, type Page, type PageAsked } from '../documents/list-page.ts'
import { listBounds } from '../guard/list-bounds.ts'
import { readingPermission } from '../guard/reading-permission.ts'
import { conflict } from '../guard/refusals.ts'
import { noSuchBatch } from './load-batch.ts'

/** Batches the actor may work with, newest first; of one organisation where it is given. */
export async function readBatches(
  ctx: Reading,
  asked: PageAsked & {
    readonly organisationId: string | null
    /** Of one product; of any where left out. */
    readonly productId?: string | null
    /** By the producer's own lot number; of any where left out. */
    readonly lot?: string | null
    /** By the GTIN-14 of the product; of any where left out. */
    readonly gtin?: string | null
  },
): Promise<Page<BatchListRow>> {
  const { gtin = null, productId = null } = asked
  const lot = asked.lot == null ? null : normaliseText(asked.lot, 'NFC').trim()
  const bounds = listBounds(ctx, readingPermission(ctx), asked.organisationId)
  if (bounds === 'none') return NO_PAGE
  return listPage(asked, { createdAt: 'whole', id: 'text' }, (page) =>
    listBatches(ctx.db, { ...bounds, productId, lot, gtin, ...page }),
  )
}

/** More of one lot number than anybody wants to choose from. */
const CANDIDATES = 5

/**
 * The REF of a batch however people name it: by its REF, or by its lot number unless it is annulled.
 * Throws `not_found`, or `conflict` naming them where several have a lot of that number.
 */
export async function findRef(
  ctx: Reading,
  named: { readonly text: string; readonly organisationId: string | null },
): Promise<string> {
  const { text, organisationId } = named
  const ref = readTypedRef(text)
  if (ref !== null && (await readBatchByRef(ctx.db, ref)) !== null) return ref
  const lot = normaliseText(text, 'NFC').trim()
  const bounds = listBounds(ctx, 'batches.write', organisationId)
  const found =
    bounds === 'none'
      ? []
      : await findBatchesOfLot(ctx.db, { ...bounds, lot, limit: CANDIDATES + 1 })
  const [only, ...others] = found
  if (only === undefined) throw noSuchBatch(lot)
  if (others.length > 0) throw ambiguous(lot, found)
  return only.ref
}

function ambiguous(lot: string, found: readonly BatchListRow[]) {
  const some = found
    .slice(0, CANDIDATES)
    .map((row) => `${row.ref} (${row.organisation}, ${row.product})`)
  const list = `${some.join('; ')}${found.length > CANDIDATES ? '; …' : ''}`
  return conflict(fillAll(BATCH_REFUSALS.severalOfLot, { lot, list }))
}
