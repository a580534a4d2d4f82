import { formatOn } from '../../../copy/format.ts'
import { CASE_KIND_NAMES, CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { CASE_STATES } from '../../../domain/cases/kinds.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { readCases } from '../../../verbs/cases/list-cases.ts'
import { numberOf } from '../../../verbs/cases/open-case.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { casePath, CASES_PATH as PATH } from './case-path.ts'

/** `GET /portal/cases?state=&mine=&cursor=`. */
export async function showCaseList(portal: Portal): Promise<Response> {
  const { c, ctx, lang, person } = portal
  const state = CASE_STATES.find((each) => each === c.req.query('state')) ?? null
  const mine = c.req.query('mine') === '1'
  const assignedTo = mine ? person.userId : null
  return showListPage(portal, await readCases(ctx, { state, assignedTo, ...pageAsked(portal) }), {
    adding: mayAny(ctx.actor, 'cases.write') ? { href: `${PATH}/new`, text: W.add } : null,
    words: W,
    columns: [
      column(W.number, (row) => ({
        text: numberOf(row),
        href: casePath(row.id),
        code: true,
        small: formatOn(vietnamDateOf(row.openedAt), lang),
      })),
      column(W.name, ({ title }) => title),
      column(W.kind, ({ kind }) => CASE_KIND_NAMES[kind]),
      column(W.state, (row) => CASE_STATE_NAMES[row.state]),
      column(W.assigned, ({ assignedName }) => assignedName ?? W.nobody),
      column(W.due, ({ dueOn }) => dueOn && formatOn(dueOn, lang)),
    ],
    filters: [
      { href: PATH, text: W.all, current: state === null && !mine },
      { href: `${PATH}?mine=1`, text: W.mine, current: mine },
      ...chipsOf(CASE_STATES, { path: PATH, names: CASE_STATE_NAMES, now: state }),
    ],
    at: { path: PATH, kept: ['state', 'mine'] },
  })
}
