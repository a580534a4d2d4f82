import { desc, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { auditLog } from '../schema/index.ts'
import { personName } from './person-name.ts'
import { pick } from './pick.ts'

/** Changes of one organisation that are looked through for its suspensions, newest first. */
const MOST_EXAMINED = 500

/** Suspensions of an organisation and their ends as the log has them, newest first, with who decided. */
export function listSuspensions(
  db: Database,
  input: { readonly organisationId: string; readonly limit: number },
) {
  const { organisationId, limit } = input
  const newest = sql`(SELECT seq FROM audit_log WHERE entity = 'organisation'
    AND entity_id = ${organisationId} ORDER BY seq DESC LIMIT ${MOST_EXAMINED})`
  return (
    db
      .select({
        ...pick(auditLog, 'seq', 'at', 'action', 'after', 'reason'),
        actorName: personName(auditLog.actor),
      })
      .from(auditLog)
      // Unary plus: by what they are about, never through all suspensions there are.
      .where(
        sql`${auditLog.seq} IN ${newest}
        AND +${auditLog.action} IN ('organisation.suspend', 'organisation.restore')`,
      )
      .orderBy(desc(auditLog.seq))
      .limit(limit)
  )
}
