import * as z from 'zod'
import {
  type BatchHindrance,
  insertAllowance,
  readBatchCode,
} from '../../../db/queries/allowances.ts'
import type { BatchRow } from '../../../db/queries/batches.ts'
import { hasRoomForException, insertException } from '../../../db/queries/exceptions.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { vietnamDateOf } from '../../domain/time/vietnam-date-of.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { exceptionsFull } from '../labels/exceptions-full.ts'
import { authorityOf } from './authority-of.ts'
import { loadAnyBatch } from './load-batch.ts'
import { rebuildDocumentsFor } from './rebuild-documents.ts'

const schema = z.object({
  ref: z.string(),
  code: z.string(),
  /** `allow`: the goods may go out under it. `refuse`: they may not, and labels say stop. */
  decision: z.enum(['allow', 'refuse']),
  /** Told to the public. */
  reason: lineField(500),
  documentNo: lineField(100).nullish(),
  /** The authority an operator speaks for; a person speaks for their own. */
  authority: lineField(200).nullish(),
})

/**
 * An officer's word on a batch packed under a code whose holder is another organisation: it may, or
 * it may not. Either stands in public with its reason, before sealing and after. Only an officer in
 * whose area the code lies.
 */
export async function decideCodeUse({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ id: string }> {
  requirePermission(ctx, 'batches.allow')
  const fields = parseInput(schema, input)
  const batch = await loadAnyBatch(ctx, fields.ref)
  const used = await readBatchCode(ctx.db, { batchId: batch.id, code: fields.code })
  if (used === null) {
    throw invalidInput([{ path: 'code', message: `Lô ${batch.ref} không dùng mã ${fields.code}.` }])
  }
  requirePermission(ctx, 'batches.allow', targetOf(used))
  const id = ctx.newId()
  const about = { id, batch, codeId: used.codeId, ...fields }
  try {
    await runBatch(ctx.db, [
      ...(fields.decision === 'allow' ? allowing(ctx, about) : refusing(ctx, about)),
      markDocumentsStale(ctx.db, { siteIds: [], batchIds: [batch.id] }),
      auditStatement(ctx, {
        action: `batch.code_use.${fields.decision}`,
        entity: 'batch',
        entityId: batch.id,
        after: { ref: batch.ref, code: fields.code, documentNo: fields.documentNo ?? null },
        reason: fields.reason,
      }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? exceptionsFull(batch.ref) : error
  }
  await rebuildDocumentsFor(ctx, { batchIds: [batch.id] })
  return { id }
}

type About = z.output<typeof schema> & { id: string; batch: BatchRow; codeId: string }

function allowing(ctx: VerbContext, about: About): Statement[] {
  const { id, batch, codeId, reason, documentNo } = about
  const kind: BatchHindrance = 'code_use'
  return [
    insertAllowance(ctx.db, {
      id,
      batchId: batch.id,
      kind,
      codeId,
      reason,
      documentNo: documentNo ?? null,
      recordedAt: ctx.now(),
      actor: actorText(ctx.actor),
      authority: authorityOf(ctx, about.authority),
    }),
  ]
}

function refusing(ctx: VerbContext, { id, batch, reason, documentNo }: About): Statement[] {
  return [
    guardStatement(ctx.db, hasRoomForException(batch.id)),
    insertException(ctx.db, {
      id,
      kind: 'code_use_not_authorised',
      batchId: batch.id,
      runId: null,
      fromSerial: null,
      toSerial: null,
      effectiveOn: vietnamDateOf(ctx.now()),
      recordedAt: ctx.now(),
      reason,
      documentNo: documentNo ?? null,
      wording: { vi: reason, en: reason, zh: reason },
      amendsId: null,
      withdrawn: false,
      actor: actorText(ctx.actor),
    }),
  ]
}
