import type { Context } from 'hono'
import { handbookPlace } from '../../domain/market-rules/handbook.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { problemOf } from '../../http/to-problem.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { publicHandbook, publicHandbookIndex } from '../../verbs/handbook/public-handbook.ts'
import { queryOf } from './query-of.ts'
import { showPage } from './show-page.ts'

type C = Context<AppEnv>

/** `GET /handbook`: for which crops and markets there are rules, open to everyone. */
export async function showHandbookIndex(c: C): Promise<Response> {
  const { value: crops } = await publicHandbookIndex(c.var.deps)
  return showPage(c, { kind: 'handbook-index', crops })
}

/** `GET /handbook/{CROP}/{MARKET}`: what a market asks of a crop today, open to everyone. */
export async function showHandbookPage(c: C): Promise<Response> {
  const { deps } = c.var
  const [typedCrop, typedMarket] = [c.req.param('crop') ?? '', c.req.param('market') ?? '']
  const place = handbookPlace(typedCrop, typedMarket)
  if (place === null) throw problemOf('not_found')
  if (place.crop !== typedCrop || place.market !== typedMarket) {
    const path = `/handbook/${encodeURIComponent(place.crop)}/${place.market}`
    return c.redirect(`${path}${queryOf(c.req.url)}`, 308)
  }
  const found = await publicHandbook(deps, place)
  if (found === null) throw problemOf('not_found')
  const { value: handbook, readAt: asOf, stale } = found
  const today = vietnamDateOf(deps.now())
  return showPage(c, { kind: 'handbook', handbook, today, asOf, stale })
}
