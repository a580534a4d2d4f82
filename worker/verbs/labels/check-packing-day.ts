import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import type { BatchDocument } from '../../domain/standing/batch-document.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { addDays } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'

/** A packing day is settled when the batch is sealed: it may lie a week ahead, for labels printed early. */
const LONGEST_AHEAD_DAYS = 7

/** Refuses a packing day further ahead. */
export function checkPackingDay(
  ctx: Pick<VerbContext, 'now'>,
  { provenance }: BatchDocument,
): void {
  const { ref, packedOn } = provenance
  if (packedOn <= addDays(vietnamDateOf(ctx.now()), LONGEST_AHEAD_DAYS)) return
  const day = (lang: Language) => formatOn(packedOn, lang)
  throw new Problem({
    code: 'batch_incomplete',
    text: fillAll(LABEL_REFUSALS.packedTooFarAhead, {
      day: inEach(day),
      ref,
      most: LONGEST_AHEAD_DAYS,
    }),
    errors: [
      { path: 'packedOn', text: fillAll(LABEL_REFUSALS.daysAhead, { most: LONGEST_AHEAD_DAYS }) },
    ],
  })
}
