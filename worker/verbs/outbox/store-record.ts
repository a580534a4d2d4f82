import { markPhotosUsed, readOutboxPhotos } from '../../../db/queries/outbox-photos.ts'
import { insertOutboxReceipt } from '../../../db/queries/outbox-receipts.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { actorText, type VerbContext } from '../context.ts'
import type { KnownPhoto, OutboxDeps, StoredAs } from './outbox-record.ts'
import { parseRecord } from './parse-record.ts'
import type { Envelope } from './read-item.ts'

/**
 * Stores one record with its receipt, and says that its photos are shown now, in one atomic batch. The
 * verb of its kind is what runs it.
 */
export async function storeRecord(
  ctx: VerbContext,
  given: {
    readonly envelope: Envelope
    readonly bodyHash: string
    readonly deps: OutboxDeps
  },
): Promise<StoredAs> {
  const { envelope, bodyHash, deps } = given
  const { kind, body, hashes } = parseRecord(ctx, envelope)
  const photos = await photosOf(ctx, hashes)
  const { id, v, happenedOn, madeAt, clock } = envelope
  const account = actorText(ctx.actor)
  const shown = photos.map(({ sha256 }) => sha256)
  const at = ctx.now()
  let keeps = 0
  const keep = (receipt: unknown): Statement[] => {
    keeps += 1
    return [
      insertOutboxReceipt(ctx.db, {
        ...{ id, account, bodyHash, kind: kind.kind, version: String(v) },
        ...{ happenedOn, madeAt, receivedAt: at, entity: kind.entity },
        entityId: madeOf(receipt) ?? id,
        clockOffsetMs: clock?.offsetMs ?? null,
        clockMeasuredAt: clock?.measuredAt ?? null,
      }),
      ...markPhotosUsed(ctx.db, { account, hashes: shown, at }),
    ]
  }
  const record = { id, v, happenedOn, madeAt, clock, body, photos }
  const became = await kind.store({ ...ctx, once: { keep } }, record, deps)
  if (became === 'stored' && keeps === 0) {
    throw new Error('a record did not keep its receipt: see runWithReceipt')
  }
  return became
}

/** Of these photos those that the account has sent; what of the others is for the kind to say. */
async function photosOf(ctx: VerbContext, hashes: readonly string[]): Promise<KnownPhoto[]> {
  if (hashes.length === 0) return []
  return readOutboxPhotos(ctx.db, { account: actorText(ctx.actor), hashes })
}

/** The id of what a record came to, where its verb says that it is another than the record's own. */
function madeOf(receipt: unknown): string | null {
  if (typeof receipt !== 'object' || receipt === null || !('id' in receipt)) return null
  return typeof receipt.id === 'string' ? receipt.id : null
}
