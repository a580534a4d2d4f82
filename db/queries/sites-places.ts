import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import {
  SUCCESSION_COLUMNS,
  SUCCESSIONS_NOW,
  type SuccessionRecord,
  type UnitRecord,
} from './administrative-places.ts'

const MOST = 500

/**
 * The provinces with their former names, the communes called so, and the former communes called so
 * with what they became: all that is needed to tell which commune a name means.
 */
export async function readPlacesNamed(
  db: Database,
  namesFolded: readonly string[],
): Promise<{ units: UnitRecord[]; successions: SuccessionRecord[] }> {
  const names = sql`(SELECT value FROM json_each(${JSON.stringify(namesFolded)}))`
  const columns = sql`code, level, name, parent_code AS parentCode, valid_from AS validFrom,
    valid_to AS validTo`
  const [units, successions] = await db.batch([
    db.all<UnitRecord>(sql`
      SELECT ${columns} FROM administrative_unit WHERE level = 'province' AND valid_to IS NULL
      UNION SELECT ${columns} FROM administrative_unit
        WHERE name_folded IN ${names} AND level = 'commune' AND valid_to IS NULL
      UNION SELECT ${columns} FROM administrative_unit WHERE level = 'commune'
        AND valid_to IS NULL
        AND code IN (SELECT new_code FROM administrative_succession WHERE old_name_folded IN ${names})
      LIMIT ${MOST}`),
    db.all<SuccessionRecord>(sql`
      SELECT ${SUCCESSION_COLUMNS} FROM ${SUCCESSIONS_NOW} WHERE x.old_name_folded IN ${names}
      UNION ALL SELECT ${SUCCESSION_COLUMNS} FROM ${SUCCESSIONS_NOW}
        WHERE x.id >= 'province/' AND x.id < 'province/~' LIMIT ${MOST}`),
  ])
  return { units, successions }
}

export type CommuneRow = {
  readonly communeCode: string
  readonly communeName: string
  readonly provinceCode: string
  readonly provinceName: string
}

/** The commune in force with this code, and its province. */
export async function readCommune(db: Database, communeCode: string): Promise<CommuneRow | null> {
  const [row] = await db.all<CommuneRow>(sql`
    SELECT c.code AS communeCode, c.name AS communeName, p.code AS provinceCode,
      p.name AS provinceName
    FROM administrative_unit c
    JOIN administrative_unit p ON p.level = 'province' AND p.code = c.parent_code
      AND p.valid_to IS NULL
    WHERE c.level = 'commune' AND c.code = ${communeCode} AND c.valid_to IS NULL LIMIT 1`)
  return row ?? null
}
