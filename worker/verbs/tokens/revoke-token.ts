import { readToken, revokeTokenRow } from '../../../db/queries/tokens.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** Ends a token at once and for good. */
export async function revokeToken({
  ctx,
  input,
}: Call<{ id: string; reason?: string }>): Promise<void> {
  requireAny(ctx, 'tokens.write')
  const row = await readToken(ctx.db, input.id)
  if (row === null) throw notFound(fillAll(THINGS.token, { id: input.id }))
  await change(ctx, {
    may: 'tokens.write',
    target: null,
    statements: [revokeTokenRow(ctx.db, { id: row.id, at: ctx.now() })],
    audit: { action: 'token.revoke', entityId: row.id, reason: input.reason ?? null },
  })
}
