import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { problemOf } from '../../http/to-problem.ts'
import { Problem } from '../../verbs/errors.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/**
 * Why no handler of `app` took a request: `method_not_allowed` with `Allow` (RFC 9110 15.5.6) where
 * another method would have been taken, else `not_found`.
 */
export function unmatchedProblem(app: Hono<AppEnv>, c: Context<AppEnv>): Problem {
  const allowed: string[] = METHODS.filter((method) => takes(app, method, c.req.path))
  if (allowed.length === 0) return problemOf('not_found')
  if (allowed.includes('GET')) allowed.splice(allowed.indexOf('GET') + 1, 0, 'HEAD')
  const { code, text } = problemOf('method_not_allowed')
  return new Problem({ code, text, headers: { allow: allowed.join(', ') } })
}

/** Middleware (any method) and catch-alls (a path ending in `*`) are no handlers of a path. */
function takes(app: Hono<AppEnv>, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method && !route.path.endsWith('*'))
}
