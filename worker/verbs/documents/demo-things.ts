import type { Database } from '../../../db/client.ts'
import { sitemapKeys } from '../../../db/queries/sitemap.ts'

/** A product and a producer that have a page, by the names paths have for them; for examples that answer. */
export async function demoThings(db: Database): Promise<Readonly<Record<string, string>>> {
  const first = { after: '', limit: 1 }
  const [PRODUCT] = await sitemapKeys(db, { kind: 'products', ...first })
  const [ORGANISATION] = await sitemapKeys(db, { kind: 'organisations', ...first })
  return {
    ...(PRODUCT === undefined ? {} : { PRODUCT }),
    ...(ORGANISATION === undefined ? {} : { ORGANISATION }),
  }
}
