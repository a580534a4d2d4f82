import { fill } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { PRODUCT_FINDINGS } from '../../copy/portal/protection.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { ProductFinding } from './judge-product.ts'

/** A finding in words, of a use on a day. */
export function findingText(finding: ProductFinding, on: string): LocalText {
  const { code, legalBasis, market, substance, note } = finding
  return inEach((lang) =>
    fill(PRODUCT_FINDINGS[code][lang], {
      on: formatOn(on, lang),
      basis: legalBasis ?? '',
      market: market === null ? '' : marketName(market, lang),
      substance: substance ?? '',
      note: note ?? '',
    }),
  )
}
