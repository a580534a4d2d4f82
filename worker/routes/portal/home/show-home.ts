import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { loadHome } from '../../../verbs/home/load-home.ts'
import { daysOf } from '../../../verbs/home/task-question.ts'
import { batchPath } from '../batches/batch-table.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** `GET /portal`. */
export async function showHome(portal: Portal): Promise<Response> {
  const { waiting, figures, day, changes, first, latest } = await loadHome(portal.ctx)
  return showPortalPage(portal, {
    kind: 'portal/home',
    waiting: waiting.map((item) => ({ ...item, days: daysOf(item.task) })),
    figures,
    day: day === null ? null : { today: vietnamDateOf(portal.ctx.now()), visits: day },
    // Statuses are checked where they are written.
    changes,
    first,
    desk: isPacking(portal) ? { again: latest === null ? null : againOf(latest) } : null,
  })
}

/** Whose day is packing and printing rather than the register. */
function isPacking({ person }: Portal): boolean {
  return person.role === 'producer' || person.role === 'packer'
}

function againOf({ ref, lot, product }: { ref: string; lot: string; product: string }) {
  return { href: `${batchPath(ref)}/again`, lot, product }
}
