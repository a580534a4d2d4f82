import {
  MOST_TOLD,
  type PublicOrganisationRow,
  readPublicOrganisation,
} from '../../../db/queries/public-products.ts'
import { nameIn, SITE_KINDS } from '../../copy/names.ts'
import { imageFor } from '../../domain/products/product-images.ts'
import type { PublicOrganisation } from '../../domain/products/public-product.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { publicSiteName } from '../batches/public-names.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'
import { publicProducer } from '../products/public-product-view.ts'

/**
 * A producer with its products and codes. Null for a natural person who has not agreed to be named,
 * whose things nobody may gather under one address, and for whoever has neither product nor code.
 */
export async function findPublicOrganisation(
  deps: PublicReadDeps,
  id: string,
): Promise<Fresh<PublicOrganisation> | null> {
  if (!/^[\w-]{1,60}$/.test(id)) return null
  const { value, readAt, stale } = await readFresh(deps, {
    key: `organisation-1:${id}`,
    load: () => readPublicOrganisation(deps.db(), id),
  })
  const shown = value === null ? null : publicOrganisation(value, vietnamDateOf(deps.now()))
  return shown === null ? null : { value: shown, readAt, stale }
}

function publicOrganisation(row: PublicOrganisationRow, today: string): PublicOrganisation | null {
  const { products, codes } = row
  const { id, name, ...producer } = publicProducer(row, today)
  if (id === null || name === null || products.length + codes.length === 0) return null
  return {
    ...{ id, name, ...producer, gln: row.gln },
    products: products.slice(0, MOST_TOLD).map(({ images: [image], ...told }) => ({
      ...{ id: told.id, name: told.name },
      image: image === undefined ? null : imageFor(image, 'list'),
    })),
    codes: codes.slice(0, MOST_TOLD).map(({ code, kind, siteName, communeName, provinceName }) => ({
      ...{ code, kind, commune: communeName, province: provinceName },
      name: publicSiteName({ ...row, siteName, fallback: nameIn(SITE_KINDS, kind, 'vi') }),
    })),
    more: products.length > MOST_TOLD || codes.length > MOST_TOLD,
  }
}
