import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { product, productCategory } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { isAsRead } from './is-as-read.ts'
import type { Statement } from './run-batch.ts'

export type ProductRow = typeof product.$inferSelect

export function readProduct(db: Database, id: string): Promise<ProductRow | null> {
  return firstOf(db.select().from(product).where(eq(product.id, id)).limit(1))
}

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

export function setArchivedAt(
  db: Database,
  { id, archivedAt }: Pick<ProductRow, 'id' | 'archivedAt'>,
): Statement {
  return db.update(product).set({ archivedAt }).where(eq(product.id, id))
}

/** Holds while a product is put away, or in use, as it was read. */
export function isInState({ id, archivedAt }: Pick<ProductRow, 'id' | 'archivedAt'>): SQL {
  return sql`EXISTS (SELECT 1 FROM product WHERE id = ${id}
    AND ${isAsRead(sql`archived_at`, archivedAt)})`
}
