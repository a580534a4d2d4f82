import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CONTRACT_COPY as C } from '../../../copy/portal/contract.ts'
import { MY_CODES_COPY as W } from '../../../copy/portal/my-codes.ts'
import type { Quota } from '../../../domain/quota/quota-of.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { OwnCodes } from '../../../verbs/own-codes/read-own-codes.ts'
import { tableOf } from './table-of.ts'

/** What each area may still give this season, and what was packed of it. */
export function quotaSection({ quotas, codes }: OwnCodes, lang: Language): DetailSection {
  const kg = (value: number) => formatQuantity({ value, unit: 'kg' }, lang)
  return {
    ...{ id: 'quota', title: W.quota[lang], text: W.quotaText[lang] },
    table: tableOf([W.site, W.crop, W.market, W.allowed, W.packed, W.left], lang, {
      rows: quotas.map(({ siteId, name, markets, quota }) => {
        const site = codes.find((code) => code.siteId === siteId)
        const href = `/portal/sites/${encodeURIComponent(siteId)}`
        const head = [
          { text: site?.siteName ?? '…', href, small: site?.code ?? null },
          { text: name },
          {
            text:
              markets.length === 0
                ? C.everyMarket[lang]
                : markets.map((market) => marketName(market, lang)).join(', '),
          },
        ]
        if (quota === null) return [...head, { text: W.noQuota[lang] }, { text: '' }, { text: '' }]
        const { allowedKg, packedKg, leftKg } = quota
        return [
          ...head,
          { text: kg(allowedKg), small: basisOf(quota, lang) },
          { text: kg(packedKg) },
          { text: kg(Math.max(0, leftKg)) },
        ]
      }),
      empty: W.noAreas,
    }),
  }
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
