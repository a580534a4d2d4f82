import { problemOf } from '../../../http/to-problem.ts'
import type { PortalRoute } from '../portal-route.ts'

/**
 * Any other path below `/portal`: 404 within the shell, so that the way on stays at hand; to whoever
 * is not signed in it looks like every other page. Must stand last of all routes.
 */
export const unknownPathRoutes: readonly PortalRoute[] = [
  {
    method: 'GET',
    path: '/portal/*',
    may: 'portal.use',
    handle: () => Promise.reject(problemOf('not_found')),
  },
]
