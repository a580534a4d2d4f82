import { readSchemes, type SchemeRow } from '../../../db/queries/code-schemes.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** All formats of codes, for who keeps them. */
export function listSchemes(ctx: VerbContext): Promise<SchemeRow[]> {
  requireAny(ctx, 'schemes.write')
  return readSchemes(ctx.db)
}
