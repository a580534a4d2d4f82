import { fillAll } from '../../copy/fill.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import type { TypedLine } from '../../domain/purchases/judge-lines.ts'
import { MOST_LINES, PURCHASE_LINE, purchaseLineFields } from '../../resources/purchase.ts'
import { inputOf, type ValuesOf } from '../../resources/resource.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import type { Texts } from '../records/save-record.ts'

const NAMES = Object.keys(PURCHASE_LINE.fields)
const NUMBERED = /^([a-z]+(?:Kg)?)(\d{1,3})$/

/** Places of the lines that anything is written in, in their order. */
export function placesIn(texts: Texts): readonly number[] {
  const places = Object.entries(texts).flatMap(([name, text]) => {
    const [, field = '', number] = NUMBERED.exec(name) ?? []
    const isSaid = typeof text === 'string' && text.trim() !== ''
    return isSaid && NAMES.includes(field) ? [Number(number)] : []
  })
  return [...new Set(places)].filter((place) => place > 0).sort((a, b) => a - b)
}

/** The lines of a form, each field that cannot be read told at once. */
export function typedLines(texts: Texts): readonly TypedLine[] {
  const places = placesIn(texts)
  const last = places.at(-1) ?? 0
  if (last > MOST_LINES) throw invalidField('code1', fillAll(R.tooManyLines, { most: MOST_LINES }))
  const fields = Object.assign({}, ...places.map((place) => purchaseLineFields(place, {})))
  const read: Record<string, unknown> = parseInput(inputOf({ fields }), texts)
  return places.map((place) => {
    const values = Object.fromEntries(NAMES.map((name) => [name, read[`${name}${place}`]]))
    // Each was read by the field of its name.
    return { place, ...(values as ValuesOf<typeof PURCHASE_LINE.fields>) }
  })
}
