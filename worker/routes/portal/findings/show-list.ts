import { FINDING_STATE_NAMES, FINDINGS_COPY as W } from '../../../copy/portal/findings.ts'
import { FINDING_STATES } from '../../../domain/findings/kinds.ts'
import { readFindings } from '../../../verbs/findings/list-findings.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { withQuery } from '../monitoring/paths.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { findingTable } from './finding-table.ts'

const PATH = '/portal/findings'
const PAGE_SIZE = 50

/** `GET /portal/findings?state=&late=&site=&cursor=`. */
export async function showFindingList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = FINDING_STATES.find((each) => each === c.req.query('state')) ?? null
  const cursor = c.req.query('cursor') ?? null
  const siteId = c.req.query('site') ?? null
  const isLate = c.req.query('late') === '1'
  const asked = { state, siteId, isLate, cursor, limit: PAGE_SIZE }
  const { rows, nextCursor } = await readFindings(ctx, asked)
  const at = (query: Readonly<Record<string, string>>) =>
    withQuery(PATH, { ...query, site: siteId ?? '' })
  const mayAdd = mayAny(ctx.actor, 'findings.write')
  const table = findingTable(rows, lang)
  // What was not told yet no holder knows of.
  const states = mayAdd ? FINDING_STATES : FINDING_STATES.filter((each) => each !== 'open')
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayAdd ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: (mayAdd ? W.lead : W.leadHolder)[lang],
    empty: W.empty[lang],
    columns: table.columns.map(({ name }) => name),
    rows: table.rows,
    done: null,
    filters: [
      { href: at({}), text: W.all[lang], current: state === null && !isLate },
      { href: at({ late: '1' }), text: W.late[lang], current: isLate },
      ...states.map((each) => ({
        href: at({ state: each }),
        text: FINDING_STATE_NAMES[each][lang],
        current: each === state && !isLate,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state', 'late', 'site'], nextCursor }),
  })
}
