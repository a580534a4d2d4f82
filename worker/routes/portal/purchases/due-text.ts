import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import type { OpenPeriod } from '../../../domain/purchases/periods.ts'
import type { Language } from '../../../lib/text/local-text.ts'

/** The day a period is due, and whether it may still move. */
export function dueText(
  { dueOn, undecidedYear: year }: Pick<OpenPeriod, 'dueOn' | 'undecidedYear'>,
  lang: Language,
): string {
  const day = formatOn(dueOn, lang)
  return year === null ? day : fill(W.dueProvisional[lang], { day, year })
}
