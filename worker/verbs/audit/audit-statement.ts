import type { Statement } from '../../../db/queries/run-batch.ts'
import { auditLog } from '../../../db/schema/index.ts'
import type { AuditAction, AuditEntity } from '../../copy/portal/audit-names.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { actorText, type VerbContext } from '../context.ts'

/**
 * The audit row of a change, to stand in the same atomic batch as the change itself. Never give it a
 * secret: `before` and `after` are kept for ever.
 */
export function auditStatement(
  ctx: VerbContext,
  entry: {
    action: AuditAction
    entity: AuditEntity
    entityId: string
    before?: unknown
    after?: unknown
    reason?: string | null
  },
): Statement {
  return ctx.db.insert(auditLog).values({
    at: ctx.now(),
    actor: actorText(ctx.actor),
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entityId,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason == null ? null : mendText(entry.reason),
    source: ctx.source,
  })
}
