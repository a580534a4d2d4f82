import { BATCH_COPY as W } from '../copy/portal/batch.ts'
import { UNITS } from '../copy/units.ts'
import { choice, line, lines, optionalDay, optionalLine } from './fields.ts'
import { amount } from './number-fields.ts'

const { kg, t, box, bag, pack, jar, bottle, bunch, fruit, piece, l } = UNITS

/**
 * What a producer declares of a batch, as a form asks it. Which products, codes and sources there are
 * to choose from, and what they must be, the verbs say.
 */
export const BATCH_DECLARATION = {
  fields: {
    productId: line({ label: W.product, max: 60 }),
    lot: line({ label: W.lot, hint: W.lotHint, max: 60, code: true }),
    quantityValue: amount({ label: W.quantity, row: 'quantity' }),
    quantityUnit: choice({
      label: W.unit,
      choices: { kg, t, box, bag, pack, jar, bottle, bunch, fruit, piece, l },
      row: 'quantity',
    }),
    packedOn: optionalDay({ label: W.packedOn, hint: W.packedOnHint, row: 'days' }),
    expiresOn: optionalDay({ label: W.expiresOn, hint: W.expiresOnHint, row: 'days' }),
    growingAreas: lines({ label: W.areas, max: 60, most: 50, type: 'checks' }),
    packingHouse: optionalLine({ label: W.house, max: 60 }),
    markets: lines({ label: W.markets, max: 10, most: 30, type: 'checks' }),
    otherMarkets: lines({
      ...{ label: W.otherMarkets, max: 10, most: 30 },
      ...{ type: 'checks' as const, group: 'markets' },
    }),
    harvestedOn: lines({
      ...{ label: W.harvestedOn, hint: W.harvestedOnHint },
      ...{ max: 40, most: 50, group: 'more' },
    }),
    seasonFrom: optionalDay({ label: W.seasonFrom, hint: W.seasonFromHint, group: 'more' }),
    otherCodes: lines({
      ...{ label: W.otherCodes, hint: W.otherCodesHint },
      ...{ max: 60, most: 50, group: 'more' },
    }),
  },
  groups: { markets: W.otherMarkets, more: W.moreGroup },
}
