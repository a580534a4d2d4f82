import { fill } from '../../worker/copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../worker/copy/format.ts'
import { SHARE_PAGE_COPY as W } from '../../worker/copy/share-page.ts'
import type { SharedLot } from '../../worker/domain/shares/shared-batch.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import { joinKnown } from './batch-facts.ts'

/** Who made a lot and when, how much of it went in, and how far back it stands. */
export function lotLine(lot: SharedLot, lang: Language): string {
  const { producer, packedOn, quantityKg, steps } = lot
  const made =
    packedOn === null
      ? producer
      : fill(W.traceLine[lang], { producer, date: formatOn(packedOn, lang) })
  const amount =
    quantityKg === null ? null : formatQuantity({ value: quantityKg, unit: 'kg' }, lang)
  const far = steps > 1 ? fill(W.steps[lang], { n: formatNumber(steps, lang) }) : null
  return joinKnown([made, amount, far], ' · ') ?? ''
}
