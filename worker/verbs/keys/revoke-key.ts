import { sql } from 'drizzle-orm'
import { readKey, revokeKeyRow } from '../../../db/queries/keys.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
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
}: {
  ctx: VerbContext
  input: { kid: string; from: number; reason?: string }
}): Promise<void> {
  requireAny(ctx, 'keys.write')
  const { kid, from } = input
  const key = await readKey(ctx.db, kid)
  if (key === null) throw notFound({ vi: `khoá ${kid}`, en: `key ${kid}`, zh: `密钥 ${kid}` })
  if (key.revokedFrom !== null && key.revokedFrom <= from) {
    throw conflict({
      vi: `Khoá ${kid} đã bị thu hồi từ ${new Date(key.revokedFrom).toISOString()}; chỉ có thể lùi mốc về sớm hơn.`,
      en: `Key ${kid} is already revoked from ${new Date(key.revokedFrom).toISOString()}; only an earlier instant may follow.`,
      zh: `密钥 ${kid} 已自 ${new Date(key.revokedFrom).toISOString()} 起吊销；只能改为更早的时间。`,
    })
  }
  const before = { status: key.status, revokedFrom: key.revokedFrom }
  const unchanged = sql`(SELECT revoked_from IS ${key.revokedFrom} FROM signing_key WHERE kid = ${kid})`
  await change(ctx, {
    may: 'keys.write',
    target: null,
    guards: [{ holds: unchanged, refusal: tooBusy }],
    statements: [revokeKeyRow(ctx.db, { kid, from, at: ctx.now() })],
    audit: [
      {
        action: 'key.revoke',
        entity: 'signing_key',
        entityId: kid,
        before,
        after: { status: 'revoked', revokedFrom: from },
        reason: input.reason ?? null,
      },
    ],
  })
}
