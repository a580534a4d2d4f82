import { listInspections } from '../../../db/queries/inspections.ts'
import type { InspectionOutcome } from '../../domain/inspections/kinds.ts'
import type { Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'

export type InspectionItem = Awaited<ReturnType<typeof listInspections>>[number]

/** Inspections the actor may see, newest first; of one place where it is named. */
export async function readInspections(
  ctx: Reading,
  asked: PageAsked & {
    readonly outcome: InspectionOutcome | null
    readonly siteId: string | null
  },
): Promise<Page<InspectionItem>> {
  const bounds = boundsOf(ctx, 'inspections.read')
  return listPage(asked, { inspectedOn: 'text', id: 'text' }, (page) =>
    listInspections(ctx.db, { ...asked, bounds, ...page }),
  )
}
