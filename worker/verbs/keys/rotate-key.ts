import { retireActiveKey } from '../../../db/queries/keys.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { DEFAULT_AUTHORITY, storeNewKey } from './create-key.ts'

/**
 * Makes a new active key and retires the one before it in the same atomic batch. Labels signed by
 * the retired key stay good, and its runs may still be reprinted.
 */
export async function rotateKey({
  ctx,
  input,
}: Call<{ authority?: string }>): Promise<{ kid: string }> {
  requireAny(ctx, 'keys.write')
  const authority = input.authority ?? DEFAULT_AUTHORITY
  return storeNewKey(ctx, {
    authority,
    before: [retireActiveKey(ctx.db, { authority, at: ctx.now() })],
    by: { may: 'keys.write', target: null },
  })
}
