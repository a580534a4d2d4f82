import { and, asc, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { organisation, product } from '../schema/index.ts'
import { ownedWithin } from './owned-within.ts'
import { pick } from './pick.ts'

/** A product as lists show it. */
export type ProductListRow = Awaited<ReturnType<typeof listProducts>>[number]

/** Products by name, within bounds, after the last one of the page before. */
export function listProducts(
  db: Database,
  asked: {
    readonly bounds: Bounds
    /** Of this organisation alone; null for any. */
    readonly organisationId: string | null
    readonly gtin: string | null
    /** Folded words, each to be found somewhere in the name. */
    readonly words: readonly string[]
    /** Those put away, those in use, or both. */
    readonly archived: boolean | null
    readonly after: { readonly nameFolded: string; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, organisationId, gtin, words, archived, after, limit } = asked
  return db
    .select({
      ...pick(product, 'id', 'name', 'nameFolded', 'organisationId', 'gtin', 'brand', 'categoryId'),
      ...pick(product, 'netContentValue', 'netContentUnit', 'archivedAt'),
      organisation: organisation.name,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .where(
      and(
        ownedWithin(product.organisationId, bounds),
        organisationId === null ? undefined : eq(product.organisationId, organisationId),
        gtin === null ? undefined : eq(product.gtin, gtin),
        ...words.map((word) => sql`instr(${product.nameFolded}, ${word}) > 0`),
        archived === null ? undefined : inUse(archived),
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

function inUse(archived: boolean): SQL {
  return archived ? isNotNull(product.archivedAt) : isNull(product.archivedAt)
}
