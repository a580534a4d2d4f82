import { PRODUCTS_COPY as W } from '../../../copy/portal/products.ts'
import { PRODUCT } from '../../../resources/product.ts'
import { textsOf } from '../../../resources/resource.ts'
import { archiveProduct } from '../../../verbs/products/archive-product.ts'
import { categoryNames } from '../../../verbs/products/category-names.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { PRODUCT_RULES } from '../../../verbs/products/product-rules.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForms } from '../records/record-routes.ts'
import { seeOther } from '../show-portal-page.ts'
import { photoRoutes } from './photos.ts'
import { showProductList } from './show-list.ts'
import { showOneProduct } from './show-one.ts'

const PATH = '/portal/products'
const { read, write } = PRODUCT.may
const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`

/** What a producer sells. */
export const productRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: read, handle: showProductList },
  ...recordForms({
    resource: PRODUCT,
    rules: PRODUCT_RULES,
    path: PATH,
    editPath: `${PATH}/:id/edit`,
    words: { addTitle: W.add, editTitle: W.edit, save: W.save },
    startFrom: startFrom,
    settled: ({ person }) => (person.role === 'admin' ? [] : ['organisationId']),
    choices: async ({ ctx, lang }) => ({ categoryId: await categoryNames(ctx, lang) }),
    after: ({ id, done }) => `${pathOf(id)}?done=${done}`,
    backOf: (id) => (id === null ? PATH : pathOf(id)),
  }),
  { method: 'GET', path: `${PATH}/:id`, may: read, handle: showOneProduct },
  ...photoRoutes,
  { method: 'POST', path: `${PATH}/:id/archive`, may: write, handle: putAway(true) },
  { method: 'POST', path: `${PATH}/:id/restore`, may: write, handle: putAway(false) },
]

/** A new one is one's own organisation's, and like another where `from` names it. */
async function startFrom({ c, ctx, person }: Portal): Promise<Readonly<Record<string, string>>> {
  const organisationId = c.req.query('organisation') ?? person.organisationId
  const from = c.req.query('from')
  if (from === undefined) return { organisationId }
  const row = await loadProduct(ctx, from, 'batches.write')
  // A bar code is one product's alone.
  return { ...textsOf(PRODUCT, row), gtin: '' }
}

function putAway(archived: boolean) {
  return async (portal: Portal): Promise<Response> => {
    const { ctx, param } = portal
    const id = param('id')
    await archiveProduct({ ctx, input: { id, archived } })
    return seeOther(portal, `${pathOf(id)}?done=${archived ? 'archived' : 'restored'}`)
  }
}
