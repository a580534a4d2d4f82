import { createRoute, z } from '@hono/zod-openapi'
import { publicDocument } from '../document-response.ts'
import { langField } from '../query-fields.ts'
import { json, notModified, OPEN } from '../responses.ts'

export const documentRoute = createRoute({
  operationId: 'showDescription',
  security: OPEN,
  method: 'get',
  path: '/api/openapi.json',
  tags: ['Tài liệu'],
  summary: 'Bản mô tả API này (OpenAPI 3.1)',
  description: 'This description.',
  middleware: publicDocument,
  responses: {
    200: json(
      z.looseObject({ openapi: z.string() }).openapi({ description: 'OpenAPI 3.1' }),
      'The description of every operation.',
    ),
    ...notModified,
  },
})

export const docsRoute = createRoute({
  operationId: 'showDocs',
  security: OPEN,
  method: 'get',
  path: '/api/docs',
  tags: ['Tài liệu'],
  summary: 'Bản mô tả API dưới dạng trang đọc, và cách bắt đầu',
  description:
    'The same description as a page to read, in the language of `lang` or `Accept-Language`, with a request for each operation.',
  middleware: publicDocument,
  request: { query: z.object({ lang: langField }) },
  responses: {
    200: {
      description: 'A page without scripts and without requests to other sites.',
      content: { 'text/html': { schema: z.string() } },
    },
    ...notModified,
  },
})
