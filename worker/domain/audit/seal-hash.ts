import { base64Url } from '../label/base64url.ts'
import type { AuditRow } from './audit-row.ts'

/** Stands for the hash before the first row. Another way of hashing would begin with another text. */
export const AUDIT_GENESIS = 'goc-audit-1'

const ENCODER = new TextEncoder()

/**
 * The seal of a row of the audit log: SHA-256, in base64url, over the UTF-8 bytes of the JSON array
 * `[hash of the row before, seq, at, actor, action, entity, entityId, before, after, reason, source]`
 * without white space, where `before` and `after` are strings (the stored text, not parsed) or null.
 * The order is fixed and JSON quotes every text, so no two rows have the same bytes. The first row
 * follows `AUDIT_GENESIS`.
 */
export async function sealHash(previous: string, row: AuditRow): Promise<string> {
  const { seq, at, actor, action, entity, entityId, before, after, reason, source } = row
  const bytes = ENCODER.encode(
    JSON.stringify([
      previous,
      ...[seq, at, actor, action, entity, entityId],
      ...[before, after, reason, source],
    ]),
  )
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
