import { formatOn } from '../../../copy/format.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import { PURCHASE_PERIOD } from '../../../resources/purchase.ts'
import {
  mayKeepPeriods,
  PERIOD_RULES,
  readOwnPeriods,
} from '../../../verbs/purchases/report-periods.ts'
import { doneOf } from '../done-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForms } from '../records/record-routes.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { dueText } from './due-text.ts'
import { PERIODS_PATH as PATH, PURCHASES_PATH } from './paths.ts'

/** The periods of a province, and the forms of each. */
export const periodRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'purchase_periods.write', handle: showPeriods },
  ...recordForms({
    resource: PURCHASE_PERIOD,
    rules: PERIOD_RULES,
    path: PATH,
    editPath: `${PATH}/:id`,
    words: { addTitle: W.periodAdd, editTitle: W.periodEdit, save: W.periodSave },
    after: () => `${PATH}?done=periodSaved`,
    backOf: () => PATH,
  }),
]

/** `GET /portal/purchases/periods`. */
async function showPeriods(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const rows = await readOwnPeriods(ctx)
  const mayWrite = mayKeepPeriods(ctx)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWrite ? { href: `${PATH}/new`, text: W.periodAdd[lang] } : null,
    title: W.periods[lang],
    lead: W.periodsLead[lang],
    empty: W.periodsEmpty[lang],
    columns: [F.periodName, F.fromOn, F.toOn, F.dueOn].map((name) => name[lang]),
    rows: rows.map(({ id, name, fromOn, toOn, legalBasis, ...due }) => [
      {
        text: name,
        ...(mayWrite ? { href: `${PATH}/${encodeURIComponent(id)}` } : {}),
        small: legalBasis,
      },
      { text: formatOn(fromOn, lang) },
      { text: formatOn(toOn, lang) },
      { text: dueText(due, lang) },
    ]),
    done: doneOf(portal, { periodSaved: W.periodSaved }),
    links: [{ href: PURCHASES_PATH, text: W.title[lang] }],
  })
}
