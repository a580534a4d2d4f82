import { createRoute, z } from '@hono/zod-openapi'
import { declaredBatchSchema } from '../public/declared-batch-schema.ts'
import { json } from '../public/responses.ts'
import {
  batchListSchema,
  batchQuery,
  exceptionQuery,
  exceptionSchemaOfBatch,
  exceptionsSchema,
  productEntrySchema,
  productListSchema,
  productQuery,
  runsSchema,
} from './reading-schemas.ts'
import { refusals } from './responses.ts'
import { anyToken, EXAMPLE_ID } from './token-parts.ts'
import { requires } from './verb-context.ts'

const about = {
  method: 'get' as const,
  tags: ['Phát hành tem'],
  security: anyToken,
  // Which scope makes no difference: whoever writes any of it reads all of it.
  middleware: [requires(null)],
}
const ref = z.object({ ref: z.string().openapi({ example: '7K3M9QX1' }) })
const id = z.object({ id: z.string().openapi({ example: EXAMPLE_ID }) })

export const listProductsRoute = createRoute({
  operationId: 'listProducts',
  ...about,
  path: '/api/v1/products',
  summary: 'Sản phẩm của đơn vị giữ mã truy cập, theo tên',
  request: { query: productQuery },
  responses: { 200: json(productListSchema, 'A page of products.'), ...refusals(400, 401) },
})

export const showProductRoute = createRoute({
  operationId: 'showProduct',
  ...about,
  path: '/api/v1/products/{id}',
  summary: 'Một sản phẩm',
  request: { params: id },
  responses: { 200: json(productEntrySchema, 'The product.'), ...refusals(401, 404) },
})

export const listBatchesRoute = createRoute({
  operationId: 'listBatches',
  ...about,
  path: '/api/v1/batches',
  summary: 'Lô hàng của đơn vị giữ mã truy cập, mới nhất trước',
  description: 'Sealed or not, annulled ones too; by one’s own lot number, or the product’s GTIN.',
  request: { query: batchQuery },
  responses: { 200: json(batchListSchema, 'A page of batches.'), ...refusals(400, 401) },
})

export const declarationRoute = createRoute({
  operationId: 'showDeclaration',
  ...about,
  path: '/api/v1/batches/{ref}/declaration',
  summary: 'Một lô hàng như đã khai',
  request: { params: ref },
  responses: { 200: json(declaredBatchSchema, 'What was declared.'), ...refusals(401, 404) },
})

export const listRunsRoute = createRoute({
  operationId: 'listRuns',
  ...about,
  path: '/api/v1/batches/{ref}/runs',
  summary: 'Các đợt in tem của một lô, mới nhất trước',
  request: { params: ref },
  responses: { 200: json(runsSchema, 'All of its runs.'), ...refusals(401, 404) },
})

export const listExceptionsRoute = createRoute({
  operationId: 'listExceptions',
  ...about,
  path: '/api/v1/batches/{ref}/exceptions',
  summary: 'Những gì đã báo về tem của một lô: thu hồi, hủy và rút lại',
  request: { params: ref, query: exceptionQuery },
  responses: {
    200: json(exceptionsSchema, 'Those that hold, or all, in the order of recording.'),
    ...refusals(400, 401, 404),
  },
})

export const showExceptionRoute = createRoute({
  operationId: 'showException',
  ...about,
  path: '/api/v1/exceptions/{id}',
  summary: 'Một báo về tem, còn hiệu lực hay không',
  request: { params: id },
  responses: { 200: json(exceptionSchemaOfBatch, 'The exception.'), ...refusals(401, 404) },
})
