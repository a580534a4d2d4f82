import {
  type ApplicationItem,
  listApplications,
  listApplicationsOfSite,
} from '../../../db/queries/applications.ts'
import type { ApplicationState } from '../../domain/applications/workflow.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { boundsOf, mayAny, mayDo } from '../guard/authorise.ts'
import { applicationSideOf } from './open-application.ts'

/** Applications the actor may see, what is due first at their head: their own, or of their place. */
export async function readApplications(
  ctx: Pick<VerbContext, 'db' | 'actor' | 'now'>,
  asked: {
    readonly state: ApplicationState | null
    readonly isLate: boolean
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly ApplicationItem[]; readonly nextCursor: string | null }> {
  const { state, isLate, cursor, limit } = asked
  const bounds = boundsOf(ctx, 'applications.read')
  const [due = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const rows = await listApplications(ctx.db, {
    ...{ bounds, state, limit: limit + 1 },
    dueBefore: isLate ? vietnamDateOf(ctx.now()) : null,
    after: cursor === null ? null : { due, id },
  })
  return pageOf(rows, { limit, keysOf: (row) => [row.dueKey, row.id] })
}

/**
 * Applications for a site that the actor may read, the newest first. One of a former holder is not the
 * present one's to see, and a draft is its holder's alone.
 */
export async function readApplicationsOfSite(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  asked: { readonly siteId: string; readonly limit: number },
): Promise<readonly ApplicationItem[]> {
  if (!mayAny(ctx.actor, 'applications.read')) return []
  const rows = await listApplicationsOfSite(ctx.db, asked)
  const isHolder = applicationSideOf(ctx.actor) === 'holder'
  return rows.filter(
    (row) =>
      mayDo(ctx.actor, 'applications.read', targetOf(row)) &&
      (isHolder || row.byOffice || row.state !== 'draft'),
  )
}
