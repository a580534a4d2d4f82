import { type CertifiedCode, readCertifiedCode } from '../../../db/queries/certificates.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo, requireAny, requirePermission } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/**
 * The code a paper is asked for. Throws `not_found` for one that does not exist or that the actor
 * may not look into, `forbidden` where they may look but not print.
 */
export async function loadCertifiedCode(ctx: VerbContext, typed: string): Promise<CertifiedCode> {
  requireAny(ctx, 'codes.certificate')
  const reading = normaliseCode(typed.slice(0, 200))
  const row = reading.ok ? await readCertifiedCode(ctx.db, reading.code) : null
  if (row === null || !mayDo(ctx.actor, 'codes.read', targetOf(row))) {
    const shown = typed.slice(0, 60)
    throw notFound(THINGS.codeTyped, { typed: shown })
  }
  requirePermission(ctx, 'codes.certificate', targetOf(row))
  return row
}
