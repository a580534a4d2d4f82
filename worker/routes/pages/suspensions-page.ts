import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { freshSuspensions } from '../../verbs/codes/public-fresh-suspensions.ts'
import { parseInput } from '../../verbs/guard/parse-input.ts'
import { suspensionFilterSchema } from '../public/open-data/contract.ts'
import { pageHref } from './page-href.ts'
import { showPage } from './show-page.ts'

const PAGE_SIZE = 50

/** `GET /suspensions`: codes that may not be used today, open to everyone. */
export async function showSuspensionsPage(c: Context<AppEnv>): Promise<Response> {
  const { deps, language: lang } = c.var
  const cursor = c.req.query('cursor') ?? null
  const filter = parseInput(suspensionFilterSchema, c.req.query())
  const today = vietnamDateOf(deps.now())
  const query = { ...filter, cursor, limit: PAGE_SIZE }
  const { value: list } = await freshSuspensions(deps, { query, today })
  const { market, unit, crop } = filter
  const asked = { market: market ?? '', unit: unit ?? '', crop: crop ?? '' }
  const href = (to: string | null) => pageHref({ path: '/suspensions', asked, cursor: to, lang })
  return showPage(c, {
    kind: 'suspensions',
    asked,
    items: list.items,
    nextHref: list.nextCursor === null ? null : href(list.nextCursor),
    firstHref: cursor === null ? null : href(null),
    csvHref: pageHref({ path: '/open-data/suspensions.csv', asked, lang: null }),
    today,
  })
}
