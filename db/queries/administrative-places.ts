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
  /** The commune it belongs to; of a former province, the province. */
  readonly newWardCode: string
  readonly effectiveOn: string
}

/**
 * Successions `x` that lead to the unit that has the number now: numbers are used again, and what led
 * to the unit before is no name of this one.
 */
export const SUCCESSIONS_NOW = sql`administrative_succession x JOIN administrative_unit u
  ON u.level = iif(length(x.new_code) = 2, 'province', 'commune') AND u.code = x.new_code
    AND u.valid_to IS NULL AND x.effective_on >= u.valid_from`

export const SUCCESSION_COLUMNS = sql`x.old_name AS oldWardName,
  x.old_district_name AS oldDistrictName, x.old_province_name AS oldProvinceName,
  x.new_code AS newWardCode, x.effective_on AS effectiveOn`

/** Provinces and communes in force, and where each former commune belongs now. */
export async function readAdministrativePlaces(
  db: Database,
): Promise<{ units: UnitRecord[]; successions: SuccessionRecord[] }> {
  const [units, successions] = await db.batch([
    db.all<UnitRecord>(sql`
      SELECT code, level, name, parent_code AS parentCode, valid_from AS validFrom, valid_to AS validTo
      FROM administrative_unit WHERE valid_to IS NULL LIMIT ${MAX_ROWS}`),
    db.all<SuccessionRecord>(sql`
      SELECT ${SUCCESSION_COLUMNS} FROM ${SUCCESSIONS_NOW} LIMIT ${MAX_ROWS}`),
  ])
  return { units, successions }
}
