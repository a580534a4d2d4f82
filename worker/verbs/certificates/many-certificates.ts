import { sql } from 'drizzle-orm'
import {
  insertCertificate,
  readCertificateFacts,
  readPrintableCertificates,
} from '../../../db/queries/certificates.ts'
import { type CodeTarget, readTargetsOfCodes } from '../../../db/queries/code-portal.ts'
import { CERTIFICATE_REFUSALS } from '../../copy/refusals/certificates.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { tooBusy } from '../guard/refusals.ts'
import { loadSigningKey } from '../keys/load-signing-key.ts'
import { toCertificateFacts } from './certificate-facts.ts'
import { certificateRefusal } from './certificate-refusal.ts'

/** Certificates printed at a time. */
export const MOST_PRINTED = 200

/**
 * Issues a certificate for each of these codes that has none to print again, in one batch. What may
 * not be issued, or is not the actor's, is left out: the page to print tells of it. Throws
 * `invalid_input` for none and for more than {@link MOST_PRINTED}.
 */
export async function issueCertificates(
  ctx: VerbContext,
  codes: readonly string[],
): Promise<{ readonly issued: number }> {
  const targets = await printableTargets(ctx, codes)
  const has = await readPrintableCertificates(
    ctx.db,
    targets.map(({ codeId }) => codeId),
  )
  const wanted: CodeTarget[] = []
  const today = vietnamDateOf(ctx.now())
  for (const target of targets) {
    if (has.has(target.codeId)) continue
    await ctx.giveWay()
    const row = await readCertificateFacts(ctx.db, target.code)
    if (row !== null && certificateRefusal(toCertificateFacts(row), today) === null) {
      wanted.push(target)
    }
  }
  if (wanted.length === 0) return { issued: 0 }
  await issueAll(ctx, wanted)
  return { issued: wanted.length }
}

/** The certificate of each code to print, in order; codes that have none are told. */
export async function certificatesToPrint(
  ctx: VerbContext,
  codes: readonly string[],
): Promise<{
  readonly found: readonly { readonly code: string; readonly id: string }[]
  readonly missing: readonly string[]
}> {
  const targets = await printableTargets(ctx, codes)
  const ids = await readPrintableCertificates(
    ctx.db,
    targets.map(({ codeId }) => codeId),
  )
  const found = targets.flatMap(({ code, codeId }) => {
    const id = ids.get(codeId)
    return id === undefined ? [] : [{ code, id }]
  })
  const there = new Set(found.map(({ code }) => code))
  return { found, missing: codes.filter((code) => !there.has(code)) }
}

async function printableTargets(
  ctx: VerbContext,
  codes: readonly string[],
): Promise<readonly CodeTarget[]> {
  requireAny(ctx, 'codes.certificate')
  const asked = [...new Set(codes)]
  if (asked.length === 0) throw invalidField('code', CERTIFICATE_REFUSALS.noneChosen)
  if (asked.length > MOST_PRINTED) throw invalidField('code', CERTIFICATE_REFUSALS.tooMany)
  const targets = await readTargetsOfCodes(ctx.db, asked)
  const byCode = new Map(targets.map((target) => [target.code, target]))
  return asked.flatMap((code) => {
    const target = byCode.get(code)
    if (target === undefined) return []
    const may = (what: 'codes.read' | 'codes.certificate') =>
      mayDo(ctx.actor, what, targetOf(target))
    return may('codes.read') && may('codes.certificate') ? [target] : []
  })
}

async function issueAll(ctx: VerbContext, targets: readonly CodeTarget[]): Promise<void> {
  const key = await loadSigningKey({ ctx, input: { purpose: 'new_run', may: 'codes.certificate' } })
  const { kid } = key
  const rows = targets.map(({ codeId, code }) => ({
    code,
    row: { id: ctx.newId(), codeId, kid, issuedAt: ctx.now(), actor: actorText(ctx.actor) },
  }))
  const ids = JSON.stringify(targets.map(({ codeId }) => codeId))
  // A key that was revoked, or a code that was taken back, while this was being decided.
  const stillSo = sql`EXISTS (SELECT 1 FROM signing_key WHERE kid = ${kid} AND status = 'active')
    AND NOT EXISTS (SELECT 1 FROM json_each(${ids}) j JOIN code c ON c.id = j.value
      WHERE c.withdrawn_at IS NOT NULL)`
  await change(ctx, {
    may: 'codes.certificate',
    targets: targets.map(targetOf),
    guards: [{ holds: stillSo, refusal: tooBusy }],
    statements: rows.map(({ row }) => insertCertificate(ctx.db, row)),
    audit: rows.map(({ code, row }) => ({
      action: 'code.certificate',
      entityId: row.codeId,
      after: { code, certificateId: row.id, kid },
    })),
  })
}
