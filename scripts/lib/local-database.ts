import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Database } from '../../db/client.ts'
import { connectNode } from '../../db/client-node.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { completeRegisterEntries } from '../../worker/verbs/codes/refresh-register-entries.ts'
import { startSqld } from './sqld.ts'

export type LocalDatabase = {
  readonly url: string
  readonly db: Database
  readonly stop: () => Promise<void>
}

/**
 * A migrated database: the one LIBSQL_URL names, or a libSQL server of our own on a file under the
 * data folder and a free loopback port.
 */
export async function openLocalDatabase(input: { dataDirectory: string }): Promise<LocalDatabase> {
  const { LIBSQL_URL, LIBSQL_AUTH_TOKEN } = process.env
  if (LIBSQL_URL !== undefined && LIBSQL_URL !== '') {
    return connect({ url: LIBSQL_URL, authToken: LIBSQL_AUTH_TOKEN, stop: async () => undefined })
  }
  const sqld = await startSqld({ dataDir: join(input.dataDirectory, 'libsql') })
  return connect({ url: sqld.url, authToken: undefined, stop: sqld.stop })
}

async function connect(input: {
  url: string
  authToken: string | undefined
  stop: () => Promise<void>
}): Promise<LocalDatabase> {
  const { url, authToken } = input
  const migrating = createClient({ url, ...(authToken === undefined ? {} : { authToken }) })
  await migrateDatabase(migrating)
  migrating.close()
  const { db, close } = connectNode({ url, authToken })
  // A database from before the register had entries of its own gets them here.
  await completeRegisterEntries(db)
  return {
    url,
    db,
    stop: async () => {
      close()
      await input.stop()
    },
  }
}
