import { listSuspensions } from '../../../db/queries/organisation-suspensions.ts'
import type { Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** A decision on an organisation as its page tells it. */
export type SuspensionDecision = {
  /** Null where the suspension was lifted. */
  readonly suspendedOn: string | null
  readonly reason: string
  /** Null in decisions of versions that did not ask for it. */
  readonly documentNo: string | null
  /** Epoch milliseconds. */
  readonly at: number
  /** Null where no person of the portal decided. */
  readonly by: string | null
}

const MOST_SHOWN = 20

/** The suspensions of an organisation that was opened, and their ends, newest first. */
export async function readSuspensions(
  ctx: Reading,
  organisationId: string,
): Promise<SuspensionDecision[]> {
  requireAny(ctx, 'organisations.read')
  const rows = await listSuspensions(ctx.db, { organisationId, limit: MOST_SHOWN })
  return rows.map(({ after, reason, at, actorName: by }) => ({
    suspendedOn: textIn(after, 'suspendedOn'),
    documentNo: textIn(after, 'documentNo'),
    reason: reason ?? '',
    at,
    by,
  }))
}

/** A text of what the log keeps, by its name. */
function textIn(kept: unknown, name: string): string | null {
  if (typeof kept !== 'object' || kept === null || !(name in kept)) return null
  const value = (kept as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? value : null
}
