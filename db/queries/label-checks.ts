import type { Database } from '../client.ts'
import { labelCheck } from '../schema/index.ts'
import { insertRows } from './insert-rows.ts'
import type { Statement } from './run-batch.ts'

export type LabelCheckRow = typeof labelCheck.$inferSelect

/** The checks of one record. */
export function insertLabelChecks(db: Database, rows: readonly LabelCheckRow[]): Statement {
  return insertRows(db, labelCheck, rows)
}
