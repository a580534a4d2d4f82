import { BATCH_SHEET_COPY as W } from '../../copy/portal/batch-sheet.ts'
import type { Provenance } from '../../domain/standing/provenance.ts'
import type { DatedReading } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import type { ScanDeps } from '../scan/resolution.ts'
import { resolveTypedRef } from '../scan/resolve.ts'
import { toVerdict } from '../scan/verdict.ts'
import { loadBatch } from './load-batch.ts'

/** What the public page of a batch says now, and when that is. */
export type PrintedBatch = { readonly batch: Provenance; readonly printedAt: number }

/**
 * What goes on the paper of a batch, for whoever may read it: word for word what its public page says,
 * so that paper and page cannot differ. None for goods that nobody may sell.
 */
export async function printBatchSheet(
  ctx: DatedReading,
  { deps, ref }: { readonly deps: ScanDeps; readonly ref: string },
): Promise<PrintedBatch> {
  const row = await loadBatch(ctx, ref, 'batches.read')
  if (row.sealedAt === null) throw conflict(W.notSealed)
  const resolution = await resolveTypedRef(deps, row.ref)
  if (resolution === null) throw conflict(W.notSealed)
  const { batch, reasons } = toVerdict(resolution)
  const isStopped = reasons.some(({ code }) => STOPPED.has(code))
  if (row.annulledAt !== null || isStopped || batch === null) throw conflict(W.stopped)
  return { batch, printedAt: ctx.now() }
}

const STOPPED: ReadonlySet<string> = new Set(['batch_recalled', 'label_void'])
