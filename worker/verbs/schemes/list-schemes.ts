import { readSchemes, type SchemeRow } from '../../../db/queries/code-schemes.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'

/** All formats of codes, for who keeps them. */
export function listSchemes(ctx: VerbContext): Promise<SchemeRow[]> {
  requirePermission(ctx, 'schemes.write')
  return readSchemes(ctx.db)
}
