import * as z from 'zod'
import { insertAllowance, readBatchPlace } from '../../../db/queries/allowances.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { authorityOf } from './authority-of.ts'
import { loadAnyBatch } from './load-batch.ts'
import { rebuildDocumentsFor } from './rebuild-documents.ts'

const schema = z.object({
  ref: z.string(),
  /** Told to the public. */
  reason: lineField(500),
  documentNo: lineField(100).nullish(),
  authority: lineField(200).nullish(),
})

/**
 * An officer's word that goods harvested before a pre-harvest interval had passed may be sold all
 * the same, say after a residue test. Public, with its reason. Only an officer in whose area the
 * batch was grown.
 */
export async function overrideInterval({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ id: string }> {
  requirePermission(ctx, 'batches.allow')
  const fields = parseInput(schema, input)
  const batch = await loadAnyBatch(ctx, fields.ref)
  requirePermission(ctx, 'batches.allow', targetOf(await readBatchPlace(ctx.db, batch)))
  const id = ctx.newId()
  await runBatch(ctx.db, [
    insertAllowance(ctx.db, {
      id,
      batchId: batch.id,
      kind: 'interval',
      codeId: null,
      reason: fields.reason,
      documentNo: fields.documentNo ?? null,
      recordedAt: ctx.now(),
      actor: actorText(ctx.actor),
      authority: authorityOf(ctx, fields.authority),
    }),
    markDocumentsStale(ctx.db, { siteIds: [], batchIds: [batch.id] }),
    auditStatement(ctx, {
      action: 'batch.interval.override',
      entity: 'batch',
      entityId: batch.id,
      after: { ref: batch.ref, documentNo: fields.documentNo ?? null },
      reason: fields.reason,
    }),
  ])
  await rebuildDocumentsFor(ctx, { batchIds: [batch.id] })
  return { id }
}
