import { isoInstant } from '../../lib/time/iso-instant.ts'
import type { Reading } from '../context.ts'
import { readingPermission } from '../guard/reading-permission.ts'
import { loadProduct } from './load-product.ts'

/** A product as it was declared; another organisation's is simply not there. */
export async function showProduct(ctx: Reading, id: string) {
  const row = await loadProduct(ctx, id, readingPermission(ctx))
  const { nameFolded: _, createdAt, archivedAt, images, standards, warnings, ...fields } = row
  return {
    ...fields,
    images: images.map(({ sizes: _, ...image }) => image),
    standards: [...standards],
    warnings: [...warnings],
    archivedAt: isoInstant(archivedAt),
    createdAt: isoInstant(createdAt),
  }
}
