import type { PortalRoute } from '../portal-route.ts'

export const codeRoutes: readonly PortalRoute[] = []
