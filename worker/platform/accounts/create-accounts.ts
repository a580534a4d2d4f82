import type { Database } from '../../../db/client.ts'
import type { Settings } from '../../env.ts'
import type { Accounts } from './accounts.ts'

/** Accounts of this installation for one request. */
export function createAccounts(_input: { db: () => Database; settings: Settings }): Accounts {
  return {
    signedIn: async () => null,
    handle: async () => new Response(null, { status: 404 }),
  }
}
