import { z } from '@hono/zod-openapi'
import { codeItemSchema } from '../codes/contract.ts'
import { publicDocumentRoute } from '../public-document-route.ts'
import { knownQuery, textField } from '../query-fields.ts'
import { json, problems } from '../responses.ts'
import { dateSchema } from '../schemas.ts'

const tags = ['Dữ liệu mở']

const csv = {
  description: 'UTF-8 with a byte order mark, RFC 4180, decimal point, ISO dates.',
  headers: z.object({
    'Content-Disposition': z.string().openapi({ description: 'The name of the file.' }),
  }),
  content: { 'text/csv': { schema: z.string() } },
}

/** What the list of suspended codes is narrowed by. */
export const suspensionFilterSchema = z.object({
  market: textField(3)
    .transform((value) => value?.toUpperCase() ?? null)
    .openapi({ type: 'string', example: 'CHN' }),
  unit: textField(100).openapi({ description: 'A province or commune, by number or by name.' }),
  crop: textField(100),
})

const openItemSchema = codeItemSchema
  .extend({
    point: z.object({ lat: z.number(), lng: z.number() }).nullable(),
    supersedes: z.string().nullable(),
    issuedOn: dateSchema.nullable(),
  })
  .openapi('OpenCode')

export const codesCsvRoute = publicDocumentRoute({
  operationId: 'downloadCodesCsv',
  tags,
  path: '/open-data/codes.csv',
  summary: 'Toàn bộ sổ đăng ký mã số, dạng CSV',
  description:
    'The whole public register, one line a code and market. Columns: see `dictionary.csv`.',
  request: { query: knownQuery({}) },
  responses: { 200: csv, ...problems(400, 503) },
})

export const codesJsonRoute = publicDocumentRoute({
  operationId: 'downloadCodesJson',
  tags,
  path: '/open-data/codes.json',
  summary: 'Toàn bộ sổ đăng ký mã số, dạng JSON',
  description: 'The whole public register as one document.',
  request: { query: knownQuery({}) },
  responses: {
    200: json(
      z
        .object({ licence: z.string(), statusOn: dateSchema, items: z.array(openItemSchema) })
        .openapi('OpenCodes'),
      'Statuses are those of `statusOn`.',
    ),
    ...problems(400, 503),
  },
})

export const suspensionsCsvRoute = publicDocumentRoute({
  operationId: 'downloadSuspensionsCsv',
  tags,
  path: '/open-data/suspensions.csv',
  summary: 'Mã số đang bị tạm dừng hoặc thu hồi, dạng CSV',
  description:
    'Codes suspended or revoked today, one line a code and market, newest first. Columns: see `dictionary.csv`.',
  request: { query: knownQuery(suspensionFilterSchema.shape) },
  responses: { 200: csv, ...problems(400, 503) },
})

export const dictionaryRoute = publicDocumentRoute({
  operationId: 'downloadDictionary',
  tags,
  path: '/open-data/dictionary.csv',
  summary: 'Ý nghĩa, đơn vị và nguồn của từng cột, dạng CSV',
  description:
    'What each column of each file of open data means, its type, unit and source, in three languages.',
  request: { query: knownQuery({}) },
  responses: { 200: csv, ...problems(400) },
})
