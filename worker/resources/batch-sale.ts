import { batchSale } from '../../db/schema/index.ts'
import { RECALL_COPY as W } from '../copy/portal/recall.ts'
import { day, line, optionalEmail, optionalLine, optionalPhone } from './fields.ts'
import { amount } from './number-fields.ts'
import { part } from './resource.ts'

/** Somebody goods of a batch went to. Private: the log says that telephone and address changed, not to what. */
export const BATCH_SALE = part({
  actions: { add: 'sale.add', edit: 'sale.edit', remove: 'sale.remove' },
  entity: 'batch',
  noun: W.saleNoun,
  table: batchSale,
  of: 'batchId',
  may: { read: 'batches.read', write: 'batches.write' },
  fields: {
    buyer: line({ label: W.buyer, max: 200 }),
    quantityKg: amount({ label: W.quantityKg, row: 'sold' }),
    soldOn: day({ label: W.soldOn, row: 'sold' }),
    email: optionalEmail({
      ...{ label: W.email, odd: W.emailOdd },
      ...{ row: 'reach', audit: 'hidden' },
    }),
    phone: optionalPhone({ label: W.phone, row: 'reach' }),
    paperNo: optionalLine({ label: W.paperNo, max: 80, code: true }),
  },
  initial: (now) => ({ createdAt: now }),
})
