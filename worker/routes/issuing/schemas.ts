import { z } from '@hono/zod-openapi'
import { BATCH_PROFILES } from '../../domain/label/subject.ts'
import { EXCEPTION_KINDS } from '../../domain/standing/types.ts'
import { jsonShapeOf } from '../../resources/json.ts'
import { PRODUCT } from '../../resources/product.ts'
import { MOST_COPIES } from '../../verbs/labels/issue-labels.ts'
import { LARGEST_SERIAL, LARGEST_UNIT } from '../../verbs/labels/serial-room.ts'
import { VOID_KINDS } from '../../verbs/labels/void-labels.ts'
import { kidSchema, localTextSchema, refSchema } from '../public/schemas.ts'

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

const kilogramsSchema = z.number().openapi({ exclusiveMinimum: 0, maximum: 1e9 })

const harvestTakenSchema = z.object({
  entry: z.string().openapi({ description: 'The id of the diary entry.', maxLength: 60 }),
  quantityKg: kilogramsSchema,
})

const purchaseSchema = z.object({
  seller: z.string().openapi({ minLength: 1, maxLength: 200 }),
  quantityKg: kilogramsSchema,
  boughtOn: date,
  paperNo: z.string().nullish().openapi({ maxLength: 80 }),
})

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
    .array(
      z.object({
        ref: z.string(),
        quantityKg: z.number().openapi({ exclusiveMinimum: 0, maximum: 1e9 }),
      }),
    )
    .optional()
    .openapi({ maxItems: 100 }),
  harvests: z.array(harvestTakenSchema).optional().openapi({
    description: 'Harvests of the diary it is made of; their days become days of harvest.',
    maxItems: 100,
  }),
  purchases: z.array(purchaseSchema).optional().openapi({
    description: 'Goods bought in for it. Never public.',
    maxItems: 100,
  }),
  confirm: z
    .array(z.string().openapi({ maxLength: 60 }))
    .optional()
    .openapi({
      description: 'What was asked about (409 `needs_confirmation`) and is meant: `yield_high`.',
      ...{ maxItems: 20, example: ['yield_high'] },
    }),
})

export const batchSchema = batchShape.openapi('BatchInput')
export const batchChangesSchema = batchShape.partial().openapi('BatchChanges')
export const batchCreatedSchema = z.object({ ref: z.string() }).openapi('BatchCreated')

export const issueSchema = z
  .object({
    count: z
      .number()
      .int()
      .optional()
      .openapi({
        description: 'Units, numbered on; either this or `wholeBatch`.',
        ...{ minimum: 1, maximum: LARGEST_SERIAL, example: 100 },
      }),
    wholeBatch: z.literal(true).optional(),
    profile: z.enum(BATCH_PROFILES).optional().openapi({ description: '`full` when absent.' }),
    copies: z
      .number()
      .int()
      .optional()
      .openapi({ minimum: 1, maximum: MOST_COPIES, description: 'Of each label; 1 when absent.' }),
    pin: z.literal(true).optional().openapi({
      description:
        'A PIN under a scratch layer on the label of each unit; files of its labels carry it.',
    }),
    confirm: z
      .array(z.string().openapi({ maxLength: 60 }))
      .optional()
      .openapi({
        description:
          'What was asked about (409 `needs_confirmation`) and is meant: `more_than_harvested`, `packed_ahead`.',
        ...{ maxItems: 20, example: ['packed_ahead'] },
      }),
  })
  .openapi('LabelRequest')

/** 0 is a label of the whole batch. */
export const serialSchema = z.number().int().openapi({ minimum: 0, maximum: LARGEST_UNIT })

export const runShape = z.object({
  id: z.string(),
  ref: refSchema,
  profile: z.enum(BATCH_PROFILES),
  kid: kidSchema,
  fromSerial: serialSchema,
  toSerial: serialSchema,
  copies: z.number().int().openapi({ minimum: 1, maximum: MOST_COPIES }),
  hasPin: z.boolean().openapi({ description: 'Labels of it have a PIN under a scratch layer.' }),
  createdAt: z.string().openapi({ format: 'date-time' }),
})

export const issuedSchema = z
  .object({
    run: runShape.openapi('Run'),
    fallback: z
      .object({
        from: z.enum(BATCH_PROFILES),
        to: z.enum(BATCH_PROFILES),
        reason: localTextSchema,
      })
      .nullable(),
    warnings: z
      .array(
        z.object({
          code: z.string(),
          text: localTextSchema,
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
        kind: z.enum(EXCEPTION_KINDS),
        from: serialSchema.nullable(),
        to: serialSchema.nullable(),
        effectiveOn: date,
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi('RunWithExceptions')

export const exceptionSchema = z
  .object({
    kind: z.enum(VOID_KINDS).optional().openapi({ description: '`void` when absent.' }),
    from: serialSchema.optional(),
    to: serialSchema.optional(),
    reason: z.string().openapi({ minLength: 1, maxLength: 500 }),
    documentNo: optionalText.openapi({ maxLength: 100 }),
  })
  .openapi('ExceptionInput')

export const exceptionCreatedSchema = z
  .object({
    id: z.string(),
    from: serialSchema,
    to: serialSchema,
    /** Runs whose labels are the very same, and marked with these. */
    sharedWith: z.array(z.string()),
  })
  .openapi('ExceptionCreated')

const wordingText = z.string().openapi({ minLength: 1, maxLength: 500 })
const wording = z.object({ vi: wordingText, en: wordingText, zh: wordingText })

export const recallSchema = z
  .object({
    reason: z.string().openapi({ minLength: 1, maxLength: 500 }),
    documentNo: optionalText.openapi({ maxLength: 100 }),
    wording: wording.nullish().openapi({ description: 'What the public reads; else the reason.' }),
    withdraw: z.literal(true).optional(),
  })
  .openapi('RecallInput')

export const recalledSchema = z.object({ ids: z.array(z.string()) }).openapi('Recalled')
