import { z } from '@hono/zod-openapi'
import { declaredBatchSchema } from '../declared-batch-schema.ts'
import { publicDocumentRoute } from '../public-document-route.ts'
import { json, problems } from '../responses.ts'
import { provenanceSchema } from '../schemas.ts'

export const batchRoute = publicDocumentRoute({
  operationId: 'showBatch',
  path: '/api/v1/batches/{REF}',
  tags: ['Lô hàng'],
  summary: 'Hồ sơ công khai của một lô hàng',
  description:
    'The public provenance of a batch. REF as typed: case and hyphens are ignored, O is read as 0, I and L as 1. A batch is public once labels were issued for it; before, a token of its organisation reads what was declared.',
  request: {
    params: z.object({
      REF: z.string().openapi({ param: { name: 'REF', in: 'path' }, example: '7K3M9QX1' }),
    }),
  },
  responses: {
    200: json(
      z.union([provenanceSchema, declaredBatchSchema]),
      'The batch with the statuses of its codes today; to a token of its organisation what was declared, while it has no labels.',
    ),
    ...problems(400, 404, 503),
  },
})
