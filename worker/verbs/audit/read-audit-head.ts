import { readHead, type Seal } from '../../../db/queries/audit-chain.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { sealAudit } from './seal-audit.ts'

/** The newest seal of the audit log, everything written so far sealed first; null for an empty log. */
export async function readAuditHead({ ctx }: { ctx: VerbContext }): Promise<Seal | null> {
  requireAny(ctx, 'audit.verify')
  await sealAudit(ctx.db)
  return readHead(ctx.db)
}
