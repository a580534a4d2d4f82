import { hasKeys, type KeyRow, readActiveKey, readKey } from '../../../db/queries/keys.ts'
import { fillAll } from '../../copy/fill.ts'
import { KEY_REFUSALS } from '../../copy/refusals/keys.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { Call, VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { ownTarget } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { DEFAULT_AUTHORITY, storeNewKey } from './create-key.ts'
import { openSigningKey, type SigningKey } from './key-secret.ts'

/**
 * Opens a key for signing. For a `new_run` only the authority's active key will do (the very first
 * one is made on the spot); a `reprint` takes the key of the run itself, active or retired. A
 * revoked key signs nothing.
 */
export async function loadSigningKey({
  ctx,
  input,
}: Call<
  { purpose: 'new_run'; authority?: string; may: Permission } | { purpose: 'reprint'; kid: string }
>): Promise<SigningKey> {
  const row =
    input.purpose === 'new_run'
      ? await activeKey(ctx, { ...input, authority: input.authority ?? DEFAULT_AUTHORITY })
      : await runKey(ctx, input.kid)
  return openSigningKey(ctx, row)
}

type Wanted = { readonly authority: string; readonly may: Permission }

async function activeKey(ctx: VerbContext, { authority, may }: Wanted): Promise<KeyRow> {
  const active = await readActiveKey(ctx.db, authority)
  if (active !== null) return active
  if (!(await hasKeys(ctx.db, authority))) await makeFirstKey(ctx, { authority, may })
  // Read again in any case: somebody else may have made the first key meanwhile.
  const made = await readActiveKey(ctx.db, authority)
  if (made === null) throw noActiveKey()
  return made
}

/** By the permission of the change that needs it; the receipt is kept with that change, not with the key. */
async function makeFirstKey(ctx: VerbContext, { authority, may }: Wanted): Promise<void> {
  const { once: _, ...alone } = ctx
  try {
    await storeNewKey(alone, { authority, before: [], by: { may, target: ownTarget(ctx) } })
  } catch (error) {
    // Two first issues at once: the other one has made the key.
    if (!(error instanceof Problem)) throw error
  }
}

async function runKey(ctx: VerbContext, kid: string): Promise<KeyRow> {
  const row = await readKey(ctx.db, kid)
  if (row === null) throw notFound(fillAll(THINGS.key, { kid }))
  if (row.status !== 'revoked') return row
  throw conflict(fillAll(KEY_REFUSALS.revoked, { kid }))
}

function noActiveKey(): Problem {
  return new Problem({
    code: 'no_active_key',
    text: KEY_REFUSALS.noneActive,
  })
}
