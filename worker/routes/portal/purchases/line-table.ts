import type { PurchaseLineItem } from '../../../../db/queries/purchase-reports.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn, formatQuantity } from '../../../copy/format.ts'
import { MY_CODES_COPY } from '../../../copy/portal/my-codes.ts'
import { PURCHASE_COPY as F, PURCHASE_FLAG_NAMES } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import { cropName } from '../../../domain/crops/crop-key.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { destinationName } from '../../../resources/purchase.ts'

/** Kilograms in words; empty for none. */
export function kgText(kg: number | null, lang: Language): string {
  return kg === null || kg === 0 ? '' : formatQuantity({ value: kg, unit: 'kg' }, lang)
}

export const LINE_COLUMNS = [F.code, F.crop, W.bought, W.sold, W.market, W.flags] as const

/** A line of a report by its code. */
export function lineCells(line: PurchaseLineItem, lang: Language): TableCell[] {
  const { code, siteName, communeName, boughtKg, soldKg, counterpart } = line
  const place = communeName === null ? siteName : `${siteName}, ${communeName}`
  return [
    { text: code, code: true, small: place },
    { text: lang === 'vi' ? line.cropName : cropName(line.crop)[lang] },
    { text: kgText(boughtKg, lang) },
    { text: kgText(soldKg, lang), small: counterpart },
    { text: destinationText(line, lang) },
    { text: flagText(line, lang), small: disputeText(line, lang) },
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
