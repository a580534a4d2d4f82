import { listTokenRows } from '../../../db/queries/tokens.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** Every token, newest first; never its hash. */
export async function listTokens({ ctx }: { ctx: VerbContext }) {
  requireAny(ctx, 'tokens.write')
  const rows = await listTokenRows(ctx.db)
  return rows.map(({ tokenHash: _, ...row }) => row)
}
