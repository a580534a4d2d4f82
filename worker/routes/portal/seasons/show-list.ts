import { SEASONS_COPY as W } from '../../../copy/portal/seasons.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { readSeasons } from '../../../verbs/seasons/list-seasons.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { seasonCells, seasonColumns } from './season-view.ts'

const PATH = '/portal/seasons'
const ROWS_PER_PAGE = 50

/** `GET /portal/seasons?state=&site=&organisation=&cursor=`. */
export async function showSeasonList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const asked = c.req.query('state')
  const state = asked === 'open' || asked === 'closed' ? asked : null
  const siteId = c.req.query('site') || null
  const { rows, nextCursor } = await readSeasons(ctx, {
    ...{ state, siteId, organisationId: c.req.query('organisation') || null },
    ...{ cursor: c.req.query('cursor') || null, limit: ROWS_PER_PAGE },
  })
  const today = vietnamDateOf(ctx.now())
  const mayWrite = mayAny(ctx.actor, 'diary.write')
  const to = (each: string | null) => filterPath({ state: each, siteId })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWrite ? { href: newPath(siteId), text: W.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: (mayWrite ? W.empty : W.emptyReader)[lang],
    columns: seasonColumns(lang),
    rows: rows.map((row) => seasonCells(row, { today, lang })),
    done: null,
    filters: [
      { href: to(null), text: W.all[lang], current: state === null },
      { href: to('open'), text: W.onlyOpen[lang], current: state === 'open' },
      { href: to('closed'), text: W.onlyClosed[lang], current: state === 'closed' },
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state', 'site', 'organisation'], nextCursor }),
  })
}

/** Where a season is opened: at that site, else where one chooses. */
export function newPath(siteId: string | null): string {
  return siteId === null ? `${PATH}/new` : `${PATH}/new/${encodeURIComponent(siteId)}`
}

function filterPath(asked: { readonly state: string | null; readonly siteId: string | null }) {
  const query = new URLSearchParams()
  if (asked.state !== null) query.set('state', asked.state)
  if (asked.siteId !== null) query.set('site', asked.siteId)
  return query.size === 0 ? PATH : `${PATH}?${query}`
}
