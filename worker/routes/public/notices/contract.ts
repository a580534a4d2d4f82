import { z } from '@hono/zod-openapi'
import { publicDocumentRoute } from '../public-document-route.ts'
import { cursorField, knownQuery, limitField, sinceField } from '../query-fields.ts'
import { json, problems } from '../responses.ts'
import { dateSchema, instantSchema, localTextSchema, marketSchema, orNull } from '../schemas.ts'

export const noticeItemSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['suspension', 'revocation', 'cancellation', 'restoration', 'recall']),
    on: dateSchema.openapi({ description: 'The day it took effect.' }),
    recordedAt: instantSchema,
    withdrawnAt: instantSchema.nullable(),
    replaces: z
      .string()
      .nullable()
      .openapi({ description: 'The id of what it corrects, which the list has no more.' }),
    subject: z.object({ text: z.string(), href: z.string() }).nullable(),
    name: z.string().nullable(),
    market: orNull(marketSchema),
    documentNo: z.string().nullable(),
    text: localTextSchema,
  })
  .openapi('Notice')

export const noticeListSchema = z
  .object({
    items: z.array(noticeItemSchema),
    nextCursor: z.string().nullable(),
    asOf: instantSchema,
    nextSince: instantSchema.openapi({
      description: 'What to give as `since` the next time, to miss nothing.',
    }),
    stale: z.boolean(),
  })
  .openapi('NoticeList')

const query = knownQuery({ since: sinceField, cursor: cursorField, limit: limitField })

const atom = { 'application/atom+xml': { schema: z.string().openapi({ format: 'xml' }) } }

const about = {
  tags: ['Thông báo'],
  request: { query },
}

export const noticesRoute = publicDocumentRoute({
  operationId: 'listNotices',
  ...about,
  path: '/api/v1/notices',
  summary: 'Các thông báo tạm dừng, thu hồi, hủy và khôi phục, mới nhất trước',
  description:
    'Suspensions, revocations and cancellations of codes, their return, and recalls of goods, newest first. Also as an Atom feed, by `Accept: application/atom+xml`.',
  responses: {
    200: {
      description: 'A page of notices.',
      content: { ...json(noticeListSchema, '').content, ...atom },
    },
    ...problems(400, 503),
  },
})

export const atomRoute = publicDocumentRoute({
  operationId: 'feedNotices',
  ...about,
  path: '/api/v1/notices.atom',
  summary: 'Cũng các thông báo ấy, dạng Atom',
  description: 'The same notices as an Atom feed (RFC 4287).',
  responses: {
    200: { description: 'A feed (RFC 4287).', content: atom },
    ...problems(400, 503),
  },
})
