import { fillAll } from '../copy/fill.ts'
import {
  RETAIL_KIND_NAMES,
  RETAIL_VERDICT_NAMES,
  RETAIL_COPY as W,
  YES_NO_NAMES,
} from '../copy/portal/retail.ts'
import { choice, day, line, optionalChoice, optionalLine } from './fields.ts'

/** A visit to a shop, market or fair. */
export const RETAIL_VISIT = {
  fields: {
    kind: choice({ label: W.kind, choices: RETAIL_KIND_NAMES, row: 'what' }),
    visitedOn: day({ label: W.visitedOn, row: 'what' }),
    shop: line({ label: W.shop, max: 200 }),
    address: optionalLine({ label: W.address, max: 200, row: 'where' }),
    commune: optionalLine({ label: W.commune, max: 100, row: 'where' }),
    note: optionalLine({ label: W.note, max: 500 }),
  },
}

/** Products that one form asks of. */
export const MOST_ITEMS = 12
/** So many are asked openly; the others are folded. */
const OPEN_ITEMS = 3

/** The questions of a product by its place in the form; its inputs carry the number. */
export function retailItemFields(place: number) {
  const folded = place > OPEN_ITEMS ? { group: 'more' } : {}
  const row = `item${place}`
  return {
    product: optionalLine({ label: fillAll(W.product, { n: place }), max: 200, ...folded }),
    qr: optionalChoice({ label: W.qr, choices: YES_NO_NAMES, row, ...folded }),
    verdict: optionalChoice({ label: W.verdict, choices: RETAIL_VERDICT_NAMES, row, ...folded }),
    complete: optionalChoice({ label: W.complete, choices: YES_NO_NAMES, row, ...folded }),
    producer: optionalLine({ label: W.producer, max: 200, group: 'more' }),
  }
}

/** The products of a visit as fields of its form. */
export const RETAIL_ITEMS = {
  groups: { more: W.more },
  fields: Object.fromEntries(
    Array.from({ length: MOST_ITEMS }, (_, at) => at + 1).flatMap((place) => {
      const { producer: _, ...asked } = retailItemFields(place)
      return Object.entries(asked).map(([name, field]) => [`${name}${place}`, field])
    }),
  ),
}
