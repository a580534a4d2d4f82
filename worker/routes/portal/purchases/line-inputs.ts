import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { MOST_LINES, purchaseLineFields } from '../../../resources/purchase.ts'
import { placesIn } from '../../../verbs/purchases/typed-lines.ts'

type Texts = Readonly<Record<string, string>>

/** The button that asks for a further line, and the input that keeps how many there are. */
const MORE = 'more'
export const ROWS = 'rows'

/** The questions of the lines: as many as are filled in or were asked for, one at least. */
export function lineInputs(
  values: Texts,
  { lang, isGrower }: { readonly lang: Language; readonly isGrower: boolean },
): FormInput[] {
  const count = rowsIn(values)
  const fields = Object.assign(
    {},
    ...Array.from({ length: count }, (_, at) =>
      purchaseLineFields(at + 1, { isGrower, isOne: count === 1 }),
    ),
  )
  const inputs = formInputs({ fields, groups: { more: F.more } }, { lang })
  // A browser asks for what one line is about; of several those without kilograms are left out.
  const needed = (name: string) =>
    (name.startsWith('code') && (count === 1 || (values[name] ?? '') !== '')) ||
    (name === 'boughtKg1' && count === 1 && !isGrower)
  return inputs.map((input) => (needed(input.name) ? { ...input, required: true } : input))
}

/** The form with a further line, where that is what it was sent for. */
export function withMoreLines(texts: Texts): Texts | null {
  if (texts[MORE] === undefined) return null
  const { [MORE]: _, ...rest } = texts
  return { ...rest, [ROWS]: String(Math.min(MOST_LINES, rowsIn(texts) + 1)) }
}

/** What a form says of a further line. */
export function moreButton(lang: Language) {
  return { name: MORE, value: '1', text: W.moreLines[lang] }
}

function rowsIn(values: Texts): number {
  const asked = Number(/^\d{1,3}$/.exec(values[ROWS] ?? '')?.[0] ?? 1)
  const filled = placesIn(values).at(-1) ?? 0
  return Math.max(1, Math.min(MOST_LINES, Math.max(asked, filled)))
}
