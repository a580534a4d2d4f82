import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { problemOf } from '../../http/to-problem.ts'

/** A form on another site makes nobody here say anything. */
export function refuseOtherSites(c: Context<AppEnv>): void {
  if (c.req.header('sec-fetch-site') === 'cross-site') throw problemOf('forbidden')
}
