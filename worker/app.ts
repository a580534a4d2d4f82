import { Hono } from 'hono'
import { looksLikeLabel } from './domain/label/parse-label.ts'
import type { AppEnv, Deps, MakeDeps } from './http/app-env.ts'
import { drainBody } from './http/drain-body.ts'
import { answerError } from './http/error-answer.ts'
import { SECURITY_HEADERS } from './http/headers.ts'
import { preferredLanguage, queryParameter } from './http/negotiate.ts'
import { withSoundQuery } from './http/sound-query.ts'
import { problemOf } from './http/to-problem.ts'
import { sealAfterWrite } from './jobs/seal-after-write.ts'
import { issuingRoutes } from './routes/issuing/index.ts'
import { pageRoutes } from './routes/pages/index.ts'
import { portalRoutes } from './routes/portal/index.ts'
import { publicRoutes } from './routes/public/index.ts'
import { unmatchedProblem } from './routes/public/unmatched.ts'
import { answerLabel } from './routes/scan/answer-label.ts'

type Waiter = { waitUntil: (work: Promise<unknown>) => void }

export type App = {
  readonly fetch: (
    request: Request,
    env: Record<string, unknown>,
    executionCtx: Waiter,
  ) => Promise<Response>
}

/**
 * The whole application from explicit dependencies. Labels are answered before the router: their
 * path must be read raw, and they are what most requests are.
 */
export function createApp(makeDeps: MakeDeps): App {
  const { portal, others } = createRouters(makeDeps)
  return {
    fetch: async (request, env, executionCtx) => {
      const path = rawPath(request.url)
      if (!looksLikeLabel(path)) {
        const router = PORTAL_PATH.test(path) ? portal : others
        const answer = await router.fetch(request, env, executionCtx as never)
        await drainBody(request)
        return withoutBody(request, answer)
      }
      let deps: Deps | null = null
      try {
        deps = makeDeps({ env, executionCtx })
        if (request.method !== 'GET' && request.method !== 'HEAD') return onlyReads(deps, request)
        return withoutBody(request, await answerLabel({ deps, request, path }))
      } catch (error) {
        const requestId = crypto.randomUUID()
        return withoutBody(request, await answerError({ deps, request, error, requestId }))
      }
    },
  }
}

const PORTAL_PATH = /^\/(?:portal|api\/auth)(?:[/?#]|$)/

/**
 * Everything but labels; the walk of all roles reads the lists of routes. The portal is a router of
 * its own: addresses like `/portal/imports/new` beside `/portal/imports/:id` are more than Hono's
 * fast router takes, and the slower one would then serve verify too.
 */
export function createRouters(makeDeps: MakeDeps): { portal: Hono<AppEnv>; others: Hono<AppEnv> } {
  const issuing = issuingRoutes()
  const others = [publicRoutes({ others: [issuing] }), issuing, pageRoutes()]
  return { portal: routerOf(makeDeps, [portalRoutes()]), others: routerOf(makeDeps, others) }
}

function routerOf(makeDeps: MakeDeps, routes: readonly Hono<AppEnv>[]): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: false })
  app.use('*', async (c, next) => {
    c.set('requestId', crypto.randomUUID())
    c.req.raw = withSoundQuery(c.req.raw)
    c.set('deps', makeDeps({ env: c.env, executionCtx: c.executionCtx }))
    const lang = queryParameter(c.req.url, 'lang')
    c.set('language', preferredLanguage(lang, c.req.header('accept-language') ?? null))
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    const { method, path } = c.req
    const { deps, requestId } = c.var
    sealAfterWrite(deps, { method, path, status: c.res.status, requestId })
  })
  for (const each of routes) app.route('/', each)
  app.notFound((c) => fail(c, unmatchedProblem(app, c)))
  app.onError((error, c) => fail(c, error))
  return app
}

function fail(c: { req: { raw: Request }; get: (key: never) => unknown }, error: unknown) {
  const deps = (c.get('deps' as never) as Deps | undefined) ?? null
  const requestId = (c.get('requestId' as never) as string | undefined) ?? crypto.randomUUID()
  return answerError({ deps, request: c.req.raw, error, requestId })
}

async function onlyReads(deps: Deps, request: Request): Promise<Response> {
  await drainBody(request)
  const error = problemOf('method_not_allowed')
  const answer = await answerError({ deps, request, error, requestId: crypto.randomUUID() })
  answer.headers.set('allow', 'GET, HEAD')
  return answer
}

/** Path and query as they came. `URL` would rewrite dots, percent escapes and backslashes. */
function rawPath(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  return start < 0 ? '/' : url.slice(start)
}

/** HEAD mirrors GET: same status and headers, no body. */
function withoutBody(request: Request, response: Response): Response {
  return request.method === 'HEAD' && response.body !== null
    ? new Response(null, response)
    : response
}
