import type { PortalRoute } from '../portal-route.ts'
import { approveForm } from './approve-form.ts'
import { chooseSite, startForm } from './new-application.ts'
import { applicationPapers } from './papers.ts'
import { partForms } from './part-forms.ts'
import { showApplicationList } from './show-list.ts'
import { showOneApplication } from './show-one.ts'
import { stepForms } from './step-forms.ts'

const PATH = '/portal/applications'

/** Applications for codes: begun, filled in, handed in, received, checked, decided. */
export const applicationRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'applications.read', handle: showApplicationList },
  { method: 'GET', path: `${PATH}/new`, may: 'applications.write', handle: chooseSite },
  ...startForm,
  ...partForms,
  ...applicationPapers,
  ...stepForms,
  ...approveForm,
  { method: 'GET', path: `${PATH}/:id`, may: 'applications.read', handle: showOneApplication },
]
