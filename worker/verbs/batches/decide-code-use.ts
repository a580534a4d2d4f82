import * as z from 'zod'
import {
  type BatchHindrance,
  insertAllowance,
  readBatchCode,
} from '../../../db/queries/allowances.ts'
import { type BatchRow, stillDeclares } from '../../../db/queries/batches.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fillAll } from '../../copy/fill.ts'
import { codeUseDecided } from '../../copy/portal/code-use.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import { newException, roomForException } from '../labels/new-exception.ts'
import { authorityOf } from './authority-of.ts'
import { kilogramsOfBatch } from './count-uses.ts'
import { loadAnyBatch } from './load-batch.ts'

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
  /** What was looked at, by `seenOf`; the batch as it stands now where nothing was shown. */
  seen: z.string().nullish(),
})

/** What of a batch an officer decides by: changed meanwhile, they look again. */
export function seenOf(
  batch: Pick<BatchRow, 'quantityValue' | 'quantityUnit' | 'packedOn' | 'markets' | 'productId'>,
): string {
  const { quantityValue, quantityUnit, packedOn, markets, productId } = batch
  return JSON.stringify([quantityValue, quantityUnit, packedOn, markets, productId])
}

/**
 * An officer's word on a batch packed under a code whose holder is another organisation: it may, or
 * it may not. Either stands in public with its reason, before sealing and after. Only an officer in
 * whose area the code lies.
 */
export async function decideCodeUse({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string }> {
  requireAny(ctx, 'batches.allow')
  const fields = parseInput(schema, input)
  const batch = await loadAnyBatch(ctx, fields.ref)
  const used = await readBatchCode(ctx.db, { batchId: batch.id, code: fields.code })
  if (used === null) {
    throw invalidField(
      'code',
      fillAll(BATCH_REFUSALS.codeNotUsed, { ref: batch.ref, code: fields.code }),
    )
  }
  if (fields.seen != null && fields.seen !== seenOf(batch)) throw editedMeanwhile()
  const id = ctx.newId()
  // What is allowed is allowed for no more than this: a batch can be changed until it is sealed.
  const kg = await kilogramsOfBatch(ctx.db, batch)
  const about = { id, batch, codeId: used.codeId, ...fields, kg }
  const refused = fields.decision === 'refuse'
  return change(ctx, {
    may: 'batches.allow',
    target: targetOf(used),
    guards: [
      { holds: stillDeclares(batch), refusal: editedMeanwhile },
      ...(refused ? [roomForException(batch)] : []),
    ],
    statements: [refused ? refusing(ctx, about) : allowing(ctx, about)],
    audit: {
      action: `batch.code_use.${fields.decision}`,
      entityId: batch.id,
      after: { ref: batch.ref, code: fields.code, documentNo: fields.documentNo ?? null },
      reason: fields.reason,
    },
    touches: { batchIds: [batch.id] },
    tell: [
      {
        organisationId: batch.organisationId,
        kind: 'batch',
        ...codeUseDecided({ ...fields, ref: batch.ref, allowed: !refused }),
        href: null,
      },
    ],
    receipt: { id },
  })
}

type About = z.output<typeof schema> & {
  id: string
  batch: BatchRow
  codeId: string
  kg: number | null
}

function allowing(ctx: VerbContext, about: About): Statement {
  const { id, batch, codeId, reason, documentNo, kg } = about
  const kind: BatchHindrance = 'code_use'
  return insertAllowance(ctx.db, {
    id,
    batchId: batch.id,
    kind,
    codeId,
    reason,
    documentNo: documentNo ?? null,
    recordedAt: ctx.now(),
    actor: actorText(ctx.actor),
    authority: authorityOf(ctx, about.authority),
    quantityKg: kg,
  })
}

function refusing(ctx: VerbContext, { id, batch, reason, documentNo }: About): Statement {
  return newException(ctx, {
    id,
    kind: 'code_use_not_authorised',
    batchId: batch.id,
    reason,
    documentNo: documentNo ?? null,
    wording: { vi: reason, en: reason, zh: reason },
  })
}
