import { Hono } from 'hono'
import type { AppEnv, Deps, MakeDeps } from './http/app-env.ts'
import { answerError } from './http/error-answer.ts'
import { SECURITY_HEADERS } from './http/headers.ts'
import { preferredLanguage, queryParameter } from './http/negotiate.ts'
import { withSoundQuery } from './http/sound-query.ts'
import { sealAfterWrite } from './jobs/seal-after-write.ts'
import { unmatchedProblem } from './routes/public/unmatched.ts'

/** Routes with what all of them need: dependencies, a language, headers, failures as answers. */
export function routerOf(makeDeps: MakeDeps, routes: readonly Hono<AppEnv>[]): Hono<AppEnv> {
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
