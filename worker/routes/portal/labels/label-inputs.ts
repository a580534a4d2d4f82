import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { LABELS_COPY as W } from '../../../copy/portal/labels.ts'
import { stockPicture } from '../../../lib/print/index.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import type { NamedStock } from '../../../verbs/labels/label-stocks.ts'
import { stockName } from './stock-name.ts'

/** The questions about labels, with the stocks there are to choose from and how many packs there are. */
export function labelInputs(
  inputs: readonly FormInput[],
  shown: {
    readonly lang: Language
    readonly packs: number | null
    readonly stocks: readonly NamedStock[]
  },
): FormInput[] {
  const { lang, packs, stocks } = shown
  return inputs.map((input) => {
    if (input.name === 'stock') {
      const choices = stocks.map((named) => ({
        value: named.stock.id,
        text: stockName(named, lang),
        picture: stockPicture(named.stock),
      }))
      return { ...input, type: 'radios', choices }
    }
    if (input.name === 'pin') return { ...input, choices: [{ value: 'yes', text: W.pinYes[lang] }] }
    if (input.name !== 'count' || packs === null) return input
    return { ...input, hint: fill(W.countHint[lang], { packs: formatNumber(packs, lang) }) }
  })
}
