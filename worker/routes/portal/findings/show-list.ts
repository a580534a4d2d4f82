import { FINDING_STATE_NAMES, FINDINGS_COPY as W } from '../../../copy/portal/findings.ts'
import { FINDING_STATES } from '../../../domain/findings/kinds.ts'
import { readFindings } from '../../../verbs/findings/list-findings.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { findingTable } from './finding-table.ts'

const PATH = '/portal/findings'
const PAGE_SIZE = 50

/** `GET /portal/findings?state=&cursor=`. */
export async function showFindingList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = FINDING_STATES.find((each) => each === c.req.query('state')) ?? null
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readFindings(ctx, { state, cursor, limit: PAGE_SIZE })
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
      { href: PATH, text: W.all[lang], current: state === null },
      ...states.map((each) => ({
        href: `${PATH}?state=${each}`,
        text: FINDING_STATE_NAMES[each][lang],
        current: each === state,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state'], nextCursor }),
  })
}
