import { type BatchRow, readBatchLinks } from '../../../db/queries/batches.ts'
import { isoInstant } from '../../lib/time/iso-instant.ts'
import type { Reading } from '../context.ts'
import { readingPermission } from '../guard/reading-permission.ts'
import { loadBatch } from './load-batch.ts'
import { declaredFields } from './update-batch.ts'

/** A batch as it was declared, sealed or not, for those who may work with it. */
export async function showDeclaration(ctx: Reading, ref: string) {
  const row = await loadBatch(ctx, ref, readingPermission(ctx))
  return toDeclaration(ctx, row)
}

async function toDeclaration({ db }: Reading, row: BatchRow) {
  const { ref, organisationId, sealedAt, annulledAt, createdAt } = row
  return {
    ref,
    organisationId,
    ...declaredFields(row, await readBatchLinks(db, row.id)),
    sealedAt: isoInstant(sealedAt),
    annulledAt: isoInstant(annulledAt),
    createdAt: isoInstant(createdAt),
  }
}
