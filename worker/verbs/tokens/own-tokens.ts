import { listOpenTokens, readToken, revokeTokenRow } from '../../../db/queries/tokens.ts'
import { fillAll } from '../../copy/fill.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { selfOf } from '../accounts/self.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** The tokens of one's own organisation that were not taken back, newest first; never their hash. */
export async function listOwnTokens(ctx: VerbContext) {
  requireAny(ctx, 'tokens.own')
  const rows = await listOpenTokens(ctx.db, selfOf(ctx).organisationId)
  return rows.map(({ tokenHash: _, ...row }) => row)
}

/** Ends a token of one's own organisation, whoever made it; another's is simply not there. */
export async function revokeOwnToken(ctx: VerbContext, id: string): Promise<void> {
  requireAny(ctx, 'tokens.own')
  const { organisationId } = selfOf(ctx)
  const row = await readToken(ctx.db, id)
  if (row === null || row.organisationId !== organisationId || row.revokedAt !== null) {
    throw notFound(fillAll(THINGS.token, { id }))
  }
  await change(ctx, {
    may: 'tokens.own',
    target: { organisationId, place: null },
    statements: [revokeTokenRow(ctx.db, { id, at: ctx.now() })],
    audit: { action: 'token.revoke', entityId: id, reason: null },
  })
}
