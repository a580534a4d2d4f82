import { looksLikeLabel } from './domain/label/parse-label.ts'
import type { Deps, MakeDeps } from './http/app-env.ts'
import { answerPreflight, openToScripts } from './http/cross-origin.ts'
import { drainBody } from './http/drain-body.ts'
import { answerError } from './http/error-answer.ts'
import { problemOf } from './http/to-problem.ts'
import { healthAnswer } from './routes/public/system/health.ts'
import { answerLabel } from './routes/scan/answer-label.ts'
import { inspectorRedirect } from './routes/scan/inspector-redirect.ts'

type Waiter = { waitUntil: (work: Promise<unknown>) => void }
type Env = Record<string, unknown>

export type App = {
  readonly fetch: (request: Request, env: Env, executionCtx: Waiter) => Promise<Response>
}

type Router = {
  readonly fetch: (request: Request, env: Env, executionCtx: never) => Response | Promise<Response>
}

/** What is imported when first asked for. A runtime evaluates a module then, and not before. */
type Loaded = {
  portal?: Router
  others?: Router
  verify?: (deps: Deps, request: Request) => Promise<Response>
}

/**
 * The whole application from explicit dependencies. Labels are answered before the router: their
 * path must be read raw, and they are what most requests are. The first of them after a start waits
 * for nothing that it does not need: routers, the portal and the schemas of the API are nine tenths
 * of all code.
 */
export function createApp(makeDeps: MakeDeps): App {
  const loaded: Loaded = {}
  const answers = {
    label: answerLabelPath,
    health: async () => healthAnswer(),
    verify: async ({ deps, request }: Asked) => {
      loaded.verify ??= (await import('./routes/public/verify/handlers.ts')).verify
      return loaded.verify(deps, request)
    },
  }
  const routerFor = async (path: string): Promise<Router> => {
    await makeDeps.prepare?.()
    if (PORTAL_PATH.test(path)) {
      loaded.portal ??= (await import('./portal-router.ts')).portalRouter(makeDeps)
      return loaded.portal
    }
    loaded.others ??= (await import('./public-router.ts')).publicRouter(makeDeps)
    return loaded.others
  }
  return {
    fetch: async (request, env, executionCtx) => {
      const path = rawPath(request.url)
      const { method } = request
      const preflight = method === 'OPTIONS' ? answerPreflight(request, path) : null
      if (preflight !== null) return preflight
      const direct = directFor(method, path)
      if (direct === null) {
        const router = await routerFor(path)
        const answer = await router.fetch(request, env, executionCtx as never)
        await drainBody(request)
        return openToScripts(path, withoutBody(method, answer))
      }
      let deps: Deps | null = null
      try {
        // Who asks to verify may be limited, and is told apart by their device.
        if (direct === 'verify') await makeDeps.prepare?.()
        deps = makeDeps({ env, executionCtx })
        return withoutBody(method, await answers[direct]({ deps, request, method, path }))
      } catch (error) {
        const answer = await answerError({ deps, request, error, requestId: crypto.randomUUID() })
        await drainBody(request)
        return openToScripts(path, withoutBody(method, answer))
      }
    },
  }
}

type Asked = {
  readonly deps: Deps
  readonly request: Request
  readonly method: string
  readonly path: string
}

const PORTAL_PATH = /^\/(?:portal|api\/auth)(?:[/?#]|$)/
const VERIFY_PATH = '/api/v1/verify'
const HEALTH_PATH = '/healthz'

/** What is answered without a router, in the order of how often it is asked. */
function directFor(method: string, path: string): 'label' | 'verify' | 'health' | null {
  if (looksLikeLabel(path)) return 'label'
  if (path === VERIFY_PATH && method === 'POST') return 'verify'
  if (path === HEALTH_PATH && (method === 'GET' || method === 'HEAD')) return 'health'
  return null
}

async function answerLabelPath({ deps, request, method, path }: Asked): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return onlyReads(deps, request)
  const redirect = inspectorRedirect(request, path)
  if (redirect !== null) return redirect
  return answerLabel({ deps, request, method, path })
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
function withoutBody(method: string, response: Response): Response {
  return method === 'HEAD' && response.body !== null ? new Response(null, response) : response
}
