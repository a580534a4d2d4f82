import type { PortalRoute } from '../portal-route.ts'

export const homeRoutes: readonly PortalRoute[] = []
