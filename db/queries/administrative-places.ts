import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

/** More units and successions than the country has ever had. */
const MAX_ROWS = 60_000

export type UnitRecord = {
  readonly code: string
  readonly level: 'province' | 'commune'
  readonly name: string
  readonly parentCode: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

export type SuccessionRecord = {
  readonly oldWardName: string
  readonly oldDistrictName: string | null
  readonly oldProvinceName: string | null
  readonly newWardCode: string
}

/** Provinces and communes in force, and where each former commune belongs now. */
export async function readAdministrativePlaces(
  db: Database,
): Promise<{ units: UnitRecord[]; successions: SuccessionRecord[] }> {
  const [units, successions] = await db.batch([
    db.all<UnitRecord>(sql`
      SELECT code, level, name, parent_code AS parentCode, valid_from AS validFrom, valid_to AS validTo
      FROM administrative_unit WHERE valid_to IS NULL LIMIT ${MAX_ROWS}`),
    db.all<SuccessionRecord>(sql`
      SELECT old_name AS oldWardName, old_district_name AS oldDistrictName,
        old_province_name AS oldProvinceName, new_code AS newWardCode
      FROM administrative_succession LIMIT ${MAX_ROWS}`),
  ])
  return { units, successions }
}
