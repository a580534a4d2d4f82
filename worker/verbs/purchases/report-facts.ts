import { readCodesByKey } from '../../../db/queries/code-register.ts'
import { readTradedCodes, type TradedRow } from '../../../db/queries/purchase-facts.ts'
import { fillAll } from '../../copy/fill.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { findCode, indexCodes } from '../../domain/codes/find-code.ts'
import { isCode } from '../../domain/codes/normalise-code.ts'
import type { FoundCode } from '../../domain/purchases/judge-lines.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import { quotaOfSite } from '../../domain/quota/quota-of-site.ts'
import type { Lookup } from '../context.ts'

/**
 * Looks up codes as they were typed, with all that lines about them are judged by; two round trips,
 * however many. A code that was withdrawn, or is spelled like several, is not taken for another.
 */
export async function findTradedCodes(
  ctx: Lookup,
  asked: {
    readonly typed: readonly string[]
    readonly organisationId: string
    readonly days: Days
    readonly replacing: string | null
  },
): Promise<(typed: string) => FoundCode> {
  const { typed, organisationId, days, replacing } = asked
  const rows = await readCodesByKey(ctx.db, typed.map(codeSearchKey))
  const standing = rows.filter(({ withdrawnAt }) => withdrawnAt === null)
  const index = indexCodes(standing.flatMap(({ code }) => (isCode(code) ? [code] : [])))
  const codeIds = standing.map(({ id }) => id)
  const { codes, quotas } = await readTradedCodes(ctx.db, {
    ...{ codeIds, organisationId, days, replacing },
  })
  const facts = new Map(codes.map((row) => [row.code, row]))
  const quotaOf = new Map(quotas.map((row) => [row.siteId, row]))
  return (text) => {
    const match = findCode(text, index)
    if (match.kind === 'ambiguous') {
      const list = match.candidates.join(', ')
      return { refusal: fillAll(CODE_REFUSALS.ambiguous, { typed: text, list }) }
    }
    const row = 'code' in match ? facts.get(match.code) : undefined
    if (row === undefined) return { refusal: R.codeUnknown }
    const quota = quotaOf.get(row.siteId)
    return {
      ...tradedOf(row),
      allowedKg: (crop) =>
        quota === undefined
          ? null
          : (quotaOfSite(quota, { crop, markets: [], day: days.toOn })?.allowedKg ?? null),
    }
  }
}

function tradedOf(row: TradedRow) {
  const { bought, ...facts } = row
  return {
    ...facts,
    boughtKg: (crop: string) => bought.find((each) => each.crop === crop)?.kg ?? 0,
  }
}
