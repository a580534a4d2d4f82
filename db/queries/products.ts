import { and, asc, eq, ne } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { product, productCategory } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { isStill } from './row-guards.ts'
import { readOf, setOf } from './row-statements.ts'

export type ProductRow = typeof product.$inferSelect

export const readProduct = readOf(product, product.id)

/** The product that a new one would be the same as: by its name in the organisation, else by GTIN. */
export async function readSameProduct(
  db: Database,
  wanted: Pick<ProductRow, 'id' | 'organisationId' | 'nameFolded' | 'gtin'>,
): Promise<ProductRow | null> {
  const { id, organisationId, nameFolded, gtin } = wanted
  const other = ne(product.id, id)
  const named = and(
    eq(product.organisationId, organisationId),
    eq(product.nameFolded, nameFolded),
    other,
  )
  const byName = await firstOf(db.select().from(product).where(named).limit(1))
  if (byName !== null || gtin === null) return byName
  return firstOf(
    db
      .select()
      .from(product)
      .where(and(eq(product.gtin, gtin), other))
      .limit(1),
  )
}

/** The ids products may be filed under. */
export async function listCategoryIds(db: Database): Promise<string[]> {
  const rows = await db.select({ id: productCategory.id }).from(productCategory).limit(500)
  return rows.map(({ id }) => id)
}

/** The categories with their names. */
export function listCategories(db: Database) {
  return db.select().from(productCategory).orderBy(asc(productCategory.nameVi)).limit(500)
}

export const setArchivedAt = setOf(product, 'archivedAt')

/** Holds while a product is put away, or in use, as it was read. */
export const isInState = isStill(product, 'archivedAt')
