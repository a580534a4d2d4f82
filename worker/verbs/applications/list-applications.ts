import { type ApplicationItem, listApplications } from '../../../db/queries/applications.ts'
import type { ApplicationState } from '../../domain/applications/workflow.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Applications the actor may see, what is due first at their head: their own, or of their place. */
export async function readApplications(
  ctx: DatedReading,
  asked: PageAsked & { readonly state: ApplicationState | null; readonly isLate: boolean },
): Promise<Page<ApplicationItem>> {
  const { state, isLate } = asked
  const bounds = boundsOf(ctx, 'applications.read')
  const dueBefore = isLate ? vietnamDateOf(ctx.now()) : null
  return listPage(asked, { dueKey: 'text', id: 'text' }, (page) =>
    listApplications(ctx.db, { bounds, state, dueBefore, ...page }),
  )
}
