import { CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { CASE_STATES } from '../../../domain/cases/kinds.ts'
import { readCases } from '../../../verbs/cases/list-cases.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { CASES_PATH as PATH } from './case-path.ts'
import { CASE_COLUMNS, caseCells } from './case-table.ts'

const PAGE_SIZE = 50

/** `GET /portal/cases?state=&mine=&cursor=`. */
export async function showCaseList(portal: Portal): Promise<Response> {
  const { c, ctx, lang, person } = portal
  const state = CASE_STATES.find((each) => each === c.req.query('state')) ?? null
  const mine = c.req.query('mine') === '1'
  const { rows, nextCursor } = await readCases(ctx, {
    state,
    assignedTo: mine ? person.userId : null,
    cursor: c.req.query('cursor') ?? null,
    limit: PAGE_SIZE,
  })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayAny(ctx.actor, 'cases.write') ? { href: `${PATH}/new`, text: W.add[lang] } : null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: CASE_COLUMNS.map((name) => name[lang]),
    rows: rows.map((row) => caseCells(row, lang)),
    done: null,
    filters: [
      { href: PATH, text: W.all[lang], current: state === null && !mine },
      { href: `${PATH}?mine=1`, text: W.mine[lang], current: mine },
      ...CASE_STATES.map((each) => ({
        href: `${PATH}?state=${each}`,
        text: CASE_STATE_NAMES[each][lang],
        current: each === state,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state', 'mine'], nextCursor }),
  })
}
