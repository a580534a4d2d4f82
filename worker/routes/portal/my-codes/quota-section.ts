import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CONTRACT_COPY as C } from '../../../copy/portal/contract.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import type { Quota } from '../../../domain/quota/quota-of.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { OwnCodes } from '../../../verbs/own-codes/read-own-codes.ts'
import { sitePath } from '../path-in.ts'
import type { Section } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'

/** What each area may still give this season, and what was packed of it. */
export function quotaSection({ quotas, codes }: OwnCodes, lang: Language): Section {
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  return tableSection('quota', quotas, {
    title: W.quota,
    text: W.quotaText,
    columns: [
      column(W.site, ({ siteId }) => {
        const site = codes.find((code) => code.siteId === siteId)
        const href = sitePath(siteId)
        return { text: site?.siteName ?? '…', href, small: site?.code ?? null }
      }),
      column(W.crop, ({ name }) => name),
      column(W.market, ({ markets }) => marketsText(markets, lang)),
      column(W.allowed, ({ quota }) =>
        quota === null ? W.noQuota : { text: kg(quota.allowedKg), small: basisOf(quota, lang) },
      ),
      column(W.packed, ({ quota }) => quota && kg(quota.packedKg)),
      column(W.left, ({ quota }) => quota && kg(Math.max(0, quota.leftKg))),
    ],
    empty: W.noAreas,
  })
}

/** The markets something is for, in words. */
export function marketsText(markets: readonly string[], lang: Language): string {
  return markets.map((market) => marketName(market, lang)).join(', ') || C.everyMarket[lang]
}

/** What an allowed quantity is worked out of. */
function basisOf(quota: Quota, lang: Language): string {
  const { plantedHa, ceilingTPerHa, intercropShare, carriedOverKg } = quota
  const values = {
    ha: formatQuantity({ value: plantedHa, unit: 'ha' }, lang),
    t: formatNumber(ceilingTPerHa, lang),
    share: formatNumber(Math.round(intercropShare * 100), lang),
  }
  const basis = fill(intercropShare < 1 ? W.basisShared[lang] : W.basis[lang], values)
  if (carriedOverKg === 0) return basis
  const carried = formatQuantity({ value: carriedOverKg, unit: 'kg' }, lang)
  return `${basis}${fill(W.basisCarried[lang], { kg: carried })}`
}
