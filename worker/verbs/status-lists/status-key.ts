import { customAlphabet } from 'nanoid'
import { isUniqueViolation } from '../../../db/errors.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import {
  endActiveStatusKey,
  insertStatusKey,
  readActiveStatusKey,
  revokeStatusKeys,
} from '../../../db/queries/status-keys.ts'
import { KEY_REFUSALS } from '../../copy/refusals/keys.ts'
import { CROCKFORD } from '../../domain/label/base32.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { conflict } from '../guard/refusals.ts'
import { makeKeySecret, openSigningKey, type SigningKey } from '../keys/key-secret.ts'

/** Twelve characters, where a label key has three: nobody takes one for the other. */
const randomKid = customAlphabet(CROCKFORD, 12)

/** Opens the key that signs status lists; the very first is made on the spot. */
export async function loadStatusSigner(ctx: VerbContext): Promise<SigningKey> {
  return openSigningKey(ctx, (await readActiveStatusKey(ctx.db)) ?? (await makeFirst(ctx)))
}

/**
 * Makes a new key for status lists. The one before stays published until what it signed has run
 * out; where `revoke` is asked for, none that was before is believed any more.
 */
export async function rotateStatusKey({
  ctx,
  input,
}: Call<{ readonly revoke: boolean }>): Promise<{ kid: string }> {
  requireAny(ctx, 'keys.write')
  const at = ctx.now()
  const ending = input.revoke
    ? revokeStatusKeys(ctx.db, at)
    : endActiveStatusKey(ctx.db, { as: 'retired', at })
  return storeKey(ctx, [ending])
}

async function makeFirst(ctx: VerbContext) {
  try {
    await storeKey(ctx, [])
  } catch (error) {
    // Two that made the first list at once: the other one's key is there.
    if (!isUniqueViolation(error)) throw error
  }
  const made = await readActiveStatusKey(ctx.db)
  if (made === null) throw conflict(KEY_REFUSALS.noListKey)
  return made
}

async function storeKey(ctx: VerbContext, before: readonly Statement[]): Promise<{ kid: string }> {
  const kid = randomKid()
  const secret = await makeKeySecret(ctx.kek)
  const row = { kid, ...secret, status: 'active', createdAt: ctx.now(), retiredAt: null } as const
  await change(ctx, {
    may: 'keys.write',
    target: null,
    statements: [...before, insertStatusKey(ctx.db, row)],
    audit: { action: 'status_key.create', entityId: kid, after: { publicX: secret.publicX } },
  })
  return { kid }
}
