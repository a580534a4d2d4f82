import { listInspections } from '../../../db/queries/inspections.ts'
import type { InspectionOutcome } from '../../domain/inspections/kinds.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'

export type InspectionItem = Awaited<ReturnType<typeof listInspections>>[number]

/** Inspections the actor may see, newest first; of one place where it is named. */
export async function readInspections(
  ctx: Reading,
  asked: {
    readonly outcome: InspectionOutcome | null
    readonly siteId: string | null
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly InspectionItem[]; readonly nextCursor: string | null }> {
  const { outcome, siteId, cursor, limit } = asked
  const bounds = boundsOf(ctx, 'inspections.read')
  const [inspectedOn = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { inspectedOn, id }
  const rows = await listInspections(ctx.db, { bounds, outcome, siteId, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [row.inspectedOn, row.id] })
}
