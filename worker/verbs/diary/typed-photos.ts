import { readOutboxPhotos } from '../../../db/queries/outbox-photos.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { actorText, type Reading, type VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../guard/parse-input.ts'
import { storePhoto } from '../outbox/photos/store-photo.ts'
import type { PhotoShelf } from './recording.ts'

/** Photos the account has handed in, by the app or with a form. */
export function ownPhotos(ctx: Reading): PhotoShelf {
  return async (hashes) => {
    const rows = await readOutboxPhotos(ctx.db, { account: actorText(ctx.actor), hashes })
    return rows.map(({ sha256, storeKey, takenAt, latitude, longitude }) => ({
      ...{ sha256, storeKey, takenAt, lat: latitude, lng: longitude },
    }))
  }
}

/**
 * Keeps a photo that came with a form as if the app had sent it ahead, and gives its hash. What is no
 * photo is told on the input of that name.
 */
export async function keepTypedPhoto(given: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly bytes: Uint8Array
  readonly path: string
}): Promise<string> {
  const bytes = new Uint8Array(given.bytes)
  const sha256 = await sha256Hex(bytes)
  try {
    await storePhoto({ ctx: given.ctx, files: given.files, input: { sha256, bytes } })
    return sha256
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500) throw error
    throw invalidField(given.path, error.text)
  }
}
