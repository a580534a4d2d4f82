import { type OutboxPhotoRow, readOutboxPhoto } from '../../../../db/queries/outbox-photos.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { requireAny } from '../../guard/authorise.ts'

/** A photo that the account itself has sent; null for any other, whoever has it. */
export async function findOwnPhoto(
  ctx: VerbContext,
  sha256: string,
): Promise<OutboxPhotoRow | null> {
  requireAny(ctx, 'outbox.send')
  return readOutboxPhoto(ctx.db, { account: actorText(ctx.actor), sha256 })
}
