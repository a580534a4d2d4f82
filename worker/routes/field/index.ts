import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { showKit } from './kit.ts'
import { showRegister } from './register.ts'

/** What the installed app asks for with the session, to keep on the device. */
export function fieldRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: false })
  app.get('/app/kit', showKit)
  app.get('/app/register', showRegister)
  return app
}
