import { getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { siteKind } from '../schema/index.ts'
import { maybe, type RowOf, text } from './fields.ts'

const { fields, ...COLUMNS } = getTableColumns(siteKind)

/** `fields` is JSON text. */
const KIND = { ...COLUMNS, fields: maybe(text(sql`${fields}`)) }

export type SiteKindRow = RowOf<typeof KIND>

/** Kinds of place, growing areas and packing houses first. */
export function listSiteKinds(db: Database): Promise<SiteKindRow[]> {
  return db
    .select(KIND)
    .from(siteKind)
    .orderBy(
      sql`CASE ${siteKind.id} WHEN 'growing_area' THEN 0 WHEN 'packing_house' THEN 1 ELSE 2 END`,
      siteKind.nameVi,
    )
    .limit(100)
}
