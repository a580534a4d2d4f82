import { sql } from 'drizzle-orm'
import type { SiteFacts } from '../../worker/domain/sites/site-facts.ts'
import type { Database } from '../client.ts'
import { site } from '../schema/index.ts'
import { columnList, jsonValues } from './named-columns.ts'
import { changeOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'
import type { CropRow, TreatmentRow } from './sites-rows.ts'

/** What a person can change of a site. */
export type SiteValues = SiteFacts &
  Pick<
    typeof site.$inferSelect,
    'name' | 'nameFolded' | 'communeCode' | 'communeName' | 'provinceCode' | 'provinceName'
  > & { readonly details: Readonly<Record<string, string | number>> | null }

export function insertSite(
  db: Database,
  input: {
    readonly id: string
    readonly kind: string
    readonly organisationId: string
    readonly values: SiteValues
    readonly at: number
  },
): Statement {
  const { id, kind, organisationId, values, at } = input
  return db.insert(site).values({ ...values, id, kind, organisationId, createdAt: at })
}

/** Changes a place. Guard it by {@link versionIs} in the same batch. */
export const changeSite = changeOf(site)

/** Holds while nobody else changed the place since it was read at that version; never for a number that is none. */
export function versionIs(id: string, version: number) {
  const read = Number.isSafeInteger(version) ? version : -1
  return sql`(SELECT version FROM site WHERE id = ${id}) = ${read}`
}

const CROP = ['crop', 'cropFolded', 'variety', 'plantedAreaHa'] as const

export function replaceCrops(
  db: Database,
  siteId: string,
  crops: readonly (CropRow & { readonly cropFolded: string })[],
): Statement[] {
  return [
    db.run(sql`DELETE FROM site_crop WHERE site_id = ${siteId}`),
    db.run(sql`
      INSERT INTO site_crop (site_id, ${columnList(CROP)})
      SELECT ${siteId}, ${jsonValues(CROP)} FROM json_each(${JSON.stringify(crops)})`),
  ]
}

const TREATMENT = ['treatment', 'facilityCode'] as const

export function replaceTreatments(
  db: Database,
  siteId: string,
  treatments: readonly TreatmentRow[],
): Statement[] {
  return [
    db.run(sql`DELETE FROM site_treatment WHERE site_id = ${siteId}`),
    db.run(sql`
      INSERT INTO site_treatment (site_id, ${columnList(TREATMENT)})
      SELECT ${siteId}, ${jsonValues(TREATMENT)} FROM json_each(${JSON.stringify(treatments)})`),
  ]
}

/** Holds while every code of the place was itself taken back. */
export function hasNoStandingCode(siteId: string) {
  return sql`NOT EXISTS (SELECT 1 FROM code WHERE site_id = ${siteId} AND withdrawn_at IS NULL)`
}
