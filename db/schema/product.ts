import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { NET_CONTENT_UNITS } from '../../worker/domain/products/net-content.ts'
import type { ImageView } from '../../worker/domain/standing/provenance.ts'
import type { PartText } from '../../worker/lib/text/local-text.ts'
import { id, instant } from './columns.ts'
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
    organisationId: text()
      .notNull()
      .references(() => organisation.id),
    name: text().notNull(),
    nameFolded: text().notNull(),
    gtin: text(),
    brand: text(),
    /** What one pack holds, as printed on it. */
    netContentValue: real(),
    netContentUnit: text({ enum: NET_CONTENT_UNITS }),
    categoryId: text().references(() => productCategory.id),
    images: text({ mode: 'json' }).$type<readonly ImageView[]>().notNull(),
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
