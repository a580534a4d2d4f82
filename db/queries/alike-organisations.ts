import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { organisation } from '../schema/index.ts'
import { among } from './among.ts'
import { REGISTER_ORGANISATION, type RegisterOrganisation } from './code-register.ts'
import { inPages } from './in-pages.ts'

const KEYS_PER_PAGE = 2_000
const MOST_OF_ONE_KEY = 20

/** Organisations whose names spell out as one of `keys`, by the index of that. */
export async function readAlikeOrganisations(
  db: Database,
  keys: readonly string[],
): Promise<RegisterOrganisation[]> {
  return inPages([...new Set(keys)], KEYS_PER_PAGE, (page) => alikeOrganisationsQuery(db, page))
}

export function alikeOrganisationsQuery(db: Database, keys: readonly string[]) {
  return db
    .select(REGISTER_ORGANISATION)
    .from(organisation)
    .where(sql`${organisation.nameKey} IN ${among(keys)}`)
    .orderBy(organisation.id)
    .limit(MOST_OF_ONE_KEY * KEYS_PER_PAGE)
}
