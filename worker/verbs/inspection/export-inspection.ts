import { listSignedPapers } from '../../../db/queries/signed-papers.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { textPaper } from '../../lib/print/text-paper.ts'
import type { FileCall, Lookup } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { makeSignedPaper } from '../signed-papers/make-paper.ts'
import { inspectLabel } from './inspect-label.ts'
import { inspectionPaper } from './inspection-paper.ts'

/** Makes a signed paper of a label of the actor's own place, as it is inspected now. */
export async function exportInspection({
  ctx,
  files,
  input,
}: FileCall<
  Parameters<typeof inspectLabel>[1] & { readonly origin: string; readonly issuer: string }
>): Promise<{ id: string }> {
  const { origin, issuer, text } = input
  const seen = await inspectLabel(ctx, input)
  const { batch, around, target } = seen
  if (batch === null || around === null)
    throw notFound(fillAll(THINGS.batch, { ref: text.slice(0, 40) }))
  const { actor } = ctx
  const authority = actor.kind === 'user' ? actor.organisationName : issuer
  const made = { at: ctx.now(), origin, authority }
  return makeSignedPaper({
    ctx,
    files,
    input: {
      ...{ entity: 'batch', entityId: batch.id },
      right: { may: 'labels.inspect', target },
      fileName: `kiem-tra-lo-${batch.ref}.pdf`,
      pdf: await textPaper(inspectionPaper({ ...seen, batch, around }, made)),
      authority,
      about: batch.ref,
      also: () => [],
    },
  })
}

/** The papers made of a batch that the caller inspected. */
export function papersOfBatch({ db }: Lookup, batchId: string) {
  return listSignedPapers(db, { entity: 'batch', entityId: batchId })
}
