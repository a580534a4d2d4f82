import { type CaseFilter, type CaseItem, listCases } from '../../../db/queries/cases.ts'
import type { Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Cases the actor may see, newest first: of their place, or handed to them. */
export async function readCases(
  ctx: Reading,
  asked: CaseFilter & PageAsked,
): Promise<Page<CaseItem>> {
  const bounds = boundsOf(ctx, 'cases.read')
  return listPage(asked, { openedAt: 'whole', id: 'text' }, (page) =>
    listCases(ctx.db, { ...asked, bounds, ...page }),
  )
}
