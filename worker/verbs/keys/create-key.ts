import { customAlphabet } from 'nanoid'
import { isUniqueViolation } from '../../../db/errors.ts'
import { insertKey, type KeyRow, readActiveKey } from '../../../db/queries/keys.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fillAll } from '../../copy/fill.ts'
import { KEY_REFUSALS } from '../../copy/refusals/keys.ts'
import { CROCKFORD } from '../../domain/label/base32.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { change, type Right } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import { makeKeySecret } from './key-secret.ts'

/** The issuing authority of an installation that names no other. */
export const DEFAULT_AUTHORITY = 'goc'

const ATTEMPTS = 20
const randomKid = customAlphabet(CROCKFORD, 3)

/**
 * Makes the active signing key of an authority that has none; `rotateKey` replaces one. The KID is
 * random and never used twice: keys are never deleted, and a collision is drawn again.
 */
export async function createKey({
  ctx,
  input,
}: Call<{ authority?: string; drawKid?: () => string }>): Promise<{ kid: string }> {
  requireAny(ctx, 'keys.write')
  const authority = mendText(input.authority ?? DEFAULT_AUTHORITY)
  const active = await readActiveKey(ctx.db, authority)
  if (active !== null) throw conflict(fillAll(KEY_REFUSALS.alreadyActive, { kid: active.kid }))
  return storeNewKey(ctx, {
    authority,
    drawKid: input.drawKid ?? randomKid,
    before: [],
    by: { may: 'keys.write', target: null },
  })
}

/** Stores a new active key after `before`, in one atomic batch, under a KID nobody has. */
export async function storeNewKey(
  ctx: VerbContext,
  input: {
    authority: string
    drawKid?: () => string
    before: readonly Statement[]
    by: Right
  },
): Promise<{ kid: string }> {
  const secret = await makeKeySecret(ctx.kek)
  const drawKid = input.drawKid ?? randomKid
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const kid = drawKid()
    const row: KeyRow = {
      kid,
      authority: input.authority,
      ...secret,
      status: 'active',
      createdAt: ctx.now(),
      retiredAt: null,
      revokedAt: null,
      revokedFrom: null,
    }
    const after = { authority: input.authority, publicX: secret.publicX }
    try {
      await change(ctx, {
        ...input.by,
        statements: [...input.before, insertKey(ctx.db, row)],
        audit: { action: 'key.create', entityId: kid, after },
        // Either the KID is taken, or somebody else has just made the active key.
        taken: async () =>
          input.before.length === 0 && (await readActiveKey(ctx.db, input.authority)) !== null
            ? tooBusy()
            : null,
      })
      return { kid }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw tooBusy()
}
