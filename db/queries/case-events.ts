import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { caseEvent } from '../schema/index.ts'
import { insertRows } from './insert-rows.ts'
import { personName } from './person-name.ts'
import { insertOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type CaseEventRow = typeof caseEvent.$inferSelect
export type Filed = Pick<CaseEventRow, 'entity' | 'entityId'>

const MOST = 1_000

/** The way of a case or finding, from its beginning. */
export function listCaseEvents(db: Database, { entity, entityId }: Filed) {
  return db
    .select({ ...getTableColumns(caseEvent), actorName: personName(caseEvent.actor) })
    .from(caseEvent)
    .where(and(eq(caseEvent.entity, entity), eq(caseEvent.entityId, entityId)))
    .orderBy(asc(caseEvent.at), asc(caseEvent.id))
    .limit(MOST)
}

/** Many at once, in the order given. */
export function insertCaseEvents(db: Database, rows: readonly CaseEventRow[]): Statement {
  return insertRows(db, caseEvent, rows)
}

export const insertCaseEvent = insertOf(caseEvent)
