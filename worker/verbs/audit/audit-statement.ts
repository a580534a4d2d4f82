import type { Statement } from '../../../db/queries/run-batch.ts'
import { auditLog } from '../../../db/schema/index.ts'
import type { AuditAction, AuditEntity } from '../../copy/portal/audit-names.ts'
import { audited, type TellingAction } from '../../domain/audit/audited.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { actorText, type VerbContext } from '../context.ts'

/** What was done to what. The thing is named where the name of the change does not say it, or another. */
export type AuditEntry = {
  readonly entityId: string
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string | null
} & (
  | { readonly action: TellingAction; readonly entity?: undefined }
  | { readonly action: AuditAction; readonly entity: AuditEntity }
)

/**
 * The audit row of a change, to stand in the same atomic batch as the change itself. Never give it a
 * secret: `before` and `after` are kept for ever.
 */
export function auditStatement(ctx: VerbContext, entry: AuditEntry): Statement {
  return ctx.db.insert(auditLog).values({
    at: ctx.now(),
    actor: actorText(ctx.actor),
    action: entry.action,
    entity: entry.entity === undefined ? audited(entry.action) : entry.entity,
    entityId: entry.entityId,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason == null ? null : mendText(entry.reason),
    source: ctx.source,
  })
}
