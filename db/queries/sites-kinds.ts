import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

export type SiteKindRow = {
  readonly id: string
  readonly nameVi: string
  readonly nameEn: string
  readonly nameZh: string
  readonly labelSlot: string
  /** JSON text. */
  readonly fields: string | null
}

/** Kinds of place, growing areas and packing houses first. */
export function listSiteKinds(db: Database): Promise<SiteKindRow[]> {
  return db.all<SiteKindRow>(sql`
    SELECT id, name_vi AS nameVi, name_en AS nameEn, name_zh AS nameZh,
      label_slot AS labelSlot, fields
    FROM site_kind
    ORDER BY CASE id WHEN 'growing_area' THEN 0 WHEN 'packing_house' THEN 1 ELSE 2 END, name_vi
    LIMIT 100`)
}
