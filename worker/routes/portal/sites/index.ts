import type { PortalRoute } from '../portal-route.ts'

export const siteRoutes: readonly PortalRoute[] = []
