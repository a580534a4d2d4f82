import { type FindingItem, listFindings } from '../../../db/queries/findings.ts'
import type { FindingState } from '../../domain/findings/kinds.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Findings the actor may see, newest first: of their place, or those they were told. */
export async function readFindings(
  ctx: DatedReading,
  asked: PageAsked & {
    readonly state: FindingState | null
    readonly siteId: string | null
    /** Only those whose day has gone by. */
    readonly isLate: boolean
  },
): Promise<Page<FindingItem>> {
  const { state, siteId, isLate } = asked
  const bounds = boundsOf(ctx, 'findings.read')
  const lateOn = isLate ? vietnamDateOf(ctx.now()) : null
  return listPage(asked, { createdAt: 'whole', id: 'text' }, (page) =>
    listFindings(ctx.db, { bounds, state, siteId, lateOn, ...page }),
  )
}
