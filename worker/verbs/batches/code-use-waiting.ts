import { readBatchCode } from '../../../db/queries/allowances.ts'
import type { BatchRow } from '../../../db/queries/batches.ts'
import {
  type CodeUseWaiting,
  listCodeUseWaiting,
  readWait,
} from '../../../db/queries/code-use-waiting.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { UseObjection } from '../../domain/standing/types.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { boundsOf, requireAny, requirePermission } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { loadAnyBatch } from './load-batch.ts'

const MOST = 200

/** Batches that wait for an officer's word on a code of another holder; at most 200, newest first. */
export function codeUseWaiting(ctx: Reading): Promise<CodeUseWaiting[]> {
  const bounds = boundsOf(ctx, 'batches.allow')
  return listCodeUseWaiting(ctx.db, { bounds, limit: MOST })
}

/** A batch and one of its codes, for an officer in whose area the code lies. */
export async function openCodeUse(
  ctx: Reading,
  asked: { readonly ref: string; readonly code: string },
): Promise<{
  batch: BatchRow
  packerName: string
  holderName: string
  /** What was told when labels were refused; nothing where nobody asked for any. */
  objections: readonly UseObjection[]
}> {
  requireAny(ctx, 'batches.allow')
  const batch = await loadAnyBatch(ctx, asked.ref)
  const used = await readBatchCode(ctx.db, { batchId: batch.id, code: asked.code })
  if (used === null) {
    const { ref, code } = { ref: batch.ref, code: asked.code }
    throw notFound(fillAll(THINGS.codeInBatch, { code, ref }))
  }
  requirePermission(ctx, 'batches.allow', targetOf(used))
  const [packer, holder, wait] = await Promise.all([
    readOrganisation(ctx.db, batch.organisationId),
    readOrganisation(ctx.db, used.organisationId),
    readWait(ctx.db, { batchId: batch.id, codeId: used.codeId }),
  ])
  return {
    ...{ batch, packerName: packer?.name ?? '', holderName: holder?.name ?? '' },
    objections: batch.sealedAt === null ? (wait?.objections ?? []) : [],
  }
}
