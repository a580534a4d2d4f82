import { listWaiting } from '../../../verbs/home/list-waiting.ts'
import { daysOf } from '../../../verbs/home/matter-question.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** `GET /portal/waiting/{matter}`. */
export async function showWaiting(portal: Portal): Promise<Response> {
  const { c, ctx } = portal
  const cursor = c.req.query('cursor') ?? null
  const { matter, rows, nextCursor } = await listWaiting(ctx, {
    matter: c.req.param('matter') ?? '',
    cursor,
  })
  const path = `/portal/waiting/${matter}`
  return showPortalPage(portal, {
    ...{ kind: 'portal/waiting', matter, days: daysOf(matter), rows },
    paging: {
      firstHref: cursor === null ? null : path,
      newerHref: null,
      olderHref: nextCursor === null ? null : `${path}?cursor=${nextCursor}`,
    },
  })
}
