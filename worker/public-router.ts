import type { Hono } from 'hono'
import type { AppEnv, MakeDeps } from './http/app-env.ts'
import { routerOf } from './router-of.ts'
import { fieldRoutes } from './routes/field/kit.ts'
import { issuingRoutes } from './routes/issuing/index.ts'
import { pageRoutes } from './routes/pages/index.ts'
import { publicRoutes } from './routes/public/index.ts'

/** Everything but labels and the portal. */
export function publicRouter(makeDeps: MakeDeps): Hono<AppEnv> {
  const issuing = issuingRoutes()
  return routerOf(makeDeps, [
    publicRoutes({ others: [issuing] }),
    issuing,
    fieldRoutes(),
    pageRoutes(),
  ])
}
