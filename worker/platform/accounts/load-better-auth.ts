import type { Database } from '../../../db/client.ts'
import type { AccountSettings } from './account-settings.ts'

type Auth = ReturnType<typeof import('./better-auth.ts')['makeBetterAuth']>

/**
 * better-auth, loaded when it is first needed: it is many times the size of what scans need, and
 * most isolates never sign anybody in.
 */
export async function loadBetterAuth(input: {
  readonly db: Database
  readonly settings: AccountSettings
  readonly onPasskeyAdded?: (userId: string) => Promise<void>
}): Promise<Auth> {
  const { makeBetterAuth } = await import('./better-auth.ts')
  const { db, settings, onPasskeyAdded = async () => undefined } = input
  return makeBetterAuth({ db, settings, onPasskeyAdded })
}
