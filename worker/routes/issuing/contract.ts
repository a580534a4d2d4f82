import { createRoute, z } from '@hono/zod-openapi'
import { LABEL_FORMATS } from '../../verbs/labels/label-file.ts'
import { json } from '../public/responses.ts'
import { acceptsJson } from './accepts-json.ts'
import { created, refusals, writeRefusals } from './responses.ts'
import {
  batchChangesSchema,
  batchCreatedSchema,
  batchSchema,
  exceptionCreatedSchema,
  exceptionSchema,
  issuedSchema,
  issueSchema,
  productCreatedSchema,
  productSchema,
  recalledSchema,
  recallSchema,
  runSchema,
} from './schemas.ts'
import { anyToken, EXAMPLE_ID, scoped } from './token-parts.ts'
import { requires } from './verb-context.ts'
import { body, writes } from './write-request.ts'

const ref = z.object({ ref: z.string().openapi({ example: '7K3M9QX1' }) })
const run = z.object({ id: z.string().openapi({ example: EXAMPLE_ID }) })

export const createProductRoute = createRoute({
  operationId: 'createProduct',
  method: 'post',
  path: '/api/v1/products',
  tags: ['Phát hành tem'],
  summary: 'Thêm một sản phẩm',
  security: scoped('batches:write'),
  middleware: [requires('batches.write'), ...acceptsJson],
  request: {
    headers: writes,
    body: body(productSchema, { name: 'Xoài cát Hòa Lộc', brand: 'Minh Họa' }),
  },
  responses: { ...created(productCreatedSchema, 'The product.'), ...writeRefusals },
})

export const createBatchRoute = createRoute({
  operationId: 'createBatch',
  method: 'post',
  path: '/api/v1/batches',
  tags: ['Phát hành tem'],
  summary: 'Khai một lô hàng',
  description: 'All of it may change until the first labels seal it.',
  security: scoped('batches:write'),
  middleware: [requires('batches.write'), ...acceptsJson],
  request: {
    headers: writes,
    body: body(batchSchema, {
      ...{ productId: EXAMPLE_ID, lot: 'L-7', packedOn: '2026-06-10' },
      ...{ quantity: { value: 500, unit: 'kg' }, markets: ['VNM'] },
    }),
  },
  responses: { ...created(batchCreatedSchema, 'The batch.'), ...writeRefusals },
})

export const updateBatchRoute = createRoute({
  operationId: 'updateBatch',
  method: 'patch',
  path: '/api/v1/batches/{ref}',
  tags: ['Phát hành tem'],
  summary: 'Sửa một lô hàng chưa in tem',
  security: scoped('batches:write'),
  middleware: [requires('batches.write'), ...acceptsJson],
  request: {
    params: ref,
    headers: writes,
    body: body(batchChangesSchema, { expiresOn: '2027-06-10' }),
  },
  responses: { 200: json(batchCreatedSchema, 'The batch.'), ...writeRefusals },
})

export const issueRoute = createRoute({
  operationId: 'issueLabels',
  method: 'post',
  path: '/api/v1/batches/{ref}/labels',
  tags: ['Phát hành tem'],
  summary: 'Cấp một đợt tem',
  description:
    'Makes a run; the labels themselves are at its `labels`. The first run seals the batch. `fallback` says when the labels are of another profile than asked for.',
  security: scoped('labels:issue'),
  middleware: [requires('labels.issue'), ...acceptsJson],
  request: {
    params: ref,
    headers: writes,
    body: body(issueSchema, { count: 100, profile: 'full' }),
  },
  responses: { ...created(issuedSchema, 'The run.'), ...writeRefusals },
})

export const showRunRoute = createRoute({
  operationId: 'showRun',
  method: 'get',
  path: '/api/v1/runs/{id}',
  tags: ['Phát hành tem'],
  summary: 'Một đợt in tem và những gì đã xảy ra với nó',
  security: anyToken,
  middleware: [requires(null)],
  request: { params: run },
  responses: { 200: json(runSchema, 'The run.'), ...refusals(401, 404) },
})

const serial = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional()
  .openapi({ type: 'integer', minimum: 0, example: 1 })

const fileContent = { schema: z.string().openapi({ format: 'binary' }) }

export const labelsRoute = createRoute({
  operationId: 'downloadLabels',
  method: 'get',
  path: '/api/v1/runs/{id}/labels',
  tags: ['Phát hành tem'],
  summary: 'Tem của một đợt in, dạng tệp',
  description:
    'The same bytes whenever it is asked for. `layout`: 65, 24 or 8 labels a sheet (pdf), or WIDTHxHEIGHT in mm with @203 or @300 (zpl). Voided, lost, stolen and recalled labels are left out; `Goc-Skipped` names them.',
  security: scoped('labels:issue'),
  middleware: [requires('labels.issue')],
  request: {
    params: run,
    query: z.strictObject({
      format: z.enum(LABEL_FORMATS).default('csv'),
      layout: z.string().max(20).optional().openapi({
        pattern: '^(?:65|24|8|\\d{2,3}x\\d{2,3}(?:@(?:203|300))?)$',
        example: '24',
      }),
      from: serial,
      to: serial,
    }),
  },
  responses: {
    200: {
      description: 'The file.',
      headers: z.object({
        'Content-Disposition': z.string().openapi({ description: 'The name of the file.' }),
        'Goc-Skipped': z
          .string()
          .optional()
          .openapi({ description: 'What was left out, as `2-2 void, 5-7 lost`.' }),
      }),
      content: {
        'text/csv': fileContent,
        'application/pdf': fileContent,
        'text/plain': fileContent,
        'application/zip': fileContent,
      },
    },
    ...refusals(400, 401, 403, 404, 409, 422),
  },
})

export const exceptionRoute = createRoute({
  operationId: 'addException',
  method: 'post',
  path: '/api/v1/runs/{id}/exceptions',
  tags: ['Phát hành tem'],
  summary: 'Báo tem hủy, thất lạc, mất cắp hoặc thu hồi',
  description:
    'The same again, while it holds, writes nothing and answers the exception that is there.',
  security: scoped('labels:void'),
  middleware: [requires('labels.void'), ...acceptsJson],
  request: {
    params: run,
    headers: writes,
    body: body(exceptionSchema, { kind: 'void', from: 1, to: 1, reason: 'Tem rách' }),
  },
  responses: { ...created(exceptionCreatedSchema, 'The exception.'), ...writeRefusals },
})

export const recallRoute = createRoute({
  operationId: 'recallBatch',
  method: 'post',
  path: '/api/v1/batches/{ref}/recall',
  tags: ['Phát hành tem'],
  summary: 'Thu hồi một lô hàng, hoặc rút lại việc thu hồi',
  description:
    'The same again writes nothing and answers the exceptions that are there. Taking back is refused where no recall holds.',
  security: scoped('recalls:write'),
  middleware: [requires('recalls.write'), ...acceptsJson],
  request: {
    params: ref,
    headers: writes,
    body: body(recallSchema, { reason: 'Thu hồi để kiểm tra dư lượng', documentNo: '12/QĐ' }),
  },
  responses: { ...created(recalledSchema, 'The exceptions written.'), ...writeRefusals },
})
