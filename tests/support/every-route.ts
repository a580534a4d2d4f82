import { portalRouter } from '../../worker/portal-router.ts'
import { publicRouter } from '../../worker/public-router.ts'
import { PORTAL_ROUTES } from '../../worker/routes/portal/index.ts'

export type RouteName = `${string} ${string}`

/** `METHOD /path` of every route of the application, those of the portal apart. */
export function routesBesidePortal(): RouteName[] {
  const portal = new Set(PORTAL_ROUTES.map(({ method, path }) => `${method} ${path}`))
  const makeDeps = () => {
    throw new Error('nothing is asked of this application')
  }
  const routes = [...portalRouter(makeDeps).routes, ...publicRouter(makeDeps).routes]
  const names = routes.map(({ method, path }): RouteName => `${method} ${path}`)
  return [...new Set(names)].filter((name) => !portal.has(name))
}
