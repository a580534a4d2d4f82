import type { JudgedCheck } from '../../domain/pre-shipment/judge-checks.ts'
import { loadBatch } from '../batches/load-batch.ts'
import type { VerbContext } from '../context.ts'
import { checksOfBatch } from './checks-of-batch.ts'

/** The checks of a batch, for whoever may read it. */
export async function showChecks(
  ctx: Pick<VerbContext, 'db' | 'actor' | 'now'>,
  ref: string,
): Promise<readonly JudgedCheck[]> {
  return checksOfBatch(ctx, await loadBatch(ctx, ref, 'batches.read'))
}
