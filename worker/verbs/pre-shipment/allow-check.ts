import { insertAllowance } from '../../../db/queries/allowances.ts'
import { isUnsealed, stillDeclares } from '../../../db/queries/batches.ts'
import { isAsRead } from '../../../db/queries/is-as-read.ts'
import { checksVersion } from '../../../db/queries/pre-shipment.ts'
import { checkAllowed, CHECK_REFUSALS as R } from '../../copy/portal/pre-shipment.ts'
import { CHECK_ALLOWANCE } from '../../resources/batch-check.ts'
import { inputOf } from '../../resources/resource.ts'
import { authorityOf } from '../batches/authority-of.ts'
import { kilogramsOfBatch } from '../batches/count-uses.ts'
import { loadBatch, targetOfBatch } from '../batches/load-batch.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { actorText, type VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { batchSealed, editedMeanwhile } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { checkName } from './check-text.ts'
import { openChecksOf } from './checks-of-batch.ts'

const may = 'batches.allow'

/**
 * An officer's word that a batch may be released although a check stands as it does now: missing, too
 * old, not passed. For this check, this state or better, and no more kilograms than are declared. Only
 * an officer in whose area the batch was grown.
 */
export async function allowCheck({
  ctx,
  input,
}: Call<{
  readonly ref: string
  readonly texts: Texts
  /** The authority an operator speaks for; a person speaks for their own. */
  readonly authority?: string | null
  /** What was looked at, by `seenChecks`; the checks as they stand now where nothing was shown. */
  readonly seen?: string | null
}>): Promise<{ id: string }> {
  const batch = await loadBatch(ctx, input.ref, may)
  if (batch.sealedAt !== null || batch.annulledAt !== null) throw batchSealed(batch.ref)
  const { check: key, reason, documentNo } = parseInput(inputOf(CHECK_ALLOWANCE), input.texts)
  const { check, version } = await openCheck(ctx, { batchId: batch.id, key })
  if (input.seen != null && input.seen !== version) throw editedMeanwhile()
  const id = ctx.newId()
  const authority = authorityOf(ctx, input.authority)
  return change(ctx, {
    may,
    target: await targetOfBatch(ctx, { batch, to: may }),
    guards: [
      { holds: isUnsealed(batch.id), refusal: () => batchSealed(batch.ref) },
      { holds: stillDeclares(batch), refusal: editedMeanwhile },
      { holds: isAsRead(checksVersion(batch.id), version), refusal: editedMeanwhile },
    ],
    statements: [
      insertAllowance(ctx.db, {
        ...{ id, batchId: batch.id, kind: 'check', codeId: null, reason, documentNo, authority },
        ...{ checkKey: key, checkState: check.state },
        quantityKg: await kilogramsOfBatch(ctx.db, batch),
        recordedAt: ctx.now(),
        actor: actorText(ctx.actor),
      }),
    ],
    audit: {
      action: 'batch.check.allow',
      entityId: batch.id,
      after: { ref: batch.ref, check: key, state: check.state, documentNo },
      reason,
    },
    tell: [
      {
        ...{ organisationId: batch.organisationId, kind: 'batch' },
        ...checkAllowed({ ref: batch.ref, check: checkName(check), reason }),
        href: `/portal/batches/${batch.ref}`,
      },
    ],
    receipt: { id },
  })
}

/** The check that is named, which holds the batch back. */
async function openCheck(
  ctx: VerbContext,
  { batchId, key }: { readonly batchId: string; readonly key: string },
) {
  const { checks, version } = await openChecksOf(ctx, batchId)
  const check = checks.find((each) => each.key === key)
  if (check === undefined) throw invalidField('check', R.notAsked)
  if (!check.blocks) throw invalidField('check', R.nothingOpen)
  return { check, version }
}
