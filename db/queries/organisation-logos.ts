import { eq } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { organisationLogo } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { deleteOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

/** What an organisation has on its labels; null where it has none. */
export function readLogo(db: Database, organisationId: string) {
  return firstOf(
    db
      .select(pick(organisationLogo, 'width', 'height', 'base64'))
      .from(organisationLogo)
      .where(eq(organisationLogo.organisationId, organisationId)),
  )
}

export function putLogo(db: Database, row: typeof organisationLogo.$inferInsert): Statement {
  const { organisationId, ...set } = row
  return db
    .insert(organisationLogo)
    .values(row)
    .onConflictDoUpdate({ target: organisationLogo.organisationId, set })
}

export const deleteLogo = deleteOf(organisationLogo, organisationLogo.organisationId)
