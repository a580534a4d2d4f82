import type { batchPurchase } from '../../db/schema/index.ts'
import { GOODS_COPY as W } from '../copy/portal/goods.ts'
import { day, line, optionalLine } from './fields.ts'
import { amount } from './number-fields.ts'
import type { FieldsOf } from './resource.ts'

/** Goods bought in for a batch, as its form asks for a line of them. Private to its producer and inspectors. */
export const BATCH_PURCHASE = {
  fields: {
    seller: line({ label: W.seller, max: 200 }),
    quantityKg: amount({ label: W.quantityKg }),
    boughtOn: day({ label: W.boughtOn }),
    paperNo: optionalLine({ label: W.paperNo, max: 80, code: true }),
  } satisfies FieldsOf<typeof batchPurchase.$inferSelect>,
}
