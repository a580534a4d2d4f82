import { z } from '@hono/zod-openapi'
import { publicDocumentRoute } from '../public-document-route.ts'
import { json, problems } from '../responses.ts'
import { instantSchema, kidSchema, publicJwkSchema } from '../schemas.ts'

const tags = ['Kiểm tra tem']

export const listIndexSchema = z
  .object({
    lists: z.array(
      z.object({
        kid: kidSchema,
        uri: z.string().openapi({ format: 'uri' }),
        issuedAt: instantSchema,
        expiresAt: instantSchema,
      }),
    ),
  })
  .openapi('StatusLists')

export const listIndexRoute = publicDocumentRoute({
  operationId: 'listStatusLists',
  path: '/.well-known/label-status.json',
  tags,
  summary: 'Danh sách trạng thái tem, để kiểm tra khi không có mạng',
  description: 'One status list for each key that signed labels and is not revoked.',
  responses: { 200: json(listIndexSchema, 'The lists.'), ...problems(503) },
})

export const statusListRoute = publicDocumentRoute({
  operationId: 'showStatusList',
  path: '/.well-known/label-status/{kid}',
  tags,
  summary: 'Danh sách trạng thái của các tem ký bằng một khóa',
  description: [
    'A Token Status List (draft-ietf-oauth-status-list) as JWT, two bits an index: 0 clear or something',
    'to know, 1 stop, 3 recalled. The claim `goc` says which index a label has: `batches` by REF, `serials`',
    'by REF as `[from, to, index, profiles]` (profiles of the letters c compact, f full, g gs1), `until`',
    'the instant from which the answer for a REF is unknown, `notices` the REFs of which there is something',
    'to know; of the indexes that reach a label the worst counts. `goc_issued`, at the index of a batch,',
    'has the serials that were issued, as `[from, to, profiles]`. A REF or serial not listed is unknown,',
    'and so is everything past `exp`.',
  ].join(' '),
  request: { params: z.object({ kid: kidSchema }) },
  responses: {
    200: {
      description: 'The signed list.',
      content: { 'application/statuslist+jwt': { schema: z.string() } },
    },
    ...problems(404, 503),
  },
})

export const statusKeysSchema = z
  .object({
    keys: z.array(publicJwkSchema),
  })
  .openapi('StatusKeySet')

export const statusKeysRoute = publicDocumentRoute({
  operationId: 'showStatusKeys',
  path: '/.well-known/status-jwks.json',
  tags,
  summary: 'Khóa công khai ký các danh sách trạng thái',
  description:
    'A JWK Set (RFC 7517) of the keys that sign status lists; none of them signs labels.',
  responses: { 200: json(statusKeysSchema, 'The key set.'), ...problems(503) },
})
