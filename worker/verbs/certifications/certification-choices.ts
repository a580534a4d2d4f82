import { listSites } from '../../../db/queries/sites-list.ts'
import { readBatches } from '../batches/list-batches.ts'
import type { Reading } from '../context.ts'
import { readProducts } from '../products/list-products.ts'

/** More than anybody chooses from in one list; who has more begins at the page of the thing itself. */
const MOST = 200

type Choice = { readonly value: string; readonly text: string }

/** What a certification of an organisation may be limited to, by the field that names it. */
export async function certificationChoices(
  ctx: Reading,
  organisationId: string,
): Promise<Readonly<Record<'productId' | 'siteId' | 'batchId', readonly Choice[]>>> {
  const asked = { organisationId, cursor: null, limit: MOST }
  const filter = { words: null, searchKeyPrefix: null, kind: null, cropFolded: null }
  const [products, batches, sites] = await Promise.all([
    readProducts(ctx, asked),
    readBatches(ctx, asked),
    listSites(ctx.db, {
      bounds: { kind: 'organisation', organisationId },
      filter: { ...filter, placeNames: null, withdrawn: false },
      after: null,
      limit: MOST,
    }),
  ])
  return {
    productId: products.rows.map(({ id, name }) => ({ value: id, text: name })),
    batchId: batches.rows.map(({ id, lot, product, ref }) => ({
      value: id,
      text: `${product}, ${lot} (${ref})`,
    })),
    siteId: sites.rows.map(({ id, name }) => ({ value: id, text: name })),
  }
}
