import type { PortalRoute } from '../portal-route.ts'

export const certificateRoutes: readonly PortalRoute[] = []
