import { desc, eq } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { authorisationEvent } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type AuthorisationEventRow = typeof authorisationEvent.$inferSelect

const MOST_EVENTS = 200

/** Adds to the way of an authorisation. */
export function insertAuthorisationEvent(db: Database, row: AuthorisationEventRow): Statement {
  return db.insert(authorisationEvent).values(row)
}

/** What became of an authorisation, the latest first. */
export function listAuthorisationEvents(
  db: Database,
  linkId: string,
): Promise<AuthorisationEventRow[]> {
  return db
    .select()
    .from(authorisationEvent)
    .where(eq(authorisationEvent.linkId, linkId))
    .orderBy(desc(authorisationEvent.recordedAt), desc(authorisationEvent.id))
    .limit(MOST_EVENTS)
}
