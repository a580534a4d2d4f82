import type { PortalRoute } from '../portal-route.ts'
import { visitRoutes } from './one-visit.ts'
import { MONITORING_PATH as PATH } from './paths.ts'
import { planForms } from './plan-forms.ts'
import { ruleRoutes } from './rules.ts'
import { downloadPlan, showOnePlan, showPlanList } from './show-plans.ts'
import { assignForm, showVisitList } from './visit-lists.ts'

const may = 'monitoring.read'

/** Plans of visits, their visits, and by which rules they are made. */
export const monitoringRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may, handle: showPlanList },
  // Before the plans, whose ids stand in the same place.
  ...ruleRoutes,
  ...visitRoutes,
  ...planForms,
  ...assignForm,
  { method: 'GET', path: `${PATH}/:id/visits`, may, handle: showVisitList },
  { method: 'GET', path: `${PATH}/:id/export`, may, handle: downloadPlan },
  { method: 'GET', path: `${PATH}/:id`, may, handle: showOnePlan },
]
