import { type FindingItem, listFindings } from '../../../db/queries/findings.ts'
import type { FindingState } from '../../domain/findings/kinds.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Findings the actor may see, newest first: of their place, or those they were told. */
export async function readFindings(
  ctx: DatedReading,
  asked: {
    readonly state: FindingState | null
    readonly siteId: string | null
    /** Only those whose day has gone by. */
    readonly isLate: boolean
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly FindingItem[]; readonly nextCursor: string | null }> {
  const { state, siteId, isLate, cursor, limit } = asked
  const bounds = boundsOf(ctx, 'findings.read')
  const [createdAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { createdAt: wholeKey(createdAt), id }
  const rows = await listFindings(ctx.db, {
    ...{ bounds, state, siteId, after, limit: limit + 1 },
    lateOn: isLate ? vietnamDateOf(ctx.now()) : null,
  })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.createdAt), row.id] })
}
