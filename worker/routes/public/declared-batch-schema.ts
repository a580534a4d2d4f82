import { z } from '@hono/zod-openapi'
import { dateSchema, instantSchema, marketSchema, quantitySchema, refSchema } from './schemas.ts'

/** A batch as its organisation declared it. */
export const declaredBatchSchema = z
  .object({
    ref: refSchema,
    organisationId: z.string(),
    productId: z.string(),
    lot: z.string(),
    packedOn: dateSchema.nullable(),
    expiresOn: dateSchema.nullable(),
    harvestedOn: z.array(dateSchema),
    seasonFrom: dateSchema.nullable(),
    quantity: quantitySchema,
    markets: z.array(marketSchema),
    growingAreas: z.array(z.string()),
    packingHouse: z.string().nullable(),
    sources: z.array(z.object({ ref: z.string(), quantityKg: z.number() })),
    harvests: z.array(z.object({ entry: z.string(), quantityKg: z.number() })),
    purchases: z.array(
      z.object({
        seller: z.string(),
        quantityKg: z.number(),
        boughtOn: dateSchema,
        paperNo: z.string().nullable(),
      }),
    ),
    sealedAt: instantSchema
      .nullable()
      .openapi({ description: 'When its first labels were made; it changes no more since.' }),
    annulledAt: instantSchema.nullable(),
    createdAt: instantSchema,
  })
  .openapi('DeclaredBatch')
