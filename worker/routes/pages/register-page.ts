import type { Context } from 'hono'
import type { RegisterAsked } from '../../../site/page-models.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { freshRegister } from '../../verbs/codes/public-fresh-register.ts'
import { publicList } from '../../verbs/codes/public-list-codes.ts'
import { parseInput } from '../../verbs/guard/parse-input.ts'
import { listQuerySchema } from '../public/codes/contract.ts'
import { pageHref } from './page-href.ts'
import { showPage } from './show-page.ts'

const PAGE_SIZE = 20

/** `GET /codes`: the public register, open to everyone. */
export async function showRegisterPage(c: Context<AppEnv>): Promise<Response> {
  const { deps, language } = c.var
  const typed = c.req.query()
  const { status = null, market = null, ...rest } = parseInput(listQuerySchema, typed)
  const today = vietnamDateOf(deps.now())
  const query = { ...rest, status, market, limit: PAGE_SIZE, near: true }
  const { value: page, readAt, stale } = await freshRegister(deps, { query, today })
  const list = publicList(page, today)
  const asked = askedOf({ ...query })
  const href = (cursor: string | null) =>
    pageHref({ path: '/codes', asked, cursor, lang: language })
  const response = await showPage(c, {
    kind: 'register',
    asked,
    items: list.items,
    near: page.near,
    nextHref: list.nextCursor === null ? null : href(list.nextCursor),
    firstHref: query.cursor === null ? null : href(null),
    ...{ asOf: readAt, stale },
  })
  // What people searched for is nobody's to index; the register itself is.
  if (Object.keys(typed).length > 0) response.headers.set('x-robots-tag', 'noindex')
  return response
}

function askedOf(query: { [K in keyof RegisterAsked]: string | null }): RegisterAsked {
  const { q, kind, unit, crop, market, status } = query
  return {
    ...{ q: q ?? '', kind: kind ?? '', unit: unit ?? '' },
    ...{ crop: crop ?? '', market: market ?? '', status: status ?? '' },
  }
}
