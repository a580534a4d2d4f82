import * as z from 'zod'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { calendarDateField, lineField, marketField } from '../guard/fields.ts'

const codeField = z.string().transform((text, context) => {
  const reading = normaliseCode(text)
  if (reading.ok) return reading.code
  context.addIssue({ code: 'custom', message: reading.reason })
  return z.NEVER
})

const refField = z.string().transform((text, context) => {
  const ref = readTypedRef(text)
  if (ref !== null) return ref
  context.addIssue({ code: 'custom', message: 'Mã lô nguồn không đúng.' })
  return z.NEVER
})

const sourceField = z.object({
  ref: refField,
  /** Kilograms of the source that went into this batch. */
  quantityKg: z.number().positive('Khối lượng phải lớn hơn 0.').max(1e9),
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
    value: z.number().positive('Số lượng phải lớn hơn 0.').max(1e9),
    unit: lineField(20),
  }),
  markets: z
    .array(marketField)
    .min(1, 'Cần ít nhất một thị trường (VNM là trong nước).')
    .max(30)
    .transform((list) => [...new Set(list)]),
  growingAreas: z.array(codeField).max(50).default([]),
  packingHouse: codeField.nullish(),
  sources: z.array(sourceField).max(100).default([]),
})

export type BatchFields = z.output<typeof batchFields>
export type BatchInput = z.input<typeof batchFields>
