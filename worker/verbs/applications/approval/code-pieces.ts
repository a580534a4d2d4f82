import { sql } from 'drizzle-orm'
import { insertCertificate } from '../../../../db/queries/certificates.ts'
import type { CodeDetail } from '../../../../db/queries/code-detail.ts'
import { readCodeTargets } from '../../../../db/queries/code-portal.ts'
import { readMarketEvents } from '../../../../db/queries/code-register.ts'
import { APPLICATION_REFUSALS as R } from '../../../copy/refusals/applications.ts'
import { isLabelCode } from '../../../domain/label/subject.ts'
import type { CalendarDate } from '../../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { termChange } from '../../codes/update-code-market.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { invalidField } from '../../guard/parse-input.ts'
import { tooBusy } from '../../guard/refusals.ts'
import { loadSigningKey } from '../../keys/load-signing-key.ts'
import { endedMarkets, openMarkets } from './approval-choices.ts'
import { type ApprovedCode, joined, type Piece } from './piece.ts'

/** A code as it goes on being used. */
export function keptCode(ctx: Pick<VerbContext, 'now'>, old: CodeDetail): ApprovedCode {
  const open = openMarkets(old, vietnamDateOf(ctx.now()))
  const isActive = open.some(({ status }) => status === 'active')
  return { id: old.code.id, code: old.code.code, isActive, waitsIn: [] }
}

/** A new term for a code in every market where it was not revoked; where it is so already nothing is written. */
export async function termPiece(
  ctx: VerbContext,
  given: {
    readonly old: CodeDetail
    readonly validTo: CalendarDate
    readonly documentNo: string
    readonly reason: string
  },
): Promise<Piece> {
  const { old, validTo, documentNo, reason } = given
  const [target] = await readCodeTargets(ctx.db, [old.code.id])
  if (target === undefined) throw new Error(`code ${old.code.code} has no site`)
  const ended = endedMarkets(old, vietnamDateOf(ctx.now()))
  const renewed = old.markets.filter(({ market }) => !ended.has(market))
  if (renewed.length === 0) throw invalidField('validTo', R.noOpenMarket)
  const pieces: Piece[] = []
  for (const before of renewed) {
    if (before.validTo === validTo) continue
    const { market, externalId } = before
    const events = await readMarketEvents(ctx.db, { codeId: old.code.id, market })
    const fields = {
      ...{ code: old.code.code, market: market as never, validTo, externalId },
      ...{ documentNo, reason },
    }
    pieces.push(termChange(ctx, { code: old.code, target, before, events, fields }))
  }
  return joined(pieces)
}

/**
 * A certificate for each code in force today; one that waits for a foreign authority gets its own
 * once it was approved there.
 */
export async function certificatePiece(
  ctx: VerbContext,
  codes: readonly ApprovedCode[],
): Promise<Piece> {
  const certified = codes.filter(({ code, isActive }) => isActive && isLabelCode(code))
  if (certified.length === 0) return { statements: [], audit: [] }
  const { kid } = await loadSigningKey({
    ctx,
    input: { purpose: 'new_run', may: 'codes.certificate' },
  })
  const rows = certified.map(({ id, code }) => ({
    code,
    row: {
      ...{ id: ctx.newId(), codeId: id, kid, issuedAt: ctx.now() },
      actor: actorText(ctx.actor),
    },
  }))
  // A key that was revoked meanwhile signs nothing.
  const stillSo = sql`EXISTS (SELECT 1 FROM signing_key WHERE kid = ${kid} AND status = 'active')`
  return {
    guards: [{ holds: stillSo, refusal: tooBusy }],
    statements: rows.map(({ row }) => insertCertificate(ctx.db, row)),
    audit: rows.map(({ code, row }) => ({
      action: 'code.certificate' as const,
      entityId: row.codeId,
      after: { code, certificateId: row.id, kid },
    })),
  }
}
