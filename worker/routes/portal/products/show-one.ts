import { productHref } from '../../../../site/view/links.ts'
import { netContentText } from '../../../copy/net-content-text.ts'
import { PHOTOS_COPY } from '../../../copy/portal/photos.ts'
import { PRODUCTS_COPY as W } from '../../../copy/portal/products.ts'
import { PRODUCT_PAGE_COPY } from '../../../copy/product-page.ts'
import { imageFor } from '../../../domain/products/product-images.ts'
import { PRODUCT } from '../../../resources/product.ts'
import { factsOf } from '../../../resources/resource.ts'
import { readBatches } from '../../../verbs/batches/list-batches.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { categoryNames } from '../../../verbs/products/category-names.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { batchColumns } from '../batches/batch-table.ts'
import { certificationSection } from '../certifications/certification-section.ts'
import type { Portal } from '../portal-route.ts'
import { type Links, type SaidButton, showDetailPage } from '../show-detail-page.ts'
import { tableSection } from '../table-of.ts'

const PATH = '/portal/products'
const SHOWN_BATCHES = 10

/** `GET /portal/products/{id}`. */
export async function showOneProduct(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const row = await loadProduct(ctx, param('id'), PRODUCT.may.read)
  const { id, organisationId, categoryId } = row
  const asked = { organisationId, productId: id, cursor: null, limit: SHOWN_BATCHES }
  const target = { organisationId, place: null }
  const [{ rows, nextCursor }, categories, certifications] = await Promise.all([
    readBatches(ctx, asked),
    categoryNames(ctx, lang),
    certificationSection(portal, { productId: id, target }),
  ])
  const category = categories.find(({ value }) => value === categoryId)?.text ?? categoryId
  const mayWrite = mayDo(ctx.actor, 'batches.write', target)
  const isArchived = row.archivedAt !== null
  const facts = factsOf(PRODUCT, {
    row: { ...row, categoryId: category },
    lang,
    without: ['organisationId', 'name', 'images', 'netContentValue', 'netContentUnit'],
  })
  const batches = `/portal/batches?product=${encodeURIComponent(id)}`
  return showDetailPage(portal, {
    title: row.name,
    back: { href: PATH, text: W.title },
    done: {
      created: W.created,
      saved: W.saved,
      same: W.same,
      archived: W.archived,
      restored: W.restored,
    },
    notes: isArchived ? [{ kind: 'note', text: W.isArchived }] : undefined,
    primary:
      mayWrite && !isArchived
        ? {
            href: `/portal/batches/new?product=${encodeURIComponent(id)}`,
            text: W.newBatch,
          }
        : undefined,
    links: [
      { href: productHref(id, lang), text: PRODUCT_PAGE_COPY.publicPage },
      ...(mayWrite ? linksOf(id) : []),
    ],
    buttons: mayWrite ? [putAwayButton({ id, isArchived })] : [],
    facts: [
      { label: W.netContent, text: netContentText(row, lang) },
      // What nobody filled in is asked by the form; here it would only hide the rest.
      ...facts.filter(({ text }) => text !== null),
    ],
    sections: [
      row.images.length > 0 && {
        id: 'pictures',
        title: W.pictures,
        images: row.images.map((image) => imageFor(image, 'list')),
      },
      tableSection('batches', rows, {
        title: W.batches,
        columns: batchColumns(lang),
        empty: W.noBatches,
        links: nextCursor === null ? [] : [{ href: batches, text: W.allBatches }],
      }),
      certifications,
    ],
  })
}

function linksOf(id: string): Links {
  const encoded = encodeURIComponent(id)
  return [
    { href: `${PATH}/${encoded}/edit`, text: W.edit },
    { href: `${PATH}/${encoded}/photos`, text: PHOTOS_COPY.link },
    { href: `${PATH}/new?from=${encoded}`, text: W.duplicate },
  ]
}

function putAwayButton(of: { readonly id: string; readonly isArchived: boolean }): SaidButton {
  const { id, isArchived } = of
  const base = `${PATH}/${encodeURIComponent(id)}`
  return isArchived
    ? { action: `${base}/restore`, text: W.restore }
    : { action: `${base}/archive`, text: W.archive }
}
