import { listSignals, type SignalRow } from '../../../db/queries/diary-signals.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf } from '../guard/authorise.ts'

export type SignalList = {
  readonly rows: readonly SignalRow[]
  readonly nextCursor: string | null
}

/** What was found about entries of one's places, the latest first: for who checks diaries. */
export async function readSignals(
  ctx: Reading,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Promise<SignalList> {
  const bounds = boundsOf(ctx, 'diary.verify')
  const after = cursor === null ? null : positionOf(cursor)
  const rows = await listSignals(ctx.db, { bounds, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: ({ recordedAt, id }) => [String(recordedAt), id] })
}

function positionOf(cursor: string) {
  const [at = '', id = ''] = decodeCursor(cursor, 2)
  return { recordedAt: wholeKey(at), id }
}
