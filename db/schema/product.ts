import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { NET_CONTENT_UNITS } from '../../worker/domain/products/net-content.ts'
import type { ProductImage } from '../../worker/domain/products/product-images.ts'
import { PHOTO_TYPES } from '../../worker/lib/files/photo-types.ts'
import type { PartText } from '../../worker/lib/text/local-text.ts'
import { id, idOf, instant } from './columns.ts'
import { organisation } from './organisation.ts'

/** Categories are rows: the plans also cover forestry, fishery and livestock. */
export const productCategory = sqliteTable('product_category', {
  id: text().primaryKey(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  nameZh: text().notNull(),
})

/** Something a producer sells. The GTIN is optional and, where there is one, belongs to one product only. */
export const product = sqliteTable(
  'product',
  {
    id: id(),
    organisationId: idOf(() => organisation.id),
    name: text().notNull(),
    nameFolded: text().notNull(),
    gtin: text(),
    brand: text(),
    /** What one pack holds, as printed on it. */
    netContentValue: real(),
    netContentUnit: text({ enum: NET_CONTENT_UNITS }),
    categoryId: text().references(() => productCategory.id),
    images: text({ mode: 'json' }).$type<readonly ProductImage[]>().notNull(),
    standards: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    shelfLife: text(),
    storage: text(),
    warnings: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    /** Days from packing after which it is not to be sold; expiry of a batch is offered from it. */
    shelfLifeDays: integer(),
    /** Kilograms that go into one of it, where it is made and not only packed: tea takes 5 fresh. */
    inputPerOutput: real(),
    description: text({ mode: 'json' }).$type<PartText | null>(),
    story: text({ mode: 'json' }).$type<PartText | null>(),
    /** Geographical indication, collective or certification mark it may carry, and its registration. */
    mark: text(),
    markNo: text(),
    /** Put away: no batch is made of it any more, what there is stays. */
    archivedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('product_gtin').on(t.gtin),
    uniqueIndex('product_name').on(t.organisationId, t.nameFolded),
    // Lists of everybody's, by name.
    index('product_by_name').on(t.nameFolded, t.id),
  ],
)

/**
 * A picture file of a product: a photo somebody handed in, or a smaller one made of it (`originalSha256`
 * names the photo, of itself too). Which photos a product has, in what order, stands in its `images`;
 * here stands what `/media` may give out. A photo taken out keeps its row and file while documents of
 * batches name it, and until then nobody who kept such a document sees a hole.
 */
export const productPicture = sqliteTable(
  'product_picture',
  {
    productId: idOf(() => product.id),
    /** Of its bytes as they are given out, hexadecimal: its address and where the file store keeps it. */
    sha256: text().notNull(),
    originalSha256: text().notNull(),
    mediaType: text({ enum: PHOTO_TYPES }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    createdAt: instant().notNull(),
    actor: text().notNull(),
    /** When the photo was taken out of the product; null while it is among them. */
    removedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.sha256] }),
    // An address is asked for by the hash alone.
    index('product_picture_sha256').on(t.sha256),
    // What may be dropped, the longest out first.
    index('product_picture_removed').on(t.removedAt).where(sql`removed_at IS NOT NULL`),
  ],
)
