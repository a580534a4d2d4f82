import { formatOn } from '../../../copy/format.ts'
import { PURCHASE_COPY as F } from '../../../copy/portal/purchase.ts'
import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import { PURCHASE_PERIOD } from '../../../resources/purchase.ts'
import {
  mayKeepPeriods,
  PERIOD_RULES,
  readOwnPeriods,
} from '../../../verbs/purchases/report-periods.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForms } from '../records/record-routes.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
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
  const mayWrite = mayKeepPeriods(ctx)
  return showListPage(
    portal,
    { rows: await readOwnPeriods(ctx) },
    {
      adding: mayWrite ? { href: `${PATH}/new`, text: W.periodAdd } : null,
      words: { title: W.periods, lead: W.periodsLead, empty: W.periodsEmpty },
      columns: [
        column(F.periodName, ({ name, id, legalBasis }) => ({
          text: name,
          href: mayWrite ? `${PATH}/${encodeURIComponent(id)}` : undefined,
          small: legalBasis,
        })),
        column(F.fromOn, ({ fromOn }) => formatOn(fromOn, lang)),
        column(F.toOn, ({ toOn }) => formatOn(toOn, lang)),
        column(F.dueOn, (row) => dueText(row, lang)),
      ],
      done: { periodSaved: W.periodSaved },
      links: [{ href: PURCHASES_PATH, text: W.title }],
    },
  )
}
