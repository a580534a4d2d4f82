import type { RouteHandler } from '@hono/zod-openapi'
import type { BatchListRow } from '../../../db/queries/batch-list.ts'
import type { ProductListRow } from '../../../db/queries/product-list.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { isoInstant } from '../../lib/time/iso-instant.ts'
import { readBatches } from '../../verbs/batches/list-batches.ts'
import { showDeclaration } from '../../verbs/batches/show-declaration.ts'
import { listExceptions, showException } from '../../verbs/labels/show-exceptions.ts'
import { listRunsOfBatch } from '../../verbs/labels/show-run.ts'
import { readProducts } from '../../verbs/products/list-products.ts'
import { showProduct } from '../../verbs/products/show-product.ts'
import { PAGE_ROWS } from '../public/query-fields.ts'
import type * as contract from './reading-contract.ts'
import { verbContext } from './verb-context.ts'

type Handler<R extends keyof typeof contract> = RouteHandler<(typeof contract)[R], AppEnv>

/** An organisation's own affairs: kept by nobody on the way. */
const NOT_KEPT = { 'cache-control': 'no-store' }

/** Any token of the organisation. */
export const listOwnProducts: Handler<'listProductsRoute'> = async (c) => {
  const { organisation, gtin, cursor, limit } = c.req.valid('query')
  const { rows, nextCursor } = await readProducts(verbContext(c), {
    organisationId: organisation,
    gtin: gtin ?? null,
    cursor,
    limit: limit ?? PAGE_ROWS.usual,
  })
  return c.json({ items: rows.map(toProductItem), nextCursor }, 200, NOT_KEPT)
}

/** Any token of the organisation. */
export const seeProduct: Handler<'showProductRoute'> = async (c) =>
  c.json(await showProduct(verbContext(c), c.req.valid('param').id), 200, NOT_KEPT)

/** Any token of the organisation. */
export const listOwnBatches: Handler<'listBatchesRoute'> = async (c) => {
  const { lot, organisation, gtin, cursor, limit } = c.req.valid('query')
  const { rows, nextCursor } = await readBatches(verbContext(c), {
    organisationId: organisation,
    lot,
    gtin: gtin ?? null,
    cursor,
    limit: limit ?? PAGE_ROWS.usual,
  })
  return c.json({ items: rows.map(toBatchItem), nextCursor }, 200, NOT_KEPT)
}

/** Any token of the organisation. */
export const seeDeclaration: Handler<'declarationRoute'> = async (c) =>
  c.json(await showDeclaration(verbContext(c), c.req.valid('param').ref), 200, NOT_KEPT)

/** Any token of the organisation. */
export const listRunsOf: Handler<'listRunsRoute'> = async (c) => {
  const items = await listRunsOfBatch(verbContext(c), c.req.valid('param').ref)
  return c.json({ items }, 200, NOT_KEPT)
}

/** Any token of the organisation. */
export const listExceptionsOf: Handler<'listExceptionsRoute'> = async (c) => {
  const asked = { ref: c.req.valid('param').ref, all: c.req.valid('query').all === 'true' }
  const items = await listExceptions(verbContext(c), asked)
  return c.json({ items }, 200, NOT_KEPT)
}

/** Any token of the organisation. */
export const seeException: Handler<'showExceptionRoute'> = async (c) =>
  c.json(await showException(verbContext(c), c.req.valid('param').id), 200, NOT_KEPT)

function toProductItem(row: ProductListRow) {
  return {
    id: row.id,
    name: row.name,
    organisation: { id: row.organisationId, name: row.organisation },
    gtin: row.gtin,
    brand: row.brand,
    categoryId: row.categoryId,
  }
}

function toBatchItem(row: BatchListRow) {
  return {
    ref: row.ref,
    lot: row.lot,
    organisation: { id: row.organisationId, name: row.organisation },
    product: { id: row.productId, name: row.product, gtin: row.gtin },
    packedOn: row.packedOn,
    quantity: { value: row.quantityValue, unit: row.quantityUnit },
    sealedAt: isoInstant(row.sealedAt),
    annulledAt: isoInstant(row.annulledAt),
    createdAt: isoInstant(row.createdAt),
  }
}
