import { listRecalls } from '../../../db/queries/recall-list.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'

/** Batches being recalled that the actor may read about, newest first. */
export async function readRecalls(
  ctx: Reading,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
) {
  const bounds = boundsOf(ctx, 'batches.read')
  const [recordedAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { recordedAt: wholeKey(recordedAt), id }
  const rows = await listRecalls(ctx.db, { bounds, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.recordedAt), row.id] })
}
