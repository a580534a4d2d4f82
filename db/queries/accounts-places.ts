import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

export type PlaceChoice = { readonly code: string; readonly name: string }

/** The provinces in force, by name; 34 since July 2025. */
export function listProvinces(db: Database): Promise<PlaceChoice[]> {
  return db.all<PlaceChoice>(sql`
    SELECT code, name FROM administrative_unit WHERE level = 'province' AND valid_to IS NULL
    ORDER BY name_folded LIMIT 100`)
}

/** The commune of a province whose folded name is one of these. */
export async function findCommune(
  db: Database,
  input: { readonly provinceCode: string; readonly namesFolded: readonly string[] },
): Promise<PlaceChoice | null> {
  const [row] = await db.all<PlaceChoice>(sql`
    SELECT code, name FROM administrative_unit
    WHERE name_folded IN (SELECT value FROM json_each(${JSON.stringify(input.namesFolded)}))
      AND level = 'commune' AND parent_code = ${input.provinceCode} AND valid_to IS NULL LIMIT 1`)
  return row ?? null
}

/** Organisations whose folded name begins like this, a few of them. */
export function findOrganisationsLike(
  db: Database,
  prefixFolded: string,
): Promise<{ id: string; name: string }[]> {
  return db.all(sql`
    SELECT id, name FROM organisation
    WHERE name_folded >= ${prefixFolded} AND name_folded < ${`${prefixFolded}\u{10ffff}`}
    ORDER BY name_folded, id LIMIT 20`)
}

/** How a place is called; null parts have no name. */
export async function readPlaceNames(
  db: Database,
  place: { readonly provinceCode: string | null; readonly communeCode: string | null },
): Promise<{ provinceName: string | null; communeName: string | null }> {
  const nameOf = (level: 'province' | 'commune', code: string | null) =>
    sql`(SELECT name FROM administrative_unit WHERE level = ${level} AND code = ${code}
      ORDER BY valid_from DESC LIMIT 1)`
  const [row] = await db.all<{ provinceName: string | null; communeName: string | null }>(sql`
    SELECT ${nameOf('province', place.provinceCode)} AS provinceName,
      ${nameOf('commune', place.communeCode)} AS communeName`)
  return row ?? { provinceName: null, communeName: null }
}
