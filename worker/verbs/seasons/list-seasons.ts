import { listSeasons, type SeasonItem } from '../../../db/queries/seasons.ts'
import type { Reading } from '../context.ts'
import { decodeCursor, pageOf } from '../documents/list-cursor.ts'
import { listBounds } from '../guard/list-bounds.ts'

export type SeasonList = {
  readonly rows: readonly SeasonItem[]
  readonly nextCursor: string | null
}

/** Seasons the actor may see, the latest first; of one organisation, site or state. */
export async function readSeasons(
  ctx: Reading,
  asked: {
    readonly organisationId?: string | null
    readonly siteId?: string | null
    readonly state?: 'open' | 'closed' | null
    readonly cursor?: string | null
    readonly limit: number
  },
): Promise<SeasonList> {
  const { organisationId = null, siteId = null, state = null, cursor = null, limit } = asked
  const bounds = listBounds(ctx, 'diary.read', organisationId)
  if (bounds === 'none') return { rows: [], nextCursor: null }
  const [startsOn = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const rows = await listSeasons(ctx.db, {
    ...bounds,
    siteId,
    state,
    after: cursor === null ? null : { startsOn, id },
    limit: limit + 1,
  })
  return pageOf(rows, { limit, keysOf: (row) => [row.startsOn, row.id] })
}
