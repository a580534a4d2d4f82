import { listRunsWithin } from '../../../db/queries/run-list.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'
import { readingPermission } from '../guard/reading-permission.ts'

/** Runs of labels that the actor may read about, newest first. */
export async function readRuns(
  ctx: Reading,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
) {
  const bounds = boundsOf(ctx, readingPermission(ctx))
  const [createdAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { createdAt: wholeKey(createdAt), id }
  const rows = await listRunsWithin(ctx.db, { bounds, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.createdAt), row.id] })
}
