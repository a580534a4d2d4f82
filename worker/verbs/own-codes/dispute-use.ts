import { insertDispute, type OwnUse } from '../../../db/queries/code-disputes.ts'
import { fill } from '../../copy/fill.ts'
import { MY_CODES_COPY as W } from '../../copy/portal/my-codes.ts'
import { prose } from '../../resources/prose-fields.ts'
import { inputOf } from '../../resources/resource.ts'
import { actorText, type Call } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { fileDispute } from './file-dispute.ts'
import { openOwnUse } from './list-uses.ts'

/** What the holder of a code says against a batch. */
export const DISPUTE = { fields: { reason: prose({ label: W.disputeReason, max: 2_000 }) } }

/**
 * The holder of a code says that a batch should not have used it: joins the case that is open about
 * the code, or opens one where the code lies. What the batch's labels say stays as it is: that is an
 * officer's to decide.
 */
export async function disputeUse({
  ctx,
  input,
}: Call<{ readonly ref: string; readonly code: string; readonly texts: Texts }>): Promise<{
  caseId: string
}> {
  const use = await openOwnUse(ctx, input)
  const { reason } = parseInput(inputOf(DISPUTE), input.texts)
  if (use.disputedAt !== null) throw conflict(W.disputedAlready)
  const { codeId, code, holderId, batchId, ref } = use
  const { provinceCode, communeCode, packerName: packer } = use
  return fileDispute(ctx, {
    codeId,
    holderId,
    place: { provinceCode, communeCode },
    title: fill(W.caseTitle.vi, { code, packer }),
    said: fill(W.caseSummary.vi, { ref, code, packer, reason }),
    subjects: subjectsOf(use),
    already: W.disputedAlready,
    store: (caseId) => ({
      statement: insertDispute(ctx.db, {
        ...{ batchId, codeId, organisationId: holderId, reason, caseId },
        ...{ disputedAt: ctx.now(), actor: actorText(ctx.actor) },
      }),
      audit: {
        action: 'batch.code_use.dispute',
        entityId: batchId,
        after: { ref, code, caseId },
        reason,
      },
    }),
  })
}

function subjectsOf({ codeId, code, batchId, lot, ref, packerId, packerName }: OwnUse) {
  return [
    { kind: 'code', entityId: codeId, shown: code },
    { kind: 'batch', entityId: batchId, shown: `${lot} · ${ref}` },
    { kind: 'organisation', entityId: packerId, shown: packerName },
  ] as const
}
