import { listSeasons, type SeasonItem } from '../../../db/queries/seasons.ts'
import type { Reading } from '../context.ts'
import { listPage, NO_PAGE, type Page } from '../documents/list-page.ts'
import { listBounds } from '../guard/list-bounds.ts'

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
): Promise<Page<SeasonItem>> {
  const { organisationId = null, siteId = null, state = null, cursor = null, limit } = asked
  const bounds = listBounds(ctx, 'diary.read', organisationId)
  if (bounds === 'none') return NO_PAGE
  return listPage({ cursor, limit }, { startsOn: 'text', id: 'text' }, (page) =>
    listSeasons(ctx.db, { ...bounds, siteId, state, ...page }),
  )
}
