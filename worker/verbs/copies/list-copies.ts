import { listSuspected, type SuspectedLabel } from '../../../db/queries/copies.ts'
import { type CountedDay, countedVisitors } from '../../domain/copies/decide-copy-suspected.ts'
import type { Reading } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { daysOf } from '../scan/counted-days.ts'

export const MOST_COPIES = 200

export type CopyItem = SuspectedLabel & {
  readonly visitors: number
  readonly days: readonly CountedDay[]
  /** Known ones, of all days with several. */
  readonly provinces: number
}

/** Labels suspect of copying that the inspector answers for, newest first; at most 200. */
export async function listCopies(
  ctx: Reading,
  asked: { readonly decided: boolean },
): Promise<CopyItem[]> {
  const bounds = boundsOf(ctx, 'copies.inspect')
  const rows = await listSuspected(ctx.db, { bounds, ...asked, limit: MOST_COPIES })
  return rows.map((row) => {
    const days = daysOf(row.cells)
    const known = days
      .flatMap(({ visitors }) => Object.keys(visitors))
      .filter((name) => name !== '')
    return { ...row, days, visitors: countedVisitors(days), provinces: new Set(known).size }
  })
}
