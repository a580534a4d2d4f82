import type { PurchaseLineItem } from '../../../../db/queries/purchase-reports.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { MY_CODES_COPY } from '../../../copy/portal/my-codes.ts'
import { PURCHASE_COPY as F, PURCHASE_FLAG_NAMES } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import { cropName } from '../../../domain/crops/crop-key.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { destinationName } from '../../../resources/purchase.ts'
import { type ColumnOf, column } from '../table-of.ts'

/** Kilograms in words; empty for none. */
export function kgText(kg: number | null, lang: Language): string {
  return kg === null || kg === 0 ? '' : formatQuantity({ value: kg, unit: 'kg' }, lang)
}

/** The lines of a report by their codes. */
export function lineColumns(lang: Language): readonly ColumnOf<PurchaseLineItem>[] {
  return [
    column(F.code, ({ code, siteName, communeName }) => ({
      text: code,
      code: true,
      small: communeName === null ? siteName : `${siteName}, ${communeName}`,
    })),
    column(F.crop, (line) => (lang === 'vi' ? line.cropName : cropName(line.crop))),
    column(W.bought, ({ boughtKg }) => kgText(boughtKg, lang)),
    column(W.sold, (line) => ({ text: kgText(line.soldKg, lang), small: line.counterpart })),
    column(W.market, (line) => destinationText(line, lang)),
    column(W.flags, (line) => ({ text: flagText(line, lang), small: disputeText(line, lang) })),
  ]
}

export function destinationText(
  { destination }: Pick<PurchaseLineItem, 'destination'>,
  lang: Language,
): string {
  return destination === null ? W.notSaid[lang] : destinationName(destination)[lang]
}

export function flagText({ flags }: Pick<PurchaseLineItem, 'flags'>, lang: Language): string {
  return flags.map((flag) => PURCHASE_FLAG_NAMES[flag][lang]).join(', ')
}

export function disputeText(
  { disputedAt, caseState }: PurchaseLineItem,
  lang: Language,
): string | null {
  if (disputedAt === null) return null
  const told = fill(MY_CODES_COPY.disputed[lang], { on: formatOn(vietnamDateOf(disputedAt), lang) })
  return caseState === 'closed' ? `${told}. ${MY_CODES_COPY.settled[lang]}` : told
}
