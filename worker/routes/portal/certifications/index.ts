import type { PortalRoute } from '../portal-route.ts'
import { decideRoutes } from './decide.ts'
import { declareRoutes } from './declare.ts'
import { certificationPapers } from './papers.ts'
import { showCertificationList } from './show-list.ts'
import { showOneCertification } from './show-one.ts'

const PATH = '/portal/certifications'

/** What producers are certified for, and what laboratories found of their batches. */
export const certificationRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'batches.read', handle: showCertificationList },
  ...declareRoutes,
  { method: 'GET', path: `${PATH}/:id`, may: 'batches.read', handle: showOneCertification },
  ...decideRoutes,
  ...certificationPapers,
]
