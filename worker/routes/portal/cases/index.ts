import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { evidenceOfCase } from '../../../verbs/cases/case-evidence.ts'
import { openCase } from '../../../verbs/cases/open-case.ts'
import { evidenceRoutes } from '../evidence/evidence-routes.ts'
import type { PortalRoute } from '../portal-route.ts'
import { signedPaperRoutes } from '../signed-papers/paper-routes.ts'
import { caseActForms } from './act-forms.ts'
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
    open: async ({ ctx, c }, to) => {
      const opened = await openCase(ctx, c.req.param('id') ?? '', MAY[to])
      return { owner: evidenceOfCase(opened, MAY[to]), title: opened.number }
    },
  }),
  ...signedPaperRoutes,
  { method: 'GET', path: `${PATH}/:id`, may: 'cases.read', handle: showOneCase },
]
