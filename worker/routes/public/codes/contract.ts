import { z } from '@hono/zod-openapi'
import { CODE_STATUSES } from '../../../domain/standing/types.ts'
import { publicDocumentRoute } from '../public-document-route.ts'
import {
  cursorField,
  knownQuery,
  limitField,
  orEmpty,
  sinceField,
  textField,
} from '../query-fields.ts'
import { json, problems } from '../responses.ts'
import {
  codeStatusSchema,
  dateSchema,
  holderKindSchema,
  instantSchema,
  localTextSchema,
  marketSchema,
  orNull,
} from '../schemas.ts'
import { factSchemas } from './fact-schemas.ts'

export const codeItemSchema = z
  .object({
    code: z.string().openapi({ example: 'VN-AGOR-0012' }),
    kind: z.string().openapi({ example: 'growing_area' }),
    scheme: z.string(),
    holder: z
      .object({ name: z.string().nullable(), kind: holderKindSchema })
      .openapi({ description: 'A person’s name is null unless they agreed to be named.' }),
    name: z.string(),
    commune: z.string().nullable(),
    province: z.string().nullable(),
    crops: z.array(
      z.object({
        name: z.string(),
        variety: z.string().nullable(),
        areaHa: z.number().nullable(),
      }),
    ),
    ...factSchemas(),
    legacyCode: z.string().nullable(),
    markets: z.array(
      z.object({
        market: marketSchema,
        statusToday: codeStatusSchema,
        since: dateSchema.nullable(),
        validTo: dateSchema.nullable(),
      }),
    ),
  })
  .openapi('CodeItem')

const decisionSchema = z
  .object({
    market: marketSchema,
    status: codeStatusSchema,
    effectiveOn: dateSchema,
    recordedAt: instantSchema,
    reason: z.string().nullable(),
    documentNo: z.string().nullable(),
    text: orNull(localTextSchema),
    amended: z
      .boolean()
      .openapi({ description: 'Corrected by a later decision; it counts no more.' }),
  })
  .openapi('CodeDecision')

export const codeEntrySchema = codeItemSchema
  .extend({
    point: z
      .object({ lat: z.number(), lng: z.number() })
      .nullable()
      .openapi({ description: 'WGS84 to two decimals, about a kilometre.' }),
    withdrawnOn: dateSchema
      .nullable()
      .openapi({ description: 'Taken out of the lists that day, as entered by mistake.' }),
    supersedes: z.string().nullable(),
    supersededBy: z.array(z.string()),
    history: z.array(decisionSchema).openapi({ description: 'Newest first.' }),
    asOf: instantSchema,
    stale: z.boolean(),
  })
  .openapi('Code')

export const codeRoute = publicDocumentRoute({
  operationId: 'showCode',
  path: '/api/v1/codes/{CODE}',
  tags: ['Sổ đăng ký mã số'],
  summary: 'Một mã số vùng trồng hoặc cơ sở đóng gói',
  description:
    'A code’s public entry. CODE however it is typed. A spelling that can mean one code only leads to it (308); where several could be meant, the problem’s `errors` name them.',
  request: {
    params: z.object({
      CODE: z.string().openapi({ param: { name: 'CODE', in: 'path' }, example: 'VN-AGOR-0012' }),
    }),
  },
  responses: {
    200: json(codeEntrySchema, 'The register’s public entry.'),
    308: { description: 'The code’s own spelling is at `Location`.' },
    ...problems(400, 404, 503),
  },
})

export const codeListSchema = z
  .object({ items: z.array(codeItemSchema), nextCursor: z.string().nullable() })
  .openapi('CodeList')

export const codeChangesSchema = codeListSchema
  .extend({
    withdrawn: z.array(z.object({ code: z.string(), withdrawnOn: dateSchema })).openapi({
      description: 'Codes that were taken out of the register since, as entered by mistake.',
    }),
    asOf: instantSchema,
    nextSince: instantSchema.openapi({
      description: 'What to give as `since` the next time, to miss nothing.',
    }),
  })
  .openapi('CodeChanges')

export const listQuerySchema = z.object({
  q: textField(100).openapi({
    description: 'Words without regard to tones, or the beginning of a code.',
  }),
  kind: textField(40).openapi({ example: 'growing_area' }),
  crop: textField(100),
  unit: textField(100).openapi({
    description: 'A province or commune, by number or by name; names from before 2025-07-01 too.',
  }),
  status: orEmpty(z.enum(CODE_STATUSES)).openapi({
    type: 'string',
    enum: [...CODE_STATUSES],
    description: 'As of today; in `market` where one is given, else in any.',
  }),
  market: orEmpty(
    z
      .string()
      .toUpperCase()
      .regex(/^(?:[A-Z]{3}|EU)$/),
  ).openapi({ type: 'string', pattern: '^(?:[A-Z]{3}|EU)$', example: 'CHN' }),
  cursor: cursorField,
  limit: limitField,
})

export const codesRoute = publicDocumentRoute({
  operationId: 'listCodes',
  path: '/api/v1/codes',
  tags: ['Sổ đăng ký mã số'],
  summary: 'Sổ đăng ký mã số công khai',
  description:
    'The public register: codes that begin with `q` first, then those in whose entries every word of `q` begins a word, in the order of entry. Pages may be shorter than asked for and still have a `nextCursor`. With `since`, what changed from then on, the earliest first, and codes that were taken out; `since` stands with `cursor` and `limit` alone.',
  request: { query: knownQuery({ ...listQuerySchema.shape, since: sinceField }) },
  responses: {
    200: json(
      z.union([codeListSchema, codeChangesSchema]),
      'A page of the register, or with `since` of its changes.',
    ),
    ...problems(400, 503),
  },
})
