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
  lot: z.string().openapi({ minLength: 1, maxLength: 60 }),
  packedOn: date.nullish(),
  expiresOn: date.nullish(),
  harvestedOn: z.array(date).optional().openapi({ maxItems: 50 }),
  seasonFrom: date.nullish(),
  quantity: z.object({
    value: z.number().openapi({ exclusiveMinimum: 0, maximum: 1e9 }),
    unit: z.string().openapi({ minLength: 1, maxLength: 20, example: 'kg' }),
  }),
  markets: z.array(z.string()).openapi({
    description: 'VNM, ISO 3166-1 alpha-3, or EU.',
    example: ['VNM', 'CHN'],
    minItems: 1,
    maxItems: 30,
  }),
  growingAreas: z.array(z.string()).optional().openapi({ maxItems: 50 }),
  packingHouse: optionalText,
  sources: z
    .array(z.object({ ref: z.string(), quantityKg: z.number() }))
    .optional()
    .openapi({ maxItems: 100 }),
})

export const batchSchema = batchShape.openapi('BatchInput')
export const batchChangesSchema = batchShape.partial().openapi('BatchChanges')
export const batchCreatedSchema = z.object({ ref: z.string() }).openapi('BatchCreated')

export const issueSchema = z
  .object({
    count: z.number().int().optional().openapi({ minimum: 1 }),
    wholeBatch: z.literal(true).optional(),
    profile: z.enum(['compact', 'full', 'gs1']).optional(),
    copies: z.number().int().optional().openapi({ minimum: 1 }),
    confirm: z.array(z.string()).optional().openapi({
      description:
        'What was asked about (409 `needs_confirmation`) and is meant: `more_than_harvested`, `packed_ahead`.',
    }),
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
    warnings: z
      .array(
        z.object({
          code: z.string(),
          text: localText,
          figures: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      )
      .openapi({ description: 'What hardly can be meant and was let through: `many_labels`.' }),
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
    reason: z.string().openapi({ minLength: 1, maxLength: 500 }),
    documentNo: optionalText.openapi({ maxLength: 100 }),
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
    reason: z.string().openapi({ minLength: 1, maxLength: 500 }),
    documentNo: optionalText.openapi({ maxLength: 100 }),
    wording: localText.nullish(),
    withdraw: z.literal(true).optional(),
  })
  .openapi('RecallInput')

export const recalledSchema = z.object({ ids: z.array(z.string()) }).openapi('Recalled')
