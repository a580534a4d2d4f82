import { getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { site } from '../schema/index.ts'
import { namedColumns } from './named-columns.ts'

type Site = Readonly<typeof site.$inferSelect>

/** A site with its holder and kind. `kindFields` and `details` are JSON texts. */
export type SiteRow = Omit<Site, 'details'> & {
  readonly details: string | null
  readonly kindVi: string
  readonly kindEn: string
  readonly kindZh: string
  readonly labelSlot: string
  readonly kindFields: string | null
  readonly organisationName: string
}

/** Columns of {@link SiteRow}, from `site s`, `site_kind k` and `organisation o`. */
export const SITE_COLUMNS = sql`${namedColumns('s', Object.keys(getTableColumns(site)))},
  k.name_vi AS kindVi, k.name_en AS kindEn, k.name_zh AS kindZh, k.label_slot AS labelSlot,
  k.fields AS kindFields, o.name AS organisationName`

export const SITE_TABLES = sql`site s JOIN site_kind k ON k.id = s.kind
  JOIN organisation o ON o.id = s.organisation_id`

export async function readSite(db: Database, id: string): Promise<SiteRow | null> {
  const [row] = await db.all<SiteRow>(
    sql`SELECT ${SITE_COLUMNS} FROM ${SITE_TABLES} WHERE s.id = ${id} LIMIT 1`,
  )
  return row ?? null
}

export type CropRow = {
  readonly crop: string
  readonly variety: string | null
  readonly plantedAreaHa: number | null
}

export type TreatmentRow = { readonly treatment: string; readonly facilityCode: string | null }

const MOST = 200

/** What the form of a place shows beside its own row. */
export async function readSiteLists(
  db: Database,
  siteId: string,
): Promise<{ crops: CropRow[]; treatments: TreatmentRow[] }> {
  const [crops, treatments] = await db.batch([
    db.all<CropRow>(sql`SELECT crop, variety, planted_area_ha AS plantedAreaHa FROM site_crop
      WHERE site_id = ${siteId} ORDER BY planted_area_ha DESC, crop_folded LIMIT ${MOST}`),
    db.all<TreatmentRow>(sql`SELECT treatment, facility_code AS facilityCode FROM site_treatment
      WHERE site_id = ${siteId} ORDER BY treatment LIMIT ${MOST}`),
  ])
  return { crops, treatments }
}

/** Another place of the same holder, kind, name and commune that is not withdrawn. */
export function sameSite(input: {
  readonly organisationId: string
  readonly kind: string
  readonly nameFolded: string
  readonly communeCode: string | null
}) {
  return sql`SELECT 1 FROM site WHERE organisation_id = ${input.organisationId}
    AND kind = ${input.kind} AND name_folded = ${input.nameFolded}
    AND commune_code IS ${input.communeCode} AND withdrawn_at IS NULL`
}
