import type { Hono } from 'hono'
import type { AppEnv, MakeDeps } from './http/app-env.ts'
import { routerOf } from './router-of.ts'
import { portalRoutes } from './routes/portal/index.ts'

/**
 * The portal, a router of its own: addresses like `/portal/imports/new` beside `/portal/imports/:id`
 * are more than Hono's fast router takes, and the slower one would then serve the public routes too.
 */
export function portalRouter(makeDeps: MakeDeps): Hono<AppEnv> {
  return routerOf(makeDeps, [portalRoutes()])
}
