import { sql } from 'drizzle-orm'
import { readKey, revokeKeyRow } from '../../../db/queries/keys.ts'
import { fillAll } from '../../copy/fill.ts'
import { KEY_REFUSALS } from '../../copy/refusals/keys.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { conflict, notFound, tooBusy } from '../guard/refusals.ts'

/**
 * Revokes a key: it signs nothing any more, and runs made at or after `from` (epoch milliseconds)
 * are no longer trusted. Earlier runs stay genuine. An earlier `from` may follow when more becomes
 * known; a later one is refused, because it would call distrusted labels good again.
 */
export async function revokeKey({
  ctx,
  input,
}: Call<{ kid: string; from: number; reason?: string }>): Promise<void> {
  requireAny(ctx, 'keys.write')
  const { kid, from } = input
  const key = await readKey(ctx.db, kid)
  if (key === null) throw notFound(fillAll(THINGS.key, { kid }))
  if (key.revokedFrom !== null && key.revokedFrom <= from) {
    throw conflict(
      fillAll(KEY_REFUSALS.alreadyRevoked, { kid, at: new Date(key.revokedFrom).toISOString() }),
    )
  }
  const before = { status: key.status, revokedFrom: key.revokedFrom }
  const unchanged = sql`(SELECT revoked_from IS ${key.revokedFrom} FROM signing_key WHERE kid = ${kid})`
  await change(ctx, {
    may: 'keys.write',
    target: null,
    guards: [{ holds: unchanged, refusal: tooBusy }],
    statements: [revokeKeyRow(ctx.db, { kid, from, at: ctx.now() })],
    audit: {
      action: 'key.revoke',
      entityId: kid,
      before,
      after: { status: 'revoked', revokedFrom: from },
      reason: input.reason ?? null,
    },
  })
}
