import { listRecalls } from '../../../db/queries/recall-list.ts'
import type { Reading } from '../context.ts'
import { listPage, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Batches being recalled that the actor may read about, newest first. */
export async function readRecalls(ctx: Reading, asked: PageAsked) {
  const bounds = boundsOf(ctx, 'batches.read')
  return listPage(asked, { recordedAt: 'whole', id: 'text' }, (page) =>
    listRecalls(ctx.db, { bounds, ...page }),
  )
}
