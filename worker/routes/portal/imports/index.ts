import type { PortalRoute } from '../portal-route.ts'

export const importRoutes: readonly PortalRoute[] = []
