import { eq, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { organisation } from '../schema/index.ts'
import { among } from './among.ts'
import { readOf } from './row-statements.ts'

export type OrganisationRow = typeof organisation.$inferSelect

export const readOrganisation = readOf(organisation, organisation.id)

/** Organisations whose folded name is exactly this; a few at most, for the caller to tell apart. */
export function findOrganisations(db: Database, nameFolded: string): Promise<OrganisationRow[]> {
  return db.select().from(organisation).where(eq(organisation.nameFolded, nameFolded)).limit(5)
}

/** Organisations of these names, folded; of each name whoever has it. */
export function findOrganisationsNamed(
  db: Database,
  namesFolded: readonly string[],
): Promise<OrganisationRow[]> {
  return db
    .select()
    .from(organisation)
    .where(sql`${organisation.nameFolded} IN ${among(namesFolded)}`)
    .limit(1_000)
}
