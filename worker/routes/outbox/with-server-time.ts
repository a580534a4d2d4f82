import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'

/**
 * Says our time to the millisecond beside `Date`, which knows seconds alone: a device measures its own
 * clock by it, and keeps how far that is off with every record.
 */
export function withServerTime(c: Context<AppEnv>, response: Response): Response {
  const now = c.var.deps.now()
  response.headers.set('date', new Date(now).toUTCString())
  response.headers.set('goc-server-now', String(now))
  return response
}
