import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { organisation, site, siteCrop, siteKind, siteTreatment } from '../schema/index.ts'
import { maybe, type RowOf, text } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'

export const SITE_FIELDS = {
  ...getTableColumns(site),
  details: maybe(text(sql`${site.details}`)),
  kindVi: siteKind.nameVi,
  kindEn: siteKind.nameEn,
  kindZh: siteKind.nameZh,
  labelSlot: siteKind.labelSlot,
  kindFields: maybe(text(sql`${siteKind.fields}`)),
  organisationName: organisation.name,
}

/** A site with its holder and kind. `kindFields` and `details` are JSON texts. */
export type SiteRow = RowOf<typeof SITE_FIELDS>

export function readSite(db: Database, id: string): Promise<SiteRow | null> {
  return firstOf(
    db
      .select(SITE_FIELDS)
      .from(site)
      .innerJoin(siteKind, eq(siteKind.id, site.kind))
      .innerJoin(organisation, eq(organisation.id, site.organisationId))
      .where(eq(site.id, id))
      .limit(1),
  )
}

const CROP = pick(siteCrop, 'crop', 'variety', 'plantedAreaHa')
export type CropRow = RowOf<typeof CROP>

const TREATMENT = pick(siteTreatment, 'treatment', 'facilityCode')
export type TreatmentRow = RowOf<typeof TREATMENT>

const MOST = 200

/** What the form of a place shows beside its own row. */
export async function readSiteLists(
  db: Database,
  siteId: string,
): Promise<{ crops: CropRow[]; treatments: TreatmentRow[] }> {
  const [crops, treatments] = await db.batch([
    db
      .select(CROP)
      .from(siteCrop)
      .where(eq(siteCrop.siteId, siteId))
      .orderBy(desc(siteCrop.plantedAreaHa), siteCrop.cropFolded)
      .limit(MOST),
    db
      .select(TREATMENT)
      .from(siteTreatment)
      .where(eq(siteTreatment.siteId, siteId))
      .orderBy(siteTreatment.treatment)
      .limit(MOST),
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
