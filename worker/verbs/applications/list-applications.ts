import { type ApplicationItem, listApplications } from '../../../db/queries/applications.ts'
import type { ApplicationState } from '../../domain/applications/workflow.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Applications the actor may see, what is due first at their head: their own, or of their place. */
export async function readApplications(
  ctx: DatedReading,
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
