import type { PortalRoute } from '../portal-route.ts'

export const auditRoutes: readonly PortalRoute[] = []
