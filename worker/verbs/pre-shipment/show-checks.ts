import type { JudgedCheck } from '../../domain/pre-shipment/judge-checks.ts'
import { loadBatch } from '../batches/load-batch.ts'
import type { DatedReading } from '../context.ts'
import { checksOfBatch } from './checks-of-batch.ts'

/** The checks of a batch, for whoever may read it. */
export async function showChecks(ctx: DatedReading, ref: string): Promise<readonly JudgedCheck[]> {
  return checksOfBatch(ctx, await loadBatch(ctx, ref, 'batches.read'))
}
