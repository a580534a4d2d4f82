import type { BatchRow } from '../../../db/queries/batches.ts'
import { readWait, upsertWait } from '../../../db/queries/code-use-waiting.ts'
import { codeUseAsked } from '../../copy/portal/code-use.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import type { BuiltDocument } from './build-batch-document.ts'

/**
 * Notes that a batch was refused for its use of codes and now waits for an officer, with the figures
 * of this moment; the holder of a code is told the first time somebody else asks for it. Written by
 * itself: what was refused is not done.
 */
export async function noteWaiting(
  ctx: VerbContext,
  { batch, built }: { readonly batch: BatchRow; readonly built: BuiltDocument },
): Promise<void> {
  if (batch.sealedAt !== null) return
  const { once: _, ...own } = ctx
  for (const { code, standing, objections = [] } of built.document.codeUse ?? []) {
    const named = built.sources.codes.find((row) => row.code === code)
    if (standing !== 'not_authorised' || named === undefined) continue
    const { codeId, holderId } = named
    const before = await readWait(ctx.db, { batchId: batch.id, codeId })
    const isSame = JSON.stringify(before?.objections) === JSON.stringify(objections)
    if (isSame) continue
    const isAsked = before === null && holderId !== batch.organisationId
    const { orgName: packer } = built.sources.batch
    await change(own, {
      may: 'labels.issue',
      target: { organisationId: batch.organisationId, place: null },
      statements: [
        upsertWait(ctx.db, { batchId: batch.id, codeId, objections, askedAt: ctx.now() }),
      ],
      audit: {
        action: 'batch.code_use.wait',
        entityId: batch.id,
        after: { ref: batch.ref, code, why: objections.map(({ kind }) => kind).join(', ') },
      },
      tell: isAsked
        ? [
            {
              ...{ organisationId: holderId, kind: 'code' },
              ...codeUseAsked({ code, packer, ref: batch.ref }),
              href: '/portal/my-codes',
            },
          ]
        : [],
    })
  }
}
