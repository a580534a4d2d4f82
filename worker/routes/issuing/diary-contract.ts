import { createRoute, z } from '@hono/zod-openapi'
import { DIARY_KINDS, type DiaryKind } from '../../copy/diary.ts'
import { cursorField, knownQuery, limitField, textField } from '../public/query-fields.ts'
import { json } from '../public/responses.ts'
import { dateSchema, instantSchema } from '../public/schemas.ts'
import { acceptsJson } from './accepts-json.ts'
import { created, refusals, writeRefusals } from './responses.ts'
import { EXAMPLE_ID, scoped } from './token-parts.ts'
import { requires } from './verb-context.ts'
import { body, writes } from './write-request.ts'

// Whoever may correct an entry finds it first, so that reading needs the scope too.
const about = { tags: ['Nhật ký'], security: scoped('diary:write') }
const id = z.object({ id: z.string().openapi({ example: EXAMPLE_ID }) })
const named = z.object({ id: z.string(), name: z.string() })
const text = z.string().nullish().openapi({ minLength: 1, maxLength: 500 })
const KINDS = Object.keys(DIARY_KINDS) as [DiaryKind, ...DiaryKind[]]

const entrySchema = z
  .object({
    id: z.string(),
    site: named,
    organisation: named,
    batch: z.string().nullable().openapi({ description: 'The REF of the batch it names.' }),
    kind: z.string(),
    occurredOn: dateSchema,
    recordedAt: instantSchema,
    summary: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
    amends: z.string().nullable().openapi({ description: 'The entry it corrects or takes back.' }),
    amendedBy: z.string().nullable().openapi({ description: 'Null for the latest.' }),
    takesBack: z
      .boolean()
      .openapi({ description: 'True where it says that what it amends was never so.' }),
    reason: z.string().nullable(),
  })
  .openapi('DiaryRow')

const changesSchema = z
  .object({
    reason: z.string().openapi({ minLength: 1, maxLength: 500, description: 'Public.' }),
    occurredOn: dateSchema.optional(),
    kind: z.enum(KINDS).optional(),
    work: z.string().optional().openapi({
      minLength: 1,
      maxLength: 200,
      description: 'The work as it would be written; it says the kind where none is given.',
    }),
    plot: text,
    crop: text,
    product: text,
    activeIngredient: text,
    dose: text,
    quantity: z
      .object({
        value: z.number().openapi({ exclusiveMinimum: 0, maximum: 1e9 }),
        unit: z.string().openapi({ minLength: 1, maxLength: 40, example: 'kg' }),
      })
      .nullish(),
    method: text,
    targetPest: text,
    intervalDays: z.number().int().nullish().openapi({ minimum: 0, maximum: 3650 }),
    operator: text,
    note: text,
    batch: text.openapi({ description: 'REF or lot number.' }),
  })
  .openapi('DiaryCorrection')

export const listDiaryRoute = createRoute({
  operationId: 'listDiary',
  ...about,
  method: 'get',
  path: '/api/v1/diary',
  summary: 'Các mục nhật ký, còn hiệu lực hay đã rút, việc gần nhất trước',
  description: 'Of a place, else of the token’s organisation.',
  middleware: [requires('diary.read')],
  request: {
    query: knownQuery({
      site: textField(60).openapi({ description: 'The id of a growing area or packing house.' }),
      organisation: textField(60).openapi({
        description: 'For a token of no organisation, which has to say whose.',
      }),
      cursor: cursorField,
      limit: limitField,
    }),
  },
  responses: {
    200: json(
      z
        .object({ items: z.array(entrySchema), nextCursor: z.string().nullable() })
        .openapi('DiaryList'),
      'A page of entries.',
    ),
    ...refusals(400, 401, 403, 404),
  },
})

export const showDiaryEntryRoute = createRoute({
  operationId: 'showDiaryEntry',
  ...about,
  method: 'get',
  path: '/api/v1/diary/{id}',
  summary: 'Một mục nhật ký, còn hiệu lực hay không',
  middleware: [requires('diary.read')],
  request: { params: id },
  responses: { 200: json(entrySchema, 'The entry.'), ...refusals(401, 403, 404) },
})

export const correctDiaryRoute = createRoute({
  operationId: 'correctDiaryEntry',
  ...about,
  method: 'post',
  path: '/api/v1/diary/{id}/corrections',
  summary: 'Sửa một mục nhật ký bằng một mục mới',
  description:
    'What is left out stays as it is, null takes out. Both entries stay to be seen; decisions follow the new one. The same correction again answers what it made.',
  middleware: [requires('diary.write'), ...acceptsJson],
  request: {
    params: id,
    headers: writes,
    body: body(changesSchema, {
      quantity: { value: 120, unit: 'kg' },
      reason: 'Ghi nhầm số lượng',
    }),
  },
  responses: {
    ...created(z.object({ id: z.string() }).openapi('DiaryCorrected'), 'The new entry.'),
    ...writeRefusals,
  },
})
