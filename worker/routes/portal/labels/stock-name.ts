import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { NamedStock } from '../../../verbs/labels/label-stocks.ts'

/** A stock as people buy it: paper, how many on it, size of a label. */
export function stockName({ stock, name }: NamedStock, lang: Language): string {
  const { kind, columns, rows, widthMm, heightMm } = stock
  const size = `${formatNumber(widthMm, lang)} × ${formatNumber(heightMm, lang)}`
  const told =
    kind === 'roll'
      ? fill(W.rollOf[lang], { size })
      : fill(W.sheetOf[lang], { n: columns * rows, size })
  return name === null ? told : `${name} · ${told}`
}
