import type { PortalRoute } from '../portal-route.ts'
import { showAudit } from './show-audit.ts'
import { showVerify, verify } from './show-verify.ts'

export const auditRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/portal/audit', may: 'audit.read', handle: showAudit },
  { method: 'GET', path: '/portal/audit/verify', may: 'audit.verify', handle: showVerify },
  { method: 'POST', path: '/portal/audit/verify', may: 'audit.verify', handle: verify },
]
