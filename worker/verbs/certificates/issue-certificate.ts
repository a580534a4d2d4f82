import { sql } from 'drizzle-orm'
import { insertCertificate, readCertificateFacts } from '../../../db/queries/certificates.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type Call } from '../context.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import { loadSigningKey } from '../keys/load-signing-key.ts'
import { toCertificateFacts } from './certificate-facts.ts'
import { certificateRefusal } from './certificate-refusal.ts'
import { certificateUrl } from './certificate-url.ts'
import { loadCertifiedCode } from './load-certified-code.ts'

export type IssuedCertificate = {
  readonly id: string
  readonly code: string
  readonly kid: string
  /** Epoch milliseconds. */
  readonly issuedAt: number
  /** What its QR holds. */
  readonly url: string
}

/**
 * Issues a certificate of a code: from then on, what the active key signed for it is genuine.
 * Refused with `conflict` while the code is withdrawn or active in no market. The holder, officers of
 * the place and administrators may.
 */
export async function issueCertificate({
  ctx,
  input,
}: Call<{ readonly code: string }>): Promise<IssuedCertificate> {
  const certified = await loadCertifiedCode(ctx, input.code)
  const { id: codeId, code } = certified
  const row = await readCertificateFacts(ctx.db, code)
  const refusal =
    row === null ? null : certificateRefusal(toCertificateFacts(row), vietnamDateOf(ctx.now()))
  if (refusal !== null) throw conflict(refusal)
  const key = await loadSigningKey({ ctx, input: { purpose: 'new_run', may: 'codes.certificate' } })
  const issued = { id: ctx.newId(), codeId, kid: key.kid, issuedAt: ctx.now() }
  // A key that was revoked, or a code that was taken back, while this was being decided.
  const stillSo = sql`EXISTS (SELECT 1 FROM signing_key WHERE kid = ${key.kid} AND status = 'active')
    AND EXISTS (SELECT 1 FROM code WHERE id = ${codeId} AND withdrawn_at IS NULL)`
  await change(ctx, {
    may: 'codes.certificate',
    target: targetOf(certified),
    guards: [{ holds: stillSo, refusal: tooBusy }],
    statements: [insertCertificate(ctx.db, { ...issued, actor: actorText(ctx.actor) })],
    audit: {
      action: 'code.certificate',
      entityId: codeId,
      after: { code, certificateId: issued.id, kid: key.kid },
    },
  })
  const { id, kid, issuedAt } = issued
  return { id, code, kid, issuedAt, url: await certificateUrl(ctx, key, code) }
}
