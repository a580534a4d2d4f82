import type { Context } from 'hono'
import type { Paging } from '../../../site/models/portal-common.ts'

/**
 * Where a list goes on from the page that was asked for: what it was narrowed by stays in the address,
 * and the cursor goes on.
 */
export function pagingOf(
  c: Pick<Context, 'req'>,
  list: {
    readonly path: string
    /** Names in the address by which the list is narrowed. */
    readonly kept?: readonly string[]
    readonly nextCursor: string | null
  },
): Paging {
  const { path, kept = [], nextCursor } = list
  const at = (cursor: string | null) => {
    const query = new URLSearchParams()
    for (const name of kept) {
      const value = c.req.query(name)
      if (value !== undefined && value !== '') query.set(name, value)
    }
    if (cursor !== null) query.set('cursor', cursor)
    return query.size === 0 ? path : `${path}?${query}`
  }
  return {
    firstHref: c.req.query('cursor') === undefined ? null : at(null),
    newerHref: null,
    olderHref: nextCursor === null ? null : at(nextCursor),
  }
}
