import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import { RESULT_LIST } from '../../../resources/residue-list.ts'
import { lookAtResults, saveResultList } from '../../../verbs/residues/result-list.ts'
import type { PortalRoute } from '../portal-route.ts'
import { listRoutes } from '../records/list-routes.ts'
import { ownPlanRoutes } from './own-plan.ts'
import { planRoutes } from './plan.ts'
import { sampleForms } from './sample-forms.ts'
import { RESIDUES_PATH as PATH } from './sample-table.ts'
import { showSampleList } from './show-list.ts'
import { showOneSample } from './show-one.ts'

/** Residue samples: planned, taken, reported, judged; and the plan of the year. */
export const residueRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'residues.read', handle: showSampleList },
  ...planRoutes,
  ...ownPlanRoutes,
  ...listRoutes({
    path: `${PATH}/list`,
    may: 'residues.write',
    title: W.import,
    backHref: PATH,
    described: RESULT_LIST,
    look: lookAtResults,
    save: saveResultList,
    after: `${PATH}?done=imported`,
  }),
  ...sampleForms,
  { method: 'GET', path: `${PATH}/:id`, may: 'residues.read', handle: showOneSample },
]
