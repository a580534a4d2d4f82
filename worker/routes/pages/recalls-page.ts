import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { publicRecalls } from '../../verbs/recalls/public-recalls.ts'
import { pageHref } from './page-href.ts'
import { showPage } from './show-page.ts'

const PAGE_SIZE = 20

/** `GET /recalls`: batches being recalled now, open to everyone. */
export async function showRecallsPage(c: Context<AppEnv>): Promise<Response> {
  const { deps, language: lang } = c.var
  const cursor = c.req.query('cursor') ?? null
  const { value } = await publicRecalls(deps, { cursor, limit: PAGE_SIZE })
  const { rows, nextCursor } = value
  const at = (next: string | null) => pageHref({ path: '/recalls', asked: {}, cursor: next, lang })
  return showPage(c, {
    kind: 'recalls',
    items: rows,
    newerHref: cursor === null ? null : at(null),
    olderHref: nextCursor === null ? null : at(nextCursor),
  })
}
