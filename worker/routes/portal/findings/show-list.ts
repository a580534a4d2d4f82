import { FINDING_STATE_NAMES, FINDINGS_COPY as W } from '../../../copy/portal/findings.ts'
import { FINDING_STATES } from '../../../domain/findings/kinds.ts'
import { readFindings } from '../../../verbs/findings/list-findings.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { withQuery } from '../with-query.ts'
import { findingColumns } from './finding-table.ts'

const PATH = '/portal/findings'

/** `GET /portal/findings?state=&late=&site=&cursor=`. */
export async function showFindingList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = FINDING_STATES.find((each) => each === c.req.query('state')) ?? null
  const siteId = c.req.query('site') ?? null
  const isLate = c.req.query('late') === '1'
  const mayAdd = mayAny(ctx.actor, 'findings.write')
  const kept = { site: siteId ?? '' }
  const now = isLate ? null : state
  // What was not told yet no holder knows of.
  const states = mayAdd ? FINDING_STATES : FINDING_STATES.filter((each) => each !== 'open')
  return showListPage(
    portal,
    await readFindings(ctx, { state, siteId, isLate, ...pageAsked(portal) }),
    {
      adding: mayAdd ? { href: `${PATH}/new`, text: W.add } : null,
      words: mayAdd ? W : { ...W, lead: W.leadHolder },
      columns: findingColumns(lang),
      filters: [
        { href: withQuery(PATH, kept), text: W.all, current: state === null && !isLate },
        { href: withQuery(PATH, { late: '1', ...kept }), text: W.late, current: isLate },
        ...chipsOf(states, { path: PATH, names: FINDING_STATE_NAMES, now, kept }),
      ],
      at: { path: PATH, kept: ['state', 'late', 'site'] },
    },
  )
}
