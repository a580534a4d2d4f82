import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../client.ts'
import { administrativeUnit } from '../schema/index.ts'
import {
  SUCCESSION,
  SUCCESSIONS_NOW,
  type SuccessionRecord,
  UNIT,
  type UnitRecord,
} from './administrative-places.ts'
import { among } from './among.ts'
import type { RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { rowsOf } from './rows-of.ts'

const MOST = 500

/**
 * The provinces with their former names, the communes called so, and the former communes called so
 * with what they became: all that is needed to tell which commune a name means.
 */
export async function readPlacesNamed(
  db: Database,
  namesFolded: readonly string[],
): Promise<{ units: UnitRecord[]; successions: SuccessionRecord[] }> {
  const names = among(namesFolded)
  const [units, successions] = await db.batch([
    rowsOf(
      db,
      UNIT,
      sql`(SELECT * FROM administrative_unit WHERE level = 'province' AND valid_to IS NULL
        UNION SELECT * FROM administrative_unit
          WHERE name_folded IN ${names} AND level = 'commune' AND valid_to IS NULL
        UNION SELECT * FROM administrative_unit WHERE level = 'commune' AND valid_to IS NULL
          AND code IN (SELECT new_code FROM administrative_succession WHERE old_name_folded IN ${names})
        LIMIT ${MOST}) administrative_unit`,
    ),
    rowsOf(
      db,
      SUCCESSION,
      sql`(SELECT administrative_succession.* FROM ${SUCCESSIONS_NOW} WHERE old_name_folded IN ${names}
        UNION ALL SELECT administrative_succession.* FROM ${SUCCESSIONS_NOW}
          WHERE id >= 'province/' AND id < 'province/~' LIMIT ${MOST}) administrative_succession`,
    ),
  ])
  return { units, successions }
}

const commune = administrativeUnit
const province = alias(administrativeUnit, 'province')

const COMMUNE = {
  communeCode: commune.code,
  communeName: commune.name,
  provinceCode: province.code,
  provinceName: province.name,
}

export type CommuneRow = RowOf<typeof COMMUNE>

/** The commune in force with this code, and its province. */
export function readCommune(db: Database, communeCode: string): Promise<CommuneRow | null> {
  const isProvince = and(
    eq(province.level, 'province'),
    eq(province.code, commune.parentCode),
    isNull(province.validTo),
  )
  const isIt = and(
    eq(commune.level, 'commune'),
    eq(commune.code, communeCode),
    isNull(commune.validTo),
  )
  return firstOf(
    db.select(COMMUNE).from(commune).innerJoin(province, isProvince).where(isIt).limit(1),
  )
}
