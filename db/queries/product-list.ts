import { and, asc, eq, gt, or } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { organisation, product } from '../schema/index.ts'

/** A product as lists show it. */
export type ProductListRow = Awaited<ReturnType<typeof listProducts>>[number]

/** Products by name, of one organisation or of everybody's, after the last one of the page before. */
export function listProducts(
  db: Database,
  asked: {
    readonly organisationId: string | null
    readonly gtin: string | null
    readonly after: { readonly nameFolded: string; readonly id: string } | null
    readonly limit: number
  },
) {
  const { organisationId, gtin, after, limit } = asked
  return db
    .select({
      id: product.id,
      name: product.name,
      nameFolded: product.nameFolded,
      organisationId: product.organisationId,
      organisation: organisation.name,
      gtin: product.gtin,
      brand: product.brand,
      categoryId: product.categoryId,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .where(
      and(
        organisationId === null ? undefined : eq(product.organisationId, organisationId),
        gtin === null ? undefined : eq(product.gtin, gtin),
        after === null
          ? undefined
          : or(
              gt(product.nameFolded, after.nameFolded),
              and(eq(product.nameFolded, after.nameFolded), gt(product.id, after.id)),
            ),
      ),
    )
    .orderBy(asc(product.nameFolded), asc(product.id))
    .limit(limit)
}
