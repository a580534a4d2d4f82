import { listStatusKeyRows } from '../../../db/queries/status-keys.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** A key of the status lists as its operator sees it. */
export type StatusKeyView = {
  readonly kid: string
  readonly status: string
  readonly createdAt: number
}

/** Every key that signs or signed status lists, newest first. */
export async function listStatusKeys({ ctx }: { ctx: VerbContext }): Promise<StatusKeyView[]> {
  requireAny(ctx, 'keys.write')
  const rows = await listStatusKeyRows(ctx.db)
  return rows.map(({ kid, status, createdAt }) => ({ kid, status, createdAt }))
}
