import type { Database } from '../client.ts'
import { authorisationEvent } from '../schema/index.ts'
import type { Statement } from './run-batch.ts'

export type AuthorisationEventRow = typeof authorisationEvent.$inferSelect

/** Adds to the way of an authorisation. */
export function insertAuthorisationEvent(db: Database, row: AuthorisationEventRow): Statement {
  return db.insert(authorisationEvent).values(row)
}
