import type { Context } from 'hono'
import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import type { AppEnv } from '../../http/app-env.ts'
import type { Person } from '../../verbs/context.ts'
import { Problem } from '../../verbs/errors.ts'

/** What a device is handed is kept by it alone, under the account it was handed to. */
export const DEVICE_HEADERS = { 'cache-control': 'private, no-store', vary: 'Cookie' } as const

/** Who asks from the app, their session renewed; 401 for nobody. */
export async function signedInPerson(c: Context<AppEnv>): Promise<Person> {
  const signedIn = await c.var.deps.accounts.signedIn(c.req.raw.headers)
  if (signedIn === null) {
    throw new Problem({ code: 'unauthenticated', text: ACCESS_REFUSALS.notSignedIn })
  }
  const { person, renewedCookies } = signedIn
  for (const cookie of renewedCookies ?? []) c.header('set-cookie', cookie, { append: true })
  return person
}
