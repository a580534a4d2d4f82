import * as z from 'zod'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { BATCH_REFUSALS } from '../../copy/refusals/batches.ts'
import { GOODS_REFUSALS } from '../../copy/refusals/goods.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { addFault } from '../../resources/add-fault.ts'
import { told } from '../../resources/told.ts'
import { calendarDateField, lineField, marketField } from '../guard/fields.ts'

const codeField = z.string().transform((text, context) => {
  const reading = normaliseCode(text)
  if (reading.ok) return reading.code
  addFault(context, { ...FIELD_FAULTS.notACode, vi: reading.reason })
  return z.NEVER
})

const refField = z.string().transform((text, context) => {
  const ref = readTypedRef(text)
  if (ref !== null) return ref
  addFault(context, BATCH_REFUSALS.sourceRef)
  return z.NEVER
})

const sourceField = z.object({
  ref: refField,
  /** Kilograms of the source that went into this batch. */
  quantityKg: z.number().positive(told(BATCH_REFUSALS.weight)).max(1e9),
})

const harvestField = z.object({
  /** The diary entry, by the id of any of its versions. */
  entry: z.string().min(1, told(GOODS_REFUSALS.entry)).max(60, told(GOODS_REFUSALS.entry)),
  /** Kilograms of the harvest that went into this batch. */
  quantityKg: z.number().positive(told(BATCH_REFUSALS.weight)).max(1e9),
})

const purchaseField = z.object({
  seller: lineField(200),
  quantityKg: z.number().positive(told(BATCH_REFUSALS.weight)).max(1e9),
  boughtOn: calendarDateField,
  paperNo: lineField(80).nullish(),
})

/** All that may be declared of a batch until it is sealed. */
export const batchFields = z.object({
  productId: z.string(),
  lot: lineField(60),
  packedOn: calendarDateField.nullish(),
  expiresOn: calendarDateField.nullish(),
  harvestedOn: z.array(calendarDateField).max(50).default([]),
  /** Diary entries from this day on belong to the batch's story. */
  seasonFrom: calendarDateField.nullish(),
  quantity: z.object({
    value: z.number().positive(told(BATCH_REFUSALS.quantity)).max(1e9),
    unit: lineField(20),
  }),
  markets: z
    .array(marketField)
    .min(1, told(BATCH_REFUSALS.market))
    .max(30)
    .transform((list) => [...new Set(list)]),
  growingAreas: z.array(codeField).max(50).default([]),
  packingHouse: codeField.nullish(),
  sources: z.array(sourceField).max(100).default([]),
  harvests: z.array(harvestField).max(100).default([]),
  purchases: z.array(purchaseField).max(100).default([]),
})

export type BatchFields = z.output<typeof batchFields>
export type BatchInput = z.input<typeof batchFields>
