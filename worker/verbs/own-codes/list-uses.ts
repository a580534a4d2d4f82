import { listOwnUses, type OwnUse, readUse } from '../../../db/queries/code-disputes.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { notFound } from '../guard/refusals.ts'
import { ownHolder } from './own-holder.ts'

/** Batches that were sealed under codes of the actor's organisation, newest first. */
export async function readOwnUses(
  ctx: Reading,
  asked: {
    readonly byOthers: boolean
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly OwnUse[]; readonly nextCursor: string | null }> {
  const { byOthers, cursor, limit } = asked
  const holderId = ownHolder(ctx)
  const [at = '', batchId = '', codeId = ''] = cursor === null ? [] : decodeCursor(cursor, 3)
  const after = cursor === null ? null : { sealedAt: wholeKey(at), batchId, codeId }
  const rows = await listOwnUses(ctx.db, { holderId, byOthers, after, limit: limit + 1 })
  const keysOf = (row: OwnUse) => [String(row.sealedAt), row.batchId, row.codeId]
  return pageOf(rows, { limit, keysOf })
}

/** One of them; any other is simply not there. */
export async function openOwnUse(
  ctx: Reading,
  named: { readonly ref: string; readonly code: string },
): Promise<OwnUse> {
  const holderId = ownHolder(ctx)
  const ref = readTypedRef(named.ref)
  const use = ref === null ? null : await readUse(ctx.db, { ref, code: named.code })
  if (use !== null && use.holderId === holderId) return use
  throw notFound(fillAll(THINGS.codeInBatch, named))
}
