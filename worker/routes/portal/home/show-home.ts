import { loadHome } from '../../../verbs/home/load-home.ts'
import { daysOf } from '../../../verbs/home/task-question.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** `GET /portal`. */
export async function showHome(portal: Portal): Promise<Response> {
  const { waiting, changes, first } = await loadHome(portal.ctx)
  return showPortalPage(portal, {
    kind: 'portal/home',
    waiting: waiting.map((item) => ({ ...item, days: daysOf(item.task) })),
    // Statuses are checked where they are written.
    changes,
    first,
  })
}
