import { z } from '@hono/zod-openapi'
import { PRODUCT_COPY } from '../../copy/portal/product.ts'
import { isPublicGtin14 } from '../../domain/label/gtin.ts'
import { NET_CONTENT_UNITS } from '../../domain/products/net-content.ts'
import { EXCEPTION_KINDS } from '../../domain/standing/types.ts'
import { told } from '../../resources/told.ts'
import { cursorField, knownQuery, limitField, orEmpty, textField } from '../public/query-fields.ts'
import {
  dateSchema,
  imageSchema,
  instantSchema,
  partTextSchema,
  quantitySchema,
  refSchema,
} from '../public/schemas.ts'
import { runShape, serialSchema } from './schemas.ts'

const named = z.object({ id: z.string(), name: z.string() })

export const productItemSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    organisation: named,
    gtin: z.string().nullable(),
    brand: z.string().nullable(),
    categoryId: z.string().nullable(),
  })
  .openapi('ProductItem')

export const productListSchema = z
  .object({ items: z.array(productItemSchema), nextCursor: z.string().nullable() })
  .openapi('ProductList')

export const productEntrySchema = z
  .object({
    id: z.string(),
    organisationId: z.string(),
    name: z.string(),
    gtin: z.string().nullable(),
    brand: z.string().nullable(),
    categoryId: z.string().nullable(),
    images: z.array(imageSchema),
    standards: z.array(z.string()),
    shelfLife: z.string().nullable(),
    storage: z.string().nullable(),
    warnings: z.array(z.string()),
    netContentValue: z.number().nullable(),
    netContentUnit: z.enum(NET_CONTENT_UNITS).nullable(),
    shelfLifeDays: z.number().int().nullable(),
    inputPerOutput: z.number().nullable(),
    description: partTextSchema.nullable(),
    story: partTextSchema.nullable(),
    mark: z.string().nullable(),
    markNo: z.string().nullable(),
    archivedAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .openapi('ProductEntry')

export const batchItemSchema = z
  .object({
    ref: refSchema,
    lot: z.string(),
    organisation: named,
    product: named.extend({ gtin: z.string().nullable() }),
    packedOn: dateSchema.nullable(),
    quantity: quantitySchema,
    sealedAt: instantSchema.nullable(),
    annulledAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .openapi('BatchItem')

export const batchListSchema = z
  .object({ items: z.array(batchItemSchema), nextCursor: z.string().nullable() })
  .openapi('BatchList')

export const exceptionSchemaOfBatch = z
  .object({
    id: z.string(),
    ref: refSchema,
    kind: z.enum(EXCEPTION_KINDS),
    runId: z
      .string()
      .nullable()
      .openapi({ description: 'Null where it concerns the whole batch.' }),
    from: serialSchema.nullable(),
    to: serialSchema.nullable(),
    effectiveOn: dateSchema,
    recordedAt: instantSchema,
    reason: z.string().nullable(),
    documentNo: z.string().nullable(),
    takesBack: z
      .string()
      .nullable()
      .openapi({ description: 'The exception it takes back; null for one that says something.' }),
    holds: z
      .boolean()
      .openapi({ description: 'False once it was taken back or another has taken its place.' }),
  })
  .openapi('Exception')

export const runsSchema = z.object({ items: z.array(runShape.openapi('Run')) }).openapi('RunList')

export const exceptionsSchema = z
  .object({ items: z.array(exceptionSchemaOfBatch) })
  .openapi('ExceptionList')

const organisation = textField(60).openapi({
  description: 'The id of an organisation. A token of one sees that one’s alone.',
})

const gtin = orEmpty(
  z
    .string()
    .transform((text) => text.replace(/\s/g, '').padStart(14, '0'))
    .refine(isPublicGtin14, told(PRODUCT_COPY.gtinOdd)),
).openapi({
  type: 'string',
  description: 'Of 8, 12, 13 or 14 digits.',
  example: '8930000000019',
})

export const productQuery = knownQuery({
  organisation,
  gtin,
  cursor: cursorField,
  limit: limitField,
})

export const batchQuery = knownQuery({
  lot: textField(60).openapi({ description: 'The producer’s own lot number, exactly.' }),
  organisation,
  gtin,
  cursor: cursorField,
  limit: limitField,
})

export const exceptionQuery = knownQuery({
  all: orEmpty(z.enum(['true', 'false'])).openapi({
    type: 'string',
    description: '`true` for those that hold no more, and what took them back, too.',
  }),
})
