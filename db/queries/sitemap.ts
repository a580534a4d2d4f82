import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { number, text } from './fields.ts'
import { MAY_BE_NAMED } from './register-entry-rules.ts'
import { rowOf, rowsOf } from './rows-of.ts'

/** What search engines are told of. */
export const SITEMAP_KINDS = ['products', 'organisations', 'codes'] as const
export type SitemapKind = (typeof SITEMAP_KINDS)[number]

/**
 * What stands in an address, and of what rows: products in use; producers that have a page (persons
 * only where they agreed to be named), codes that were not taken back. Walked in the order of an index.
 */
const SOURCES: Readonly<Record<SitemapKind, { readonly key: SQL; readonly from: SQL }>> = {
  products: { key: sql`p.id`, from: sql`product p WHERE p.archived_at IS NULL` },
  organisations: {
    key: sql`o.id`,
    from: sql`organisation o
      WHERE ${MAY_BE_NAMED}
        AND (EXISTS (SELECT 1 FROM product p WHERE p.organisation_id = o.id AND p.archived_at IS NULL)
          OR EXISTS (SELECT 1 FROM site s JOIN code c ON c.site_id = s.id
            WHERE s.organisation_id = o.id AND c.withdrawn_at IS NULL))`,
  },
  codes: { key: sql`c.code`, from: sql`code c WHERE c.withdrawn_at IS NULL` },
}

/** Keys of a kind after one of them, in order. */
export async function sitemapKeys(
  db: Database,
  asked: { readonly kind: SitemapKind; readonly after: string; readonly limit: number },
): Promise<string[]> {
  const rows = await keysOf(db, asked, sql`LIMIT ${asked.limit}`)
  return rows.map(({ key }) => key)
}

/** The last key of the page that begins after one; null where that is the last page. */
export async function lastKeyOfPage(
  db: Database,
  asked: { readonly kind: SitemapKind; readonly after: string; readonly pageSize: number },
): Promise<string | null> {
  const [last, next] = await keysOf(db, asked, sql`LIMIT 2 OFFSET ${asked.pageSize - 1}`)
  return last === undefined || next === undefined ? null : last.key
}

function keysOf(
  db: Database,
  { kind, after }: { readonly kind: SitemapKind; readonly after: string },
  window: SQL,
) {
  const { key, from } = SOURCES[kind]
  return rowsOf(
    db,
    { key: text(key) },
    sql`${from} AND ${key} > ${after} ORDER BY ${key} ${window}`,
  )
}

/** How many there are of all kinds together, counted no further than `upTo`. */
export async function countSitemapKeys(db: Database, upTo: number): Promise<number> {
  const { products, organisations, codes } = SOURCES
  const all = sql`(SELECT 1 FROM ${codes.from} UNION ALL SELECT 1 FROM ${products.from}
    UNION ALL SELECT 1 FROM ${organisations.from} LIMIT ${upTo})`
  return (await rowOf(db, { count: number(sql`count(*)`) }, all)).count
}
