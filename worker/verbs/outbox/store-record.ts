import { markPhotosUsed, readOutboxPhotos } from '../../../db/queries/outbox-photos.ts'
import { insertOutboxReceipt } from '../../../db/queries/outbox-receipts.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { actorText, type VerbContext } from '../context.ts'
import { photoMissing } from './outbox-problems.ts'
import type { KnownPhoto } from './outbox-record.ts'
import { parseRecord } from './parse-record.ts'
import type { Envelope } from './read-item.ts'

/**
 * Stores one record with its receipt, and says that its photos are shown now, in one atomic batch. The
 * verb of its kind is what runs it.
 */
export async function storeRecord(
  ctx: VerbContext,
  { envelope, bodyHash }: { readonly envelope: Envelope; readonly bodyHash: string },
): Promise<void> {
  const { kind, body, hashes } = parseRecord(ctx, envelope)
  const photos = await photosOf(ctx, hashes)
  const { id, v, happenedOn, madeAt, clock } = envelope
  const account = actorText(ctx.actor)
  const at = ctx.now()
  let keeps = 0
  const keep = (): Statement[] => {
    keeps += 1
    return [
      insertOutboxReceipt(ctx.db, {
        ...{ id, account, bodyHash, kind: kind.kind, version: String(v) },
        ...{ happenedOn, madeAt, receivedAt: at, entity: kind.entity, entityId: id },
        clockOffsetMs: clock?.offsetMs ?? null,
        clockMeasuredAt: clock?.measuredAt ?? null,
      }),
      ...markPhotosUsed(ctx.db, { account, hashes, at }),
    ]
  }
  await kind.store({ ...ctx, once: { keep } }, { id, v, happenedOn, madeAt, clock, body, photos })
  if (keeps === 0) throw new Error('a record did not keep its receipt: see runWithReceipt')
}

/** Photos of the account's own by their hashes, in that order; throws where one has not arrived. */
async function photosOf(ctx: VerbContext, hashes: readonly string[]): Promise<KnownPhoto[]> {
  if (hashes.length === 0) return []
  const rows = await readOutboxPhotos(ctx.db, { account: actorText(ctx.actor), hashes })
  return hashes.map((hash) => {
    const row = rows.find(({ sha256 }) => sha256 === hash)
    if (row === undefined) throw photoMissing()
    return row
  })
}
