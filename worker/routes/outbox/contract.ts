import { createRoute, z } from '@hono/zod-openapi'
import { OUTBOX_LIMITS, OUTBOX_STATUSES } from '../../domain/outbox/outbox-item.ts'
import { refusals } from '../issuing/responses.ts'
import { body } from '../issuing/write-request.ts'
import { json, problemSchema } from '../public/responses.ts'
import { ITEM_EXAMPLE, itemSchema } from './kind-schemas.ts'

const about = {
  tags: ['Ghi lúc không có mạng'],
  // Somebody signed in, on a page of ours, or a program.
  security: [{ session: [] }, { bearer: ['outbox:write'] }],
}

const account = z.object({
  'goc-account': z.string().optional().openapi({
    description:
      'Whose queue it is, as the device knows: where somebody else is signed in it is turned away whole.',
    maxLength: 64,
  }),
})

const resultSchema = z
  .object({
    id: z.string().openapi({ description: 'As it was sent.' }),
    status: z.enum(OUTBOX_STATUSES).openapi({
      description:
        '`later`: send it again, for what it needs has not arrived or we are in trouble. `already`: it was stored before.',
    }),
    problem: problemSchema.optional().openapi({ description: 'Why it is not stored, or not yet.' }),
  })
  .openapi('OutboxResult')

export const outboxRoute = createRoute({
  operationId: 'sendOutbox',
  ...about,
  method: 'post',
  path: '/api/v1/outbox',
  summary: 'Send what was written down without signal, each record once',
  description:
    'Records are stored in the order sent, each by itself. The id makes a record one: sent again, at once or a year later, it answers `already`; with another body, or from another account, it is refused `id_reused`. Photos go before the record that names them. A program sends records of diaries alone.',
  request: {
    headers: account,
    body: body(
      z
        .object({ items: z.array(itemSchema).openapi({ maxItems: OUTBOX_LIMITS.items }) })
        .openapi('Outbox'),
      { items: [ITEM_EXAMPLE] },
    ),
  },
  responses: {
    200: json(
      z.object({ results: z.array(resultSchema) }).openapi('OutboxAnswer'),
      'What became of each, in the order sent.',
    ),
    ...refusals(400, 401, 403, 409, 413, 415),
  },
})

const photo = z.object({
  sha256: z.string().openapi({
    pattern: '^[0-9a-f]{64}$',
    description: 'SHA-256 of the bytes, hexadecimal.',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  }),
})
const bytes = { schema: z.string().openapi({ format: 'binary' }) }
const pictures = { 'image/jpeg': bytes, 'image/png': bytes, 'image/webp': bytes }
const tag = {
  'Goc-Photo': z
    .string()
    .openapi({ description: 'Its hash again: an answer of somebody in between has none.' }),
}

export const putPhotoRoute = createRoute({
  operationId: 'sendOutboxPhoto',
  ...about,
  method: 'put',
  path: '/api/v1/outbox/photos/{sha256}',
  summary: 'Send a photo ahead of the record that shows it',
  description:
    'JPEG, PNG or WebP of at most 10 MB; what it is is told by its bytes. 500 MB that no record shows may lie there, for 30 days. Place and time in it stay private and are in nothing that is given out.',
  request: {
    params: photo,
    headers: account,
    body: { required: true, content: pictures },
  },
  responses: {
    200: { description: 'It was here already.', headers: z.object(tag) },
    201: {
      description: 'It is here.',
      headers: z.object({ Location: z.string().openapi({ description: 'Its address.' }), ...tag }),
    },
    ...refusals(400, 401, 403, 409, 413, 415),
  },
})

export const seePhotoRoute = createRoute({
  operationId: 'showOutboxPhoto',
  ...about,
  method: 'get',
  path: '/api/v1/outbox/photos/{sha256}',
  summary: 'A photo of one’s own as it was sent; HEAD asks whether it is here whole',
  request: { params: photo, headers: account },
  responses: {
    200: { description: 'The photo.', content: pictures, headers: z.object(tag) },
    ...refusals(400, 401, 403, 404, 409),
  },
})
