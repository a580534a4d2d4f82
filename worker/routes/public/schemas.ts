import { z } from '@hono/zod-openapi'
import { ORGANISATION_KINDS } from '../../domain/access/organisation-kinds.ts'
import { CODE_STATUSES } from '../../domain/standing/types.ts'

/**
 * A named schema or null. `nullable()` on a named schema is written as one that null does not fit.
 */
export function orNull<S extends z.ZodType>(schema: S): z.ZodUnion<[S, z.ZodNull]> {
  return z.union([schema, z.null()])
}

/** `YYYY-MM-DD`, Asia/Ho_Chi_Minh. */
export const dateSchema = z.string().openapi({ format: 'date', example: '2026-03-05' })
/** ISO 8601 in UTC. */
export const instantSchema = z
  .string()
  .openapi({ format: 'date-time', example: '2026-03-05T08:30:00.000Z' })

/** A batch’s code. */
export const refSchema = z.string().openapi({
  pattern: '^[0-9A-HJKMNP-TV-Z]{8}$',
  example: '7K3M9QX1',
})
/** A signing key’s id. */
export const kidSchema = z.string().openapi({ pattern: '^[0-9A-HJKMNP-TV-Z]{3}$', example: 'A1B' })

/** A public key (RFC 8037) of those that sign. */
export const publicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('Ed25519'),
})

export const marketSchema = z.string().openapi('Market', {
  description: '`VNM` for the domestic market, an ISO 3166-1 alpha-3 country, or `EU`.',
  example: 'CHN',
})

export const codeStatusSchema = z.enum(CODE_STATUSES).openapi('CodeStatus')

export const localTextSchema = z
  .object({ vi: z.string(), en: z.string(), zh: z.string() })
  .openapi('LocalText')

/** A text in the languages somebody has said it in. */
export const partTextSchema = z.object({
  vi: z.string().optional(),
  en: z.string().optional(),
  zh: z.string().optional(),
})

export const quantitySchema = z.object({ value: z.number(), unit: z.string() }).openapi('Quantity')

const pixelsSchema = z.number().int().openapi({ minimum: 1 })

export const imageSchema = z
  .object({ url: z.string(), alt: z.string(), width: pixelsSchema, height: pixelsSchema })
  .openapi('Image')

const actorSchema = z
  .object({ role: z.string(), name: z.string(), on: dateSchema.nullable() })
  .openapi('Actor')

/** Whose word it is; left out by documents from before this was told. */
const vouched = {
  declaredBy: orNull(actorSchema).optional().openapi({
    description: 'The producer who declared it; null where an officer put it down.',
  }),
  verifiedBy: orNull(actorSchema).optional().openapi({
    description:
      'The officer’s authority that confirmed it, and when. Null: nobody has; then it is the producer’s own word and gives no mark.',
  }),
}

const productSchema = z
  .object({
    name: z.string(),
    gtin: z.string().nullable(),
    brand: z.string().nullable(),
    category: z.string().nullable(),
    images: z.array(imageSchema),
    standards: z.array(z.string()),
    shelfLife: z.string().nullable(),
    storage: z.string().nullable(),
    warnings: z.array(z.string()),
    ocop: z
      .object({
        stars: z.number().int().openapi({ minimum: 1, maximum: 5 }),
        certificateNo: z.string(),
        expiresOn: dateSchema,
        validWhenPacked: z
          .boolean()
          .openapi({ description: 'Confirmed by an officer and valid on the packing day.' }),
        ...vouched,
      })
      .nullable(),
  })
  .openapi('Product')

export const holderKindSchema = z.string().openapi({ enum: [...ORGANISATION_KINDS] })

const producerSchema = z
  .object({
    name: z.string(),
    kind: holderKindSchema,
    address: z.string().nullable(),
    commune: z.string().nullable(),
    province: z.string().nullable(),
    gln: z.string().nullable(),
  })
  .openapi('Producer')

const siteSchema = z
  .object({
    code: z.string(),
    market: orNull(marketSchema),
    name: z.string(),
    commune: z.string().nullable(),
    province: z.string().nullable(),
    crop: z.string().nullable(),
    areaHa: z.number().nullable(),
    statusWhenPacked: codeStatusSchema,
    statusToday: codeStatusSchema,
    otherMarkets: z.array(
      z.object({
        market: marketSchema,
        statusWhenPacked: codeStatusSchema,
        statusToday: codeStatusSchema,
      }),
    ),
  })
  .openapi('Site')

export const certificateSchema = z
  .object({
    kind: z.string(),
    number: z.string(),
    standard: z.string().nullable(),
    issuedBy: z.string().nullable(),
    issuedOn: dateSchema.nullable(),
    expiresOn: dateSchema.nullable(),
    ...vouched,
  })
  .openapi('Certificate')

const enteredSchema = z
  .record(
    z.string(),
    z.union([
      z.string(),
      z.number(),
      z.object({ value: z.string(), unit: z.string() }),
      z.object({ name: z.string(), id: z.string().nullable() }),
    ]),
  )
  .openapi({
    description:
      'What was said in each field, where it was written as an entry of its kind: figures in the units they were said in.',
  })

const diaryWords = z.object({
  id: z.string(),
  kind: z.string(),
  occurredOn: dateSchema,
  recordedAt: instantSchema,
  summary: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

const diarySchema = diaryWords
  .extend({
    photos: z.array(imageSchema),
    declaredBy: actorSchema,
    verifiedBy: orNull(actorSchema),
    earlier: z.array(diaryWords.openapi('EarlierDiaryEntry')).openapi({
      description:
        'What it said before it was corrected, the latest first. Nothing is decided by it.',
    }),
    reason: z.string().nullable().openapi({ description: 'Why it was corrected or taken back.' }),
    takenBackAt: instantSchema
      .nullable()
      .openapi({ description: 'Set where it was taken back: then it stands no longer.' }),
    entered: enteredSchema.optional(),
    households: z.int().optional().openapi({
      minimum: 1,
      description: 'For how many households it was written at once, where it names any.',
    }),
    madeAt: instantSchema.optional().openapi({
      description:
        'When the device wrote it, by its own clock as far as that was set right; `recordedAt` is when it arrived.',
    }),
    isOnBehalf: z.boolean().optional().openapi({
      description: 'Written down for somebody who told it: a group leader for a member.',
    }),
  })
  .openapi('DiaryEntry')

const testSchema = z
  .object({
    analyte: z.string(),
    result: z.string(),
    limit: z.string().nullable(),
    laboratory: z.string().nullable(),
    sampledOn: dateSchema.nullable(),
    passed: z.boolean().nullable().openapi({
      description: 'True on an officer’s word alone; false on anybody’s.',
    }),
    ...vouched,
  })
  .openapi('LabTest')

const batchNoticeSchema = z
  .object({
    kind: z.string(),
    on: dateSchema,
    documentNo: z.string().nullable(),
    text: localTextSchema,
  })
  .openapi('BatchNotice')

/** What is not known is null; nothing here is a default. */
export const provenanceSchema = z
  .object({
    ref: refSchema,
    lot: z.string(),
    product: productSchema,
    producer: producerSchema,
    harvestedOn: z.array(dateSchema),
    packedOn: dateSchema,
    expiresOn: dateSchema.nullable(),
    quantity: quantitySchema,
    markets: z.array(marketSchema),
    growingAreas: z.array(siteSchema),
    packingHouse: orNull(siteSchema),
    inputs: z.array(z.object({ ref: z.string(), quantity: quantitySchema })),
    certificates: z.array(certificateSchema),
    diary: z.array(diarySchema),
    tests: z.array(testSchema),
    notices: z.array(batchNoticeSchema),
  })
  .openapi('Provenance')

const standingSchema = z.enum(['clear', 'notice', 'stop'])

const reasonSchema = z
  .object({
    code: z.string().openapi({ description: 'Reasons may be added; a severity never changes.' }),
    severity: z.enum(['stop', 'notice']),
    since: dateSchema.nullable(),
    until: dateSchema.nullable(),
    market: orNull(marketSchema),
    recordedAt: instantSchema.nullable(),
    text: localTextSchema,
  })
  .openapi('Reason')

const labelSchema = z
  .object({
    kid: kidSchema,
    profile: z.enum(['compact', 'full', 'gs1', 'certificate']),
    batch: refSchema.nullable(),
    serial: z.number().int().nullable().openapi({ minimum: 0 }),
    growingAreas: z.array(z.string()),
    packingHouse: z.string().nullable(),
    gtin: z.string().nullable(),
  })
  .openapi('Label')

export const verdictSchema = z
  .object({
    authenticity: z.enum(['genuine', 'forged', 'unknown', 'malformed']).nullable(),
    standing: standingSchema.nullable(),
    markets: z.array(z.object({ market: marketSchema, standing: standingSchema })),
    reasons: z.array(reasonSchema),
    label: orNull(labelSchema),
    jws: z.string().nullable().openapi({ description: 'The label as a compact JWS (RFC 7515).' }),
    batch: orNull(provenanceSchema),
    scans: z
      .object({ count: z.number().int().openapi({ minimum: 0 }), firstOn: dateSchema.nullable() })
      .nullable(),
    checkedAt: instantSchema,
    asOf: instantSchema.openapi({ description: 'When the facts were read from the database.' }),
    stale: z.boolean().openapi({ description: 'True while the database does not answer.' }),
  })
  .openapi('Verdict')
