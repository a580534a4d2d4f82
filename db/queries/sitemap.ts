import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { MAY_BE_NAMED } from './register-entry-rules.ts'

/** What search engines are told of. */
export const SITEMAP_KINDS = ['products', 'organisations', 'codes'] as const
export type SitemapKind = (typeof SITEMAP_KINDS)[number]

/**
 * What stands in an address, and of what rows: products in use; producers that have a page (persons
 * only where they agreed to be named), codes that were not taken back. Walked in the order of an index.
 */
const SOURCES: Readonly<Record<SitemapKind, { readonly key: SQL; readonly from: SQL }>> = {
  products: { key: sql`p.id`, from: sql`FROM product p WHERE p.archived_at IS NULL` },
  organisations: {
    key: sql`o.id`,
    from: sql`FROM organisation o
      WHERE ${MAY_BE_NAMED}
        AND (EXISTS (SELECT 1 FROM product p WHERE p.organisation_id = o.id AND p.archived_at IS NULL)
          OR EXISTS (SELECT 1 FROM site s JOIN code c ON c.site_id = s.id
            WHERE s.organisation_id = o.id AND c.withdrawn_at IS NULL))`,
  },
  codes: { key: sql`c.code`, from: sql`FROM code c WHERE c.withdrawn_at IS NULL` },
}

/** Keys of a kind after one of them, in order. */
export async function sitemapKeys(
  db: Database,
  asked: { readonly kind: SitemapKind; readonly after: string; readonly limit: number },
): Promise<string[]> {
  const { key, from } = SOURCES[asked.kind]
  const rows = await db.all<{ key: string }>(sql`
    SELECT ${key} AS key ${from} AND ${key} > ${asked.after} ORDER BY ${key} LIMIT ${asked.limit}`)
  return rows.map((row) => row.key)
}

/** The last key of the page that begins after one; null where that is the last page. */
export async function lastKeyOfPage(
  db: Database,
  asked: { readonly kind: SitemapKind; readonly after: string; readonly pageSize: number },
): Promise<string | null> {
  const { key, from } = SOURCES[asked.kind]
  const [last, next] = await db.all<{ key: string }>(sql`
    SELECT ${key} AS key ${from} AND ${key} > ${asked.after} ORDER BY ${key}
    LIMIT 2 OFFSET ${asked.pageSize - 1}`)
  return last === undefined || next === undefined ? null : last.key
}

/** How many there are of all kinds together, counted no further than `upTo`. */
export async function countSitemapKeys(db: Database, upTo: number): Promise<number> {
  const { products, organisations, codes } = SOURCES
  const [row] = await db.all<{ count: number }>(sql`
    SELECT count(*) AS count FROM (
      SELECT 1 ${codes.from} UNION ALL SELECT 1 ${products.from}
      UNION ALL SELECT 1 ${organisations.from} LIMIT ${upTo})`)
  return row?.count ?? 0
}
