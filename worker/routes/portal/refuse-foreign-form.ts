import type { Context } from 'hono'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import { hostOf } from '../../domain/label/parse-label.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { Problem } from '../../verbs/errors.ts'

/**
 * A form of another site may not act in the name of somebody signed in here: browsers say where a
 * form came from (Fetch Metadata, or Origin). What says neither is no browser of this decade.
 */
export function refuseForeignForm(c: Context<AppEnv>): void {
  const site = c.req.header('sec-fetch-site')
  if (site === 'same-origin') return
  const origin = c.req.header('origin')
  const ours = origin !== undefined && /^https?:\/\//.test(origin) && isOurs(c, origin)
  if (site === undefined && ours) return
  throw new Problem({
    code: 'forbidden',
    text: REQUEST_REFUSALS.foreignForm,
  })
}

function isOurs(c: Context<AppEnv>, origin: string): boolean {
  const { deps } = c.var
  return deps.ownHosts.has(hostOf(origin)) || hostOf(origin) === c.req.header('host')
}
