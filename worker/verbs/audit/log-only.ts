import { type AuditEntry, change, type Right } from '../change.ts'
import type { VerbContext } from '../context.ts'

/** Keeps in the log that something was looked at or taken along; nothing else is written. */
export function logOnly(ctx: VerbContext, right: Right, entry: AuditEntry): Promise<void> {
  return change(ctx, { ...right, statements: [], audit: [entry] })
}
