import { listOwnUses, type OwnUse, readUse } from '../../../db/queries/code-disputes.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import type { Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { notFound } from '../guard/refusals.ts'
import { ownHolder } from './own-holder.ts'

/** Batches that were sealed under codes of the actor's organisation, newest first. */
export async function readOwnUses(
  ctx: Reading,
  asked: PageAsked & { readonly byOthers: boolean },
): Promise<Page<OwnUse>> {
  const holderId = ownHolder(ctx)
  return listPage(asked, { sealedAt: 'whole', batchId: 'text', codeId: 'text' }, (page) =>
    listOwnUses(ctx.db, { holderId, byOthers: asked.byOthers, ...page }),
  )
}

/** One of them; any other is simply not there. */
export async function openOwnUse(
  ctx: Reading,
  named: { readonly ref: string; readonly code: string },
): Promise<OwnUse> {
  const holderId = ownHolder(ctx)
  const ref = readTypedRef(named.ref)
  const use = ref === null ? null : await readUse(ctx.db, { ref, code: named.code })
  if (use !== null && use.holderId === holderId) return use
  throw notFound(fillAll(THINGS.codeInBatch, named))
}
