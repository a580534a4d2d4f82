import { isUniqueViolation } from '../../../../db/errors.ts'
import {
  hasRoomForPhoto,
  insertOutboxPhoto,
  readOutboxPhoto,
} from '../../../../db/queries/outbox-photos.ts'
import { OUTBOX_REFUSALS } from '../../../copy/refusals/outbox.ts'
import { OUTBOX_LIMITS } from '../../../domain/outbox/outbox-item.ts'
import { sha256Hex } from '../../../lib/files/sha256-hex.ts'
import { change } from '../../change.ts'
import { actorText, type FileCall } from '../../context.ts'
import { Problem } from '../../errors.ts'
import { ownTarget, requireAny } from '../../guard/authorise.ts'
import { keepFile } from '../../papers/keep-file.ts'
import { judgePhoto, tooLarge } from './judge-photo.ts'

/**
 * Keeps a photo that a record will show, under the hash of its bytes as they were sent. The same one
 * again changes nothing. Throws where the bytes are not those of the hash, are no photo, or too many
 * that no record shows lie there already.
 */
export async function storePhoto({
  ctx,
  files,
  input,
}: FileCall<{ readonly sha256: string; readonly bytes: Uint8Array<ArrayBuffer> }>): Promise<
  'stored' | 'already'
> {
  requireAny(ctx, 'outbox.send')
  const { sha256, bytes } = input
  if (bytes.length > OUTBOX_LIMITS.photoBytes) throw tooLarge()
  if ((await sha256Hex(bytes)) !== sha256) throw hashMismatch()
  const account = actorText(ctx.actor)
  if ((await readOutboxPhoto(ctx.db, { account, sha256 })) !== null) return 'already'
  const photo = judgePhoto(bytes)
  const storeKey = `outbox/${ctx.newId()}`
  try {
    await keepFile(files, { storeKey, bytes }, () =>
      change(ctx, {
        may: 'outbox.send',
        target: ownTarget(ctx),
        guards: [
          { holds: hasRoomForPhoto({ account, bytes: bytes.length }), refusal: noRoomForMore },
        ],
        statements: [
          insertOutboxPhoto(ctx.db, {
            ...{ account, sha256, storeKey, ...photo, bytes: bytes.length },
            ...{ receivedAt: ctx.now(), usedAt: null },
          }),
        ],
        // Nothing is said by it yet: the record that shows it is what the log tells.
        audit: [],
      }),
    )
    return 'stored'
  } catch (error) {
    // Sent twice at the same moment: the other one is kept, this file has gone again.
    if (isUniqueViolation(error)) return 'already'
    throw error
  }
}

const hashMismatch = () =>
  new Problem({ code: 'hash_mismatch', text: OUTBOX_REFUSALS.hashMismatch })

const noRoomForMore = () =>
  new Problem({ code: 'payload_too_large', text: OUTBOX_REFUSALS.photoRoom })
