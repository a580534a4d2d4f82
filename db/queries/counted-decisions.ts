import { type SQL, sql } from 'drizzle-orm'
import type { StatusEvent } from '../../worker/domain/standing/types.ts'
import { jsonRows } from './named-columns.ts'

const DECISION = ['id', 'market', 'status', 'effectiveOn', 'recordedAt'] as const

/** A decision on a code that counts, as far as the status of a day follows from it. */
export type CountedDecision = Readonly<Pick<StatusEvent, (typeof DECISION)[number]>>

/** The decisions on a code that count, as a JSON list of {@link CountedDecision}. */
export function countedDecisionsOf(codeId: SQL): SQL {
  return sql`(SELECT ${jsonRows('e', DECISION)} FROM counted_decision e WHERE e.code_id = ${codeId})`
}
