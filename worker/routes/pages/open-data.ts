import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { showPage } from './show-page.ts'

/** `GET /open-data`: what may be downloaded, open to everyone. */
export function showOpenDataPage(c: Context<AppEnv>): Promise<Response> {
  return showPage(c, { kind: 'open-data' })
}
