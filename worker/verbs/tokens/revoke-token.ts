import { runBatch } from '../../../db/queries/run-batch.ts'
import { readToken, revokeTokenRow } from '../../../db/queries/tokens.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** Ends a token at once and for good. */
export async function revokeToken({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { id: string; reason?: string }
}): Promise<void> {
  requireAny(ctx, 'tokens.write')
  const row = await readToken(ctx.db, input.id)
  if (row === null) throw notFound(fillAll(THINGS.token, { id: input.id }))
  await runBatch(ctx.db, [
    revokeTokenRow(ctx.db, { id: row.id, at: ctx.now() }),
    auditStatement(ctx, {
      action: 'token.revoke',
      entity: 'api_token',
      entityId: row.id,
      reason: input.reason ?? null,
    }),
  ])
}
