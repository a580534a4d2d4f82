import { listRunsWithin } from '../../../db/queries/run-list.ts'
import type { Reading } from '../context.ts'
import { listPage, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'
import { readingPermission } from '../guard/reading-permission.ts'

/** Runs of labels that the actor may read about, newest first. */
export async function readRuns(ctx: Reading, asked: PageAsked) {
  const bounds = boundsOf(ctx, readingPermission(ctx))
  return listPage(asked, { createdAt: 'whole', id: 'text' }, (page) =>
    listRunsWithin(ctx.db, { bounds, ...page }),
  )
}
