import { PURCHASES_COPY as W } from '../../../copy/portal/purchases.ts'
import { PURCHASE_LIST } from '../../../resources/purchase.ts'
import { lookAtReports, saveReportList } from '../../../verbs/purchases/report-list.ts'
import type { PortalRoute } from '../portal-route.ts'
import { listRoutes } from '../records/list-routes.ts'
import { MISSING_PATH, PURCHASES_PATH as PATH, TOTALS_PATH } from './paths.ts'
import { periodRoutes } from './periods.ts'
import { planRoutes } from './plan.ts'
import { reportForms } from './report-forms.ts'
import { showPurchases } from './show-list.ts'
import { showOneReport } from './show-report.ts'
import { downloadLines, downloadTotals, showMissing, showTotals } from './totals.ts'

const may = 'purchases.read'

/** What is bought and sold through coded areas: reports, sums, who has not reported, plans. */
export const purchaseRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showPurchases },
  { method: 'GET', path: TOTALS_PATH, may, handle: showTotals },
  { method: 'GET', path: MISSING_PATH, may, handle: showMissing },
  { method: 'GET', path: `${PATH}/export`, may: 'exports.read', handle: downloadLines },
  { method: 'GET', path: `${TOTALS_PATH}/export`, may: 'exports.read', handle: downloadTotals },
  ...periodRoutes,
  ...planRoutes,
  ...listRoutes({
    path: `${PATH}/list`,
    may: 'purchases.write',
    title: W.listTitle,
    backHref: PATH,
    described: PURCHASE_LIST,
    look: lookAtReports,
    save: saveReportList,
    after: `${PATH}?done=imported`,
  }),
  ...reportForms,
  { method: 'GET', path: `${PATH}/:id`, may, handle: showOneReport },
]
