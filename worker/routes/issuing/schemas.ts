import { z } from '@hono/zod-openapi'
import { jsonShapeOf } from '../../resources/json.ts'
import { PRODUCT } from '../../resources/product.ts'

/**
 * The shapes callers send and get. Shapes only: what the values must be is checked by the verbs, in
 * one place for commands and the API alike.
 */
const date = z.string().openapi({ format: 'date', example: '2026-06-10' })
const optionalText = z.string().nullish()

export const productSchema = z
  .object({
    ...jsonShapeOf(PRODUCT),
    organisationId: z
      .string()
      .optional()
      .openapi({ description: 'That of the token when absent.' }),
  })
  .openapi('ProductInput')

export const productCreatedSchema = z.object({ id: z.string() }).openapi('ProductCreated')

const batchShape = z.object({
  productId: z.string(),
  lot: z.string(),
  packedOn: date.nullish(),
  expiresOn: date.nullish(),
  harvestedOn: z.array(date).optional(),
  seasonFrom: date.nullish(),
  quantity: z.object({ value: z.number(), unit: z.string() }),
  markets: z
    .array(z.string())
    .openapi({ description: 'VNM, ISO 3166-1 alpha-3, or EU.', example: ['VNM', 'CHN'] }),
  growingAreas: z.array(z.string()).optional(),
  packingHouse: optionalText,
  sources: z.array(z.object({ ref: z.string(), quantityKg: z.number() })).optional(),
})

export const batchSchema = batchShape.openapi('BatchInput')
export const batchChangesSchema = batchShape.partial().openapi('BatchChanges')
export const batchCreatedSchema = z.object({ ref: z.string() }).openapi('BatchCreated')

export const issueSchema = z
  .object({
    count: z.number().int().optional(),
    wholeBatch: z.literal(true).optional(),
    profile: z.enum(['compact', 'full', 'gs1']).optional(),
    copies: z.number().int().optional(),
  })
  .openapi('LabelRequest')

export const runShape = z.object({
  id: z.string(),
  ref: z.string(),
  profile: z.string(),
  kid: z.string(),
  fromSerial: z.number().int(),
  toSerial: z.number().int(),
  copies: z.number().int(),
  createdAt: z.string().openapi({ format: 'date-time' }),
})

const localText = z.object({ vi: z.string(), en: z.string(), zh: z.string() })

export const issuedSchema = z
  .object({
    run: runShape.openapi('Run'),
    fallback: z.object({ from: z.string(), to: z.string(), reason: localText }).nullable(),
  })
  .openapi('IssuedRun')

export const runSchema = runShape
  .extend({
    exceptions: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        from: z.number().nullable(),
        to: z.number().nullable(),
        effectiveOn: date,
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('RunWithExceptions')

export const exceptionSchema = z
  .object({
    kind: z.enum(['void', 'lost', 'stolen', 'recalled']).optional(),
    from: z.number().int().optional(),
    to: z.number().int().optional(),
    reason: z.string(),
    documentNo: optionalText,
  })
  .openapi('ExceptionInput')

export const exceptionCreatedSchema = z
  .object({
    id: z.string(),
    from: z.number(),
    to: z.number(),
    /** Runs whose labels are the very same, and marked with these. */
    sharedWith: z.array(z.string()),
  })
  .openapi('ExceptionCreated')

export const recallSchema = z
  .object({
    reason: z.string(),
    documentNo: optionalText,
    wording: localText.nullish(),
    withdraw: z.literal(true).optional(),
  })
  .openapi('RecallInput')

export const recalledSchema = z.object({ ids: z.array(z.string()) }).openapi('Recalled')
