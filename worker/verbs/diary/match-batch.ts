import type { DiaryBatch } from '../../../db/queries/diary-imports.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** The batch that words of a diary mean, or why none. */
export type BatchMatch =
  | { readonly kind: 'batch'; readonly id: string }
  | { readonly kind: 'of_others'; readonly ref: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly count: number }

/** By REF or lot; one of others that has no part of this area is not meant. */
export function matchBatch(
  batches: readonly DiaryBatch[],
  named: { readonly text: string; readonly siteId: string; readonly organisationId: string },
): BatchMatch {
  const { text, siteId, organisationId } = named
  const ref = readTypedRef(text)
  const isMine = (batch: DiaryBatch) =>
    batch.organisationId === organisationId || batch.siteIds.includes(siteId)
  const byRef = batches.find((batch) => batch.ref === ref)
  if (byRef !== undefined) {
    return isMine(byRef) ? { kind: 'batch', id: byRef.id } : { kind: 'of_others', ref: byRef.ref }
  }
  const byLot = batches.filter(
    (batch) => foldVietnamese(batch.lot) === foldVietnamese(text) && isMine(batch),
  )
  const [only, ...others] = byLot
  if (only === undefined) return { kind: 'unknown' }
  return others.length === 0
    ? { kind: 'batch', id: only.id }
    : { kind: 'ambiguous', count: byLot.length }
}
