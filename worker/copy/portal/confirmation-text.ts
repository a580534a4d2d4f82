import type { Language } from '../../lib/text/local-text.ts'
import { fill } from '../fill.ts'
import { formatAt, formatNumber } from '../format.ts'
import { INSPECTION_COPY as W } from './inspection.ts'

/** How often, first and last (epoch milliseconds) the PIN of a label was given right, in words. */
export function confirmationText(
  confirmed: { readonly count: number; readonly firstAt: number; readonly lastAt: number } | null,
  lang: Language,
): string {
  if (confirmed === null) return W.pinNever[lang]
  return fill(W.pinConfirmed[lang], {
    count: formatNumber(confirmed.count, lang),
    first: formatAt(confirmed.firstAt, lang),
    last: formatAt(confirmed.lastAt, lang),
  })
}
