import { listWaiting } from '../../../verbs/home/list-waiting.ts'
import { daysOf } from '../../../verbs/home/task-question.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** `GET /portal/waiting/{task}`. */
export async function showWaiting(portal: Portal): Promise<Response> {
  const { c, param, ctx } = portal
  const cursor = c.req.query('cursor') ?? null
  const { task, rows, nextCursor } = await listWaiting(ctx, {
    task: param('task'),
    cursor,
  })
  const path = `/portal/waiting/${task}`
  return showPortalPage(portal, {
    ...{ kind: 'portal/waiting', task, days: daysOf(task), rows },
    paging: {
      firstHref: cursor === null ? null : path,
      newerHref: null,
      olderHref: nextCursor === null ? null : `${path}?cursor=${nextCursor}`,
    },
  })
}
