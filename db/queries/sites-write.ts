import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { Statement } from './run-batch.ts'
import type { CropRow, TreatmentRow } from './sites-rows.ts'

/** What a person can change of a place. `details` is JSON text. */
export type SiteFacts = {
  readonly name: string
  readonly nameFolded: string
  readonly hamlet: string | null
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
  readonly formerDistrict: string | null
  readonly areaHa: number | null
  readonly capacityTPerDay: number | null
  readonly householdCount: number | null
  readonly representative: string | null
  readonly phone: string | null
  readonly details: string | null
}

export function insertSite(
  db: Database,
  input: {
    readonly id: string
    readonly kind: string
    readonly organisationId: string
    readonly facts: SiteFacts
    readonly at: number
  },
): Statement {
  const { facts: f } = input
  return db.run(sql`
    INSERT INTO site (id, kind, organisation_id, name, name_folded, hamlet, commune_code,
      commune_name, province_code, province_name, former_district, area_ha, capacity_t_per_day,
      household_count, representative, phone, details, version, created_at)
    VALUES (${input.id}, ${input.kind}, ${input.organisationId}, ${f.name}, ${f.nameFolded},
      ${f.hamlet}, ${f.communeCode}, ${f.communeName}, ${f.provinceCode}, ${f.provinceName},
      ${f.formerDistrict}, ${f.areaHa}, ${f.capacityTPerDay}, ${f.householdCount},
      ${f.representative}, ${f.phone}, ${f.details}, 1, ${input.at})`)
}

/** Guard it by {@link versionIs} in the same batch. */
export function updateSite(db: Database, id: string, f: SiteFacts): Statement {
  return db.run(sql`
    UPDATE site SET name = ${f.name}, name_folded = ${f.nameFolded}, hamlet = ${f.hamlet},
      commune_code = ${f.communeCode}, commune_name = ${f.communeName},
      province_code = ${f.provinceCode}, province_name = ${f.provinceName},
      former_district = ${f.formerDistrict}, area_ha = ${f.areaHa},
      capacity_t_per_day = ${f.capacityTPerDay}, household_count = ${f.householdCount},
      representative = ${f.representative}, phone = ${f.phone}, details = ${f.details},
      version = version + 1
    WHERE id = ${id}`)
}

/** Holds while nobody else changed the place since it was read at that version; never for a number that is none. */
export function versionIs(id: string, version: number) {
  const read = Number.isSafeInteger(version) ? version : -1
  return sql`(SELECT version FROM site WHERE id = ${id}) = ${read}`
}

export function replaceCrops(
  db: Database,
  siteId: string,
  crops: readonly (CropRow & { readonly cropFolded: string })[],
): Statement[] {
  const rows = JSON.stringify(
    crops.map((row) => [row.crop, row.cropFolded, row.variety, row.plantedAreaHa]),
  )
  return [
    db.run(sql`DELETE FROM site_crop WHERE site_id = ${siteId}`),
    db.run(sql`
      INSERT INTO site_crop (site_id, crop, crop_folded, variety, planted_area_ha)
      SELECT ${siteId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${rows})`),
  ]
}

export function replaceTreatments(
  db: Database,
  siteId: string,
  treatments: readonly TreatmentRow[],
): Statement[] {
  const rows = JSON.stringify(treatments.map((row) => [row.treatment, row.facilityCode]))
  return [
    db.run(sql`DELETE FROM site_treatment WHERE site_id = ${siteId}`),
    db.run(sql`
      INSERT INTO site_treatment (site_id, treatment, facility_code)
      SELECT ${siteId}, value ->> 0, value ->> 1 FROM json_each(${rows})`),
  ]
}

/** Takes a place back, or puts it back with null. */
export function setWithdrawn(
  db: Database,
  input: { readonly id: string; readonly at: number | null },
): Statement {
  return db.run(sql`
    UPDATE site SET withdrawn_at = ${input.at}, version = version + 1 WHERE id = ${input.id}`)
}

/** Holds while every code of the place was itself taken back. */
export function hasNoStandingCode(siteId: string) {
  return sql`NOT EXISTS (SELECT 1 FROM code WHERE site_id = ${siteId} AND withdrawn_at IS NULL)`
}
