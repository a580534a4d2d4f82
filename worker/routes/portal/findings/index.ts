import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import { evidenceOfFinding } from '../../../verbs/findings/finding-evidence.ts'
import { openFinding } from '../../../verbs/findings/open-finding.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { evidenceRoutes } from '../evidence/evidence-routes.ts'
import { withoutPlace } from '../evidence/without-place.ts'
import type { PortalRoute } from '../portal-route.ts'
import { findingActForms } from './act-forms.ts'
import { newFindingForm } from './new-finding.ts'
import { showFindingList } from './show-list.ts'
import { showOneFinding } from './show-one.ts'

const PATH = '/portal/findings'

/** Findings: recorded, told, answered, closed. */
export const findingRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'findings.read', handle: showFindingList },
  ...newFindingForm,
  ...findingActForms,
  ...evidenceRoutes({
    path: `${PATH}/:id`,
    // Its holder adds proof, whoever inspects adds photos; each by a right of their own.
    may: { add: 'findings.read', read: 'findings.read' },
    note: W.evidenceHint,
    open: async ({ ctx, param }, to) => {
      const id = param('id')
      const seen = await openFinding(ctx, id, 'findings.read')
      const isDesk = mayDo(ctx.actor, 'findings.write', seen.target)
      const own = isDesk ? 'findings.write' : 'findings.answer'
      const opened = to === 'add' ? await openFinding(ctx, id, own) : seen
      return {
        owner: evidenceOfFinding(opened, to === 'add' ? own : 'findings.read'),
        title: opened.row.shown,
        byHolder: !isDesk,
        // Where a photo was taken is for whoever inspects.
        ...(isDesk ? {} : { served: withoutPlace }),
      }
    },
  }),
  { method: 'GET', path: `${PATH}/:id`, may: 'findings.read', handle: showOneFinding },
]
