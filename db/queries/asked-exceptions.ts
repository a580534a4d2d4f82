import { desc, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { auditLog } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'

/** Requests of one batch for an exception, in the log: a handful of rows by the index on what they are about. */
const ofBatch = (batchId: string): SQL =>
  sql`${auditLog.entity} = 'batch' AND ${auditLog.entityId} = ${batchId}
    AND +${auditLog.action} = 'batch.check.ask'`

/** When a batch's packer last asked for an exception, who and why; null where nobody did. */
export function readLastAsked(db: Database, batchId: string) {
  return firstOf(
    db
      .select({ ...pick(auditLog, 'at', 'reason'), by: personName(auditLog.actor) })
      .from(auditLog)
      .where(ofBatch(batchId))
      .orderBy(desc(auditLog.seq))
      .limit(1),
  )
}

/** Holds while nobody has asked for an exception of this batch since an instant. */
export function isNotAskedSince({
  batchId,
  at,
}: {
  readonly batchId: string
  readonly at: number
}): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM ${auditLog} WHERE ${ofBatch(batchId)}
    AND ${auditLog.at} > ${at})`
}
