import { fillAll } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { inEach } from '../../../copy/in-each.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { needsConfirmation } from '../../../verbs/guard/refusals.ts'

/** Spoiled stickers and samples: so many more than packs are nothing to ask about. */
const USUAL_SURPLUS = 1.2

/** Asks whoever prints far more labels than there are packs whether they mean it. */
export function askIfMany(asked: {
  readonly confirm: readonly string[]
  readonly packs: number | null
  readonly count: number
}): void {
  const { confirm, packs, count } = asked
  if (packs === null || confirm.includes('many_labels') || count <= packs * USUAL_SURPLUS) return
  const figures = {
    packs: inEach((lang) => formatNumber(packs, lang)),
    count: inEach((lang) => formatNumber(count, lang)),
  }
  throw needsConfirmation([{ code: 'many_labels', text: fillAll(W.manyQuestion, figures) }])
}
