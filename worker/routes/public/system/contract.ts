import { createRoute, z } from '@hono/zod-openapi'
import { publicDocumentRoute } from '../public-document-route.ts'
import { json, OPEN, problems } from '../responses.ts'
import { instantSchema, publicJwkSchema } from '../schemas.ts'

export const keySetSchema = z
  .object({
    keys: z.array(publicJwkSchema),
    revoked: z.array(z.object({ kid: z.string(), revokedFrom: instantSchema })),
  })
  .openapi('KeySet')

export const documentKeySetSchema = keySetSchema.pick({ keys: true }).openapi('DocumentKeySet')

export const keySetRoute = publicDocumentRoute({
  operationId: 'showKeySet',
  path: '/.well-known/jwks.json',
  tags: ['Kiểm tra tem'],
  summary: 'Khóa công khai để tự kiểm tra tem khi không có mạng',
  description:
    'A JWK Set (RFC 7517) of active and retired keys. A label under a key in `revoked` cannot be judged offline.',
  responses: {
    200: json(keySetSchema, 'The key set.'),
    ...problems(503),
  },
})

export const documentKeySetRoute = publicDocumentRoute({
  operationId: 'showDocumentKeySet',
  path: '/.well-known/document-jwks.json',
  tags: ['Kiểm tra tem'],
  summary: 'Khóa công khai để kiểm tra văn bản có chữ ký số',
  description:
    'A JWK Set (RFC 7517) of the keys that sign papers: the `.jws` beside a PDF is a compact JWS whose payload names the `sha256` of the PDF. None of these keys signs labels.',
  responses: {
    200: json(documentKeySetSchema, 'The key set.'),
    ...problems(503),
  },
})

const ok = z.object({ status: z.literal('ok') }).openapi('Health')

export const healthRoute = createRoute({
  operationId: 'showHealth',
  security: OPEN,
  method: 'get',
  path: '/healthz',
  tags: ['Vận hành'],
  summary: 'Tiến trình đang chạy',
  description: 'The process is up; nothing else is looked at.',
  responses: { 200: json(ok, 'It is.') },
})

export const readyRoute = createRoute({
  operationId: 'showReadiness',
  security: OPEN,
  method: 'get',
  path: '/readyz',
  tags: ['Vận hành'],
  summary: 'Cơ sở dữ liệu có trả lời',
  description: 'The database answers.',
  responses: { 200: json(ok, 'It does.'), ...problems(503) },
})
