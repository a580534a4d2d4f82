import * as z from 'zod'
import { batchSale } from '../../db/schema/index.ts'
import { RECALL_COPY as W } from '../copy/portal/recall.ts'
import { day, line, optionalLine, optionalPhone, simple } from './fields.ts'
import { amount } from './number-fields.ts'
import { fault, readText } from './read-text.ts'
import { part } from './resource.ts'

const EMAIL = z.email()

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
    email: simple<string | null>(
      { label: W.email, row: 'reach', audit: 'hidden' },
      {
        schema: readText({
          max: 200,
          read: (text): string | null => {
            const address = text.toLowerCase()
            return EMAIL.safeParse(address).success ? address : fault(W.emailOdd)
          },
          blank: () => null,
        }),
        input: { type: 'email', maxlength: 200 },
        text: (value) => value ?? '',
      },
    ),
    phone: optionalPhone({ label: W.phone, row: 'reach' }),
    paperNo: optionalLine({ label: W.paperNo, max: 80, code: true }),
  },
  initial: (now) => ({ createdAt: now }),
})
