import type { DetailButton, Link } from '../../../../site/models/records.ts'
import { productHref } from '../../../../site/view/links.ts'
import { netContentText } from '../../../copy/net-content-text.ts'
import { PHOTOS_COPY } from '../../../copy/portal/photos.ts'
import { PRODUCTS_COPY as W } from '../../../copy/portal/products.ts'
import { PRODUCT_PAGE_COPY } from '../../../copy/product-page.ts'
import { imageFor } from '../../../domain/products/product-images.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { PRODUCT } from '../../../resources/product.ts'
import { factsOf } from '../../../resources/resource.ts'
import { readBatches } from '../../../verbs/batches/list-batches.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { categoryNames } from '../../../verbs/products/category-names.ts'
import { loadProduct } from '../../../verbs/products/load-product.ts'
import { batchTable } from '../batches/batch-table.ts'
import { certificationSection } from '../certifications/certification-section.ts'
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

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
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: row.name,
    back: { href: PATH, text: W.title[lang] },
    done: doneOf(portal, {
      created: W.created,
      saved: W.saved,
      same: W.same,
      archived: W.archived,
      restored: W.restored,
    }),
    ...(isArchived ? { notes: [{ kind: 'note' as const, text: W.isArchived[lang] }] } : {}),
    ...(mayWrite && !isArchived
      ? {
          primary: {
            href: `/portal/batches/new?product=${encodeURIComponent(id)}`,
            text: W.newBatch[lang],
          },
        }
      : {}),
    links: [
      { href: productHref(id, lang), text: PRODUCT_PAGE_COPY.publicPage[lang] },
      ...(mayWrite ? linksOf(id, lang) : []),
    ],
    buttons: mayWrite ? [putAwayButton({ id, isArchived, lang })] : [],
    facts: [
      { label: W.netContent[lang], text: netContentText(row, lang) },
      // What nobody filled in is asked by the form; here it would only hide the rest.
      ...facts.filter(({ text }) => text !== null),
    ],
    sections: [
      ...(row.images.length === 0
        ? []
        : [
            {
              id: 'pictures',
              title: W.pictures[lang],
              images: row.images.map((image) => imageFor(image, 'list')),
            },
          ]),
      {
        id: 'batches',
        title: W.batches[lang],
        table: { ...batchTable(rows, lang), empty: W.noBatches[lang] },
        links: nextCursor === null ? [] : [{ href: batches, text: W.allBatches[lang] }],
      },
      certifications,
    ],
  })
}

function linksOf(id: string, lang: Language): Link[] {
  const encoded = encodeURIComponent(id)
  return [
    { href: `${PATH}/${encoded}/edit`, text: W.edit[lang] },
    { href: `${PATH}/${encoded}/photos`, text: PHOTOS_COPY.link[lang] },
    { href: `${PATH}/new?from=${encoded}`, text: W.duplicate[lang] },
  ]
}

function putAwayButton(of: { id: string; isArchived: boolean; lang: Language }): DetailButton {
  const { id, isArchived, lang } = of
  const base = `${PATH}/${encodeURIComponent(id)}`
  return isArchived
    ? { action: `${base}/restore`, text: W.restore[lang] }
    : { action: `${base}/archive`, text: W.archive[lang] }
}
