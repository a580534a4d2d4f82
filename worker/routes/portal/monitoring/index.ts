import { ASSIGNMENT_LIST_COPY } from '../../../copy/portal/assignment-list.ts'
import { ASSIGNMENT_LIST } from '../../../resources/assignment-list.ts'
import { lookAtAssignments, saveAssignmentList } from '../../../verbs/monitoring/assignment-list.ts'
import type { PortalRoute } from '../portal-route.ts'
import { listRoutes } from '../records/list-routes.ts'
import { visitRoutes } from './one-visit.ts'
import { MONITORING_PATH as PATH } from './paths.ts'
import { planForms } from './plan-forms.ts'
import { ruleRoutes } from './rules.ts'
import { downloadPlan, downloadResults, showOnePlan, showPlanList } from './show-plans.ts'
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
  ...listRoutes({
    path: `${PATH}/:id/assignments`,
    may: 'monitoring.plan',
    title: ASSIGNMENT_LIST_COPY.title,
    backHref: `${PATH}/:id`,
    described: ASSIGNMENT_LIST,
    look: (ctx, list, planId) => lookAtAssignments(ctx, { planId, list }),
    save: (ctx, list, planId) => saveAssignmentList(ctx, { planId, list }),
    after: `${PATH}/:id/visits?done=assigned`,
  }),
  { method: 'GET', path: `${PATH}/:id/visits`, may, handle: showVisitList },
  { method: 'GET', path: `${PATH}/:id/export`, may, handle: downloadPlan },
  { method: 'GET', path: `${PATH}/:id/results`, may, handle: downloadResults },
  { method: 'GET', path: `${PATH}/:id`, may, handle: showOnePlan },
]
