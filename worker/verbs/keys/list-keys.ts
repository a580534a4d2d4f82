import { listKeyRows } from '../../../db/queries/keys.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

/** A key as its operator sees it; the private part never leaves the database. */
export type KeyView = {
  readonly kid: string
  readonly authority: string
  readonly status: string
  readonly createdAt: number
  readonly retiredAt: number | null
  readonly revokedFrom: number | null
}

/** Every signing key, newest first. */
export async function listKeys({ ctx }: { ctx: VerbContext }): Promise<KeyView[]> {
  requireAny(ctx, 'keys.write')
  const rows = await listKeyRows(ctx.db)
  return rows.map(({ kid, authority, status, createdAt, retiredAt, revokedFrom }) => ({
    kid,
    authority,
    status,
    createdAt,
    retiredAt,
    revokedFrom,
  }))
}
