import { getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { administrativeSuccession, administrativeUnit } from '../schema/index.ts'
import type { RowOf } from './fields.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

/** More units and successions than the country has ever had. */
const MAX_ROWS = 60_000

const { nameFolded: _, ...UNIT } = getTableColumns(administrativeUnit)

export { UNIT }
export type UnitRecord = RowOf<typeof UNIT>

export const SUCCESSION = {
  oldWardName: administrativeSuccession.oldName,
  ...pick(administrativeSuccession, 'oldDistrictName', 'oldProvinceName'),
  /** The commune it belongs to; of a former province, the province. */
  newWardCode: administrativeSuccession.newCode,
  effectiveOn: administrativeSuccession.effectiveOn,
}

export type SuccessionRecord = RowOf<typeof SUCCESSION>

/**
 * Successions that lead to the unit that has the number now: numbers are used again, and what led
 * to the unit before is no name of this one.
 */
export const SUCCESSIONS_NOW = sql`administrative_succession JOIN administrative_unit u
  ON u.level = iif(length(new_code) = 2, 'province', 'commune') AND u.code = new_code
    AND u.valid_to IS NULL AND effective_on >= u.valid_from`

/** Provinces and communes in force, and where each former commune belongs now. */
export async function readAdministrativePlaces(
  db: Database,
): Promise<{ units: UnitRecord[]; successions: SuccessionRecord[] }> {
  const [units, successions] = await db.batch([
    db.select(UNIT).from(administrativeUnit).where(isNull(UNIT.validTo)).limit(MAX_ROWS),
    rowsOf(db, SUCCESSION, sql`${SUCCESSIONS_NOW} LIMIT ${MAX_ROWS}`),
  ])
  return { units, successions }
}
