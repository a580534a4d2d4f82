import { type CaseFilter, type CaseItem, listCases } from '../../../db/queries/cases.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Cases the actor may see, newest first: of their place, or handed to them. */
export async function readCases(
  ctx: Reading,
  asked: CaseFilter & { readonly cursor: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly CaseItem[]; readonly nextCursor: string | null }> {
  const { cursor, limit, ...filter } = asked
  const bounds = boundsOf(ctx, 'cases.read')
  const [openedAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { openedAt: wholeKey(openedAt), id }
  const rows = await listCases(ctx.db, { ...filter, bounds, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.openedAt), row.id] })
}
