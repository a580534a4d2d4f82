import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { evidenceOfCase } from '../../../verbs/cases/case-evidence.ts'
import { exportCase } from '../../../verbs/cases/export-case.ts'
import { openCase } from '../../../verbs/cases/open-case.ts'
import { evidenceRoutes } from '../evidence/evidence-routes.ts'
import type { PortalRoute } from '../portal-route.ts'
import { signedPaperRoutes } from '../signed-papers/paper-routes.ts'
import { caseActForms } from './act-forms.ts'
import { casePath } from './case-path.ts'
import { newCaseForm } from './new-case.ts'
import { showCaseList } from './show-list.ts'
import { showOneCase } from './show-one.ts'

const PATH = '/portal/cases'
const MAY = { add: 'cases.write', read: 'cases.read' } as const

/** Cases: listed, opened, worked on, handed over, closed. */
export const caseRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'cases.read', handle: showCaseList },
  ...newCaseForm,
  ...caseActForms,
  ...evidenceRoutes({
    path: `${PATH}/:id`,
    may: MAY,
    note: W.evidenceHint,
    open: async (portal, to) => {
      const opened = await openCase(portal.ctx, portal.param('id'), MAY[to])
      return { owner: evidenceOfCase(opened, MAY[to]), title: opened.number }
    },
  }),
  ...signedPaperRoutes({
    path: `${PATH}/:id`,
    may: { make: MAY.add, read: MAY.read },
    make: async (portal, { files, ...made }) => {
      const id = portal.param('id')
      await exportCase({ ctx: portal.ctx, files, input: { id, ...made } })
      return `${casePath(id)}?done=exportedNow#papers`
    },
    open: async (portal) => {
      const { row } = await openCase(portal.ctx, portal.param('id'), MAY.read)
      return { entity: 'case', entityId: row.id }
    },
  }),
  { method: 'GET', path: `${PATH}/:id`, may: 'cases.read', handle: showOneCase },
]
