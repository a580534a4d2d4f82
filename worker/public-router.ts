import type { Hono } from 'hono'
import type { AppEnv, MakeDeps } from './http/app-env.ts'
import { routerOf } from './router-of.ts'
import { fieldRoutes } from './routes/field/index.ts'
import { issuingRoutes } from './routes/issuing/index.ts'
import { outboxRoutes } from './routes/outbox/index.ts'
import { pageRoutes } from './routes/pages/index.ts'
import { publicRoutes } from './routes/public/index.ts'

/** Everything but labels and the portal. */
export function publicRouter(makeDeps: MakeDeps): Hono<AppEnv> {
  const others = [issuingRoutes(), outboxRoutes()]
  return routerOf(makeDeps, [publicRoutes({ others }), ...others, fieldRoutes(), pageRoutes()])
}
