import { SEASONS_COPY as W } from '../../../copy/portal/seasons.ts'
import { seasonSites } from '../../../verbs/seasons/season-choices.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { seasonForms } from './forms.ts'
import { sendBook } from './send-book.ts'
import { newPath, showSeasonList } from './show-list.ts'
import { showSeason } from './show-one.ts'

const PATH = '/portal/seasons'

/** Seasons of the producer's growing areas. */
export const seasonRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'diary.read', handle: showSeasonList },
  { method: 'GET', path: `${PATH}/new`, may: 'diary.write', handle: chooseSite },
  ...seasonForms,
  { method: 'GET', path: `${PATH}/:id`, may: 'diary.read', handle: showSeason },
  { method: 'GET', path: `${PATH}/:id/book/:format`, may: 'diary.read', handle: sendBook },
]

/** `GET /portal/seasons/new`: on which of one's sites. */
async function chooseSite(portal: Portal): Promise<Response> {
  const { ctx } = portal
  const sites = await seasonSites(ctx)
  return showDetailPage(portal, {
    title: W.chooseTitle,
    back: { href: PATH, text: W.title },
    notes: sites.length === 0 ? [{ kind: 'note', text: W.noSites }] : [],
    links: sites.map(({ value, text }) => ({ href: newPath(value), text })),
  })
}
