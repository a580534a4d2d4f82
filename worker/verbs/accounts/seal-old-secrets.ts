import {
  hashInvitation,
  listPlainSecretLetters,
  listUnhashedInvitations,
  sealLetter,
} from '../../../db/queries/old-secrets.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import type { VerbContext } from '../context.ts'
import { sealUnderKek } from '../keys/under-kek.ts'
import { hashSecret } from './link-secret.ts'

const ROWS_A_TIME = 200

/**
 * Hashes and encrypts what versions before kept in plain text: secrets of invitations, and letters
 * that wait with a link. SQLite hashes nothing, so no migration can. Links sent before go on
 * working. Does nothing where nothing is left; of two at once each row is done once.
 */
export async function sealOldSecrets({
  db,
  kek,
  newId,
}: Pick<VerbContext, 'db' | 'kek' | 'newId'>): Promise<void> {
  // No change of anybody's, so not through `change()`: what was stored before stays as it was, sealed.
  for (;;) {
    const ids = await listUnhashedInvitations(db, ROWS_A_TIME)
    if (ids.length === 0) break
    const rows = await Promise.all(
      ids.map(async (oldId) => ({ oldId, newId: newId(), secretHash: await hashSecret(oldId) })),
    )
    await runBatch(
      db,
      rows.map((row) => hashInvitation(db, row)),
    )
  }
  for (;;) {
    const letters = await listPlainSecretLetters(db, ROWS_A_TIME)
    if (letters.length === 0) break
    const sealed = await Promise.all(
      letters.map(async ({ id, body }) => ({
        id,
        sealedBody: await sealUnderKek(kek, new TextEncoder().encode(body)),
      })),
    )
    await runBatch(
      db,
      sealed.map((row) => sealLetter(db, row)),
    )
  }
}
