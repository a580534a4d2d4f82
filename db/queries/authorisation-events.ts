import { authorisationEvent } from '../schema/index.ts'
import { insertOf } from './row-statements.ts'

export type AuthorisationEventRow = typeof authorisationEvent.$inferSelect

/** Adds to the way of an authorisation. */
export const insertAuthorisationEvent = insertOf(authorisationEvent)
