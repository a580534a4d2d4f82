import { readSchemes, type SchemeRow } from '../../../db/queries/code-schemes.ts'
import { SCHEME_WORDS } from '../../domain/words/portal/scheme-words.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** All formats of codes, for who keeps them. */
export function listSchemes(ctx: VerbContext): Promise<SchemeRow[]> {
  requirePermission(ctx, 'schemes.write')
  return readSchemes(ctx.db)
}

/** One format; throws `not_found`. */
export async function showScheme(ctx: VerbContext, id: string): Promise<SchemeRow> {
  const row = (await listSchemes(ctx)).find((each) => each.id === id)
  if (row === undefined) throw notFound(SCHEME_WORDS.scheme)
  return row
}
