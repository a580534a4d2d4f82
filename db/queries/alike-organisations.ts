import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import type { RegisterOrganisation } from './code-register.ts'
import { inPages } from './in-pages.ts'

const KEYS_PER_PAGE = 2_000
const MOST_OF_ONE_KEY = 20

/** Organisations whose names spell out as one of `keys`, by the index of that. */
export async function readAlikeOrganisations(
  db: Database,
  keys: readonly string[],
): Promise<RegisterOrganisation[]> {
  return inPages([...new Set(keys)], KEYS_PER_PAGE, (page) =>
    db.all<RegisterOrganisation>(sql`
      SELECT id, name, name_folded AS nameFolded, kind, name_consent_on AS nameConsentOn,
        commune_code AS communeCode, commune_name AS communeName,
        province_code AS provinceCode, province_name AS provinceName,
        name_key AS nameKey
      FROM organisation
      WHERE name_key IN (SELECT value FROM json_each(${JSON.stringify(page)}))
      ORDER BY id LIMIT ${MOST_OF_ONE_KEY * KEYS_PER_PAGE}`),
  )
}
