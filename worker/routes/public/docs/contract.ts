import { z } from '@hono/zod-openapi'
import { publicDocumentRoute } from '../public-document-route.ts'
import { langField } from '../query-fields.ts'
import { json } from '../responses.ts'

export const documentRoute = publicDocumentRoute({
  operationId: 'showDescription',
  path: '/api/openapi.json',
  tags: ['Tài liệu'],
  summary: 'Bản mô tả API này (OpenAPI 3.1)',
  description: 'This description.',
  responses: {
    200: json(
      z.looseObject({ openapi: z.string() }).openapi({ description: 'OpenAPI 3.1' }),
      'The description of every operation.',
    ),
  },
})

export const docsRoute = publicDocumentRoute({
  operationId: 'showDocs',
  path: '/api/docs',
  tags: ['Tài liệu'],
  summary: 'Bản mô tả API dưới dạng trang đọc, và cách bắt đầu',
  description:
    'The same description as a page to read, in the language of `lang` or `Accept-Language`, with a request for each operation.',
  request: { query: z.object({ lang: langField }) },
  responses: {
    200: {
      description: 'A page without scripts and without requests to other sites.',
      content: { 'text/html': { schema: z.string() } },
    },
  },
})
