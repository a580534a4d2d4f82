import type { PortalRoute } from '../portal-route.ts'

export const accountRoutes: readonly PortalRoute[] = []
