import { SEASONS_COPY as W } from '../../../copy/portal/seasons.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readSeasons } from '../../../verbs/seasons/list-seasons.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { withQuery } from '../with-query.ts'
import { seasonColumns } from './season-view.ts'

const PATH = '/portal/seasons'
const STATES = ['open', 'closed'] as const

/** `GET /portal/seasons?state=&site=&organisation=&cursor=`. */
export async function showSeasonList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = STATES.find((each) => each === c.req.query('state')) ?? null
  const siteId = c.req.query('site') || null
  const organisationId = c.req.query('organisation') || null
  const mayWrite = mayAny(ctx.actor, 'diary.write')
  const kept = { site: siteId ?? '' }
  const names = { open: W.onlyOpen, closed: W.onlyClosed }
  return showListPage(
    portal,
    await readSeasons(ctx, { state, siteId, organisationId, ...pageAsked(portal) }),
    {
      adding: mayWrite ? { href: newPath(siteId), text: W.add } : null,
      words: mayWrite ? W : { ...W, empty: W.emptyReader },
      columns: seasonColumns({ today: vietnamDateOf(ctx.now()), lang }),
      filters: [
        { href: withQuery(PATH, kept), text: W.all, current: state === null },
        ...chipsOf(STATES, { path: PATH, names, now: state, kept }),
      ],
      at: { path: PATH, kept: ['state', 'site', 'organisation'] },
    },
  )
}

/** Where a season is opened: at that site, else where one chooses. */
export function newPath(siteId: string | null): string {
  return siteId === null ? `${PATH}/new` : `${PATH}/new/${encodeURIComponent(siteId)}`
}
