import { type Context, Hono } from 'hono'
import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { readFieldKit } from '../../verbs/diary/read-field-kit.ts'
import { Problem } from '../../verbs/errors.ts'

/** `GET /app/kit`: what the app keeps on the device of whoever is signed in; nobody else's cache does. */
export function fieldRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: false })
  app.get('/app/kit', showKit)
  return app
}

async function showKit(c: Context<AppEnv>): Promise<Response> {
  const { deps } = c.var
  const signedIn = await deps.accounts.signedIn(c.req.raw.headers)
  if (signedIn === null) {
    throw new Problem({ code: 'unauthenticated', text: ACCESS_REFUSALS.notSignedIn })
  }
  const { person, renewedCookies } = signedIn
  for (const cookie of renewedCookies ?? []) c.header('set-cookie', cookie, { append: true })
  const kit = await readFieldKit({ db: deps.db(), now: deps.now, actor: person })
  return c.json(kit, 200, { 'cache-control': 'private, no-store', vary: 'Cookie' })
}
