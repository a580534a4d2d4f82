import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { connectNode } from '../../db/client-node.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { completeRegisterEntries } from '../../worker/verbs/codes/refresh-register-entries.ts'
import { rebuildMarkedDocuments } from '../../worker/verbs/diary/rebuild-marked-documents.ts'
import { freePort } from './free-port.ts'
import { keepRunning } from './keep-running.ts'
import { type Sqld, startSqld } from './sqld.ts'

export type LocalDatabase = {
  readonly url: string
  readonly db: Database
  readonly stop: () => Promise<void>
}

type Opening = {
  readonly dataDirectory: string
  /** For a process that serves: the server is started again where it ends unasked. */
  readonly keep?: Omit<Parameters<typeof keepRunning>[0], 'start'>
  /** Asked before anything is written, with whether anything ever was. */
  readonly look?: (found: { readonly isEmpty: boolean }) => void
}

/** Where LIBSQL_URL points; null where the database is a file of our own. */
export function databaseElsewhere(): { url: string; authToken: string | undefined } | null {
  const { LIBSQL_URL: url, LIBSQL_AUTH_TOKEN: authToken } = process.env
  return url === undefined || url === '' ? null : { url, authToken }
}

/** The folder of our own libSQL server. */
export function serverFolder(dataDirectory: string): string {
  return join(dataDirectory, 'libsql')
}

/**
 * A migrated database: the one LIBSQL_URL names, or a libSQL server of our own on a file under the
 * data folder and a free loopback port.
 */
export async function openLocalDatabase(input: Opening): Promise<LocalDatabase> {
  const elsewhere = databaseElsewhere()
  if (elsewhere !== null) return connect({ ...elsewhere, stop: async () => undefined })
  const sqld = await startServer(input)
  try {
    return await connect({
      url: sqld.url,
      authToken: undefined,
      stop: sqld.stop,
      ...(input.look === undefined ? {} : { look: input.look }),
    })
  } catch (error) {
    await sqld.stop()
    throw error
  }
}

async function startServer({ dataDirectory, keep }: Opening): Promise<Pick<Sqld, 'url' | 'stop'>> {
  const dataDir = serverFolder(dataDirectory)
  // The same port again: whoever was told the address keeps it.
  const port = await freePort()
  const start = () => startSqld({ dataDir, port })
  return keep === undefined ? start() : keepRunning({ ...keep, start })
}

async function connect(input: {
  url: string
  authToken: string | undefined
  stop: () => Promise<void>
  look?: Opening['look']
}): Promise<LocalDatabase> {
  const { url, authToken } = input
  const { db, close } = connectNode({ url, authToken })
  if (input.look !== undefined) input.look({ isEmpty: await isEmpty(db) })
  const migrating = createClient({ url, ...(authToken === undefined ? {} : { authToken }) })
  await migrateDatabase(migrating)
  migrating.close()
  // A database from before the register had entries of its own gets them here, and documents that
  // a migration marked are written anew.
  await completeRegisterEntries(db)
  await rebuildMarkedDocuments({ db, now: Date.now })
  return {
    url,
    db,
    stop: async () => {
      close()
      await input.stop()
    },
  }
}

async function isEmpty(db: Database): Promise<boolean> {
  const [row] = await db.all<{ tables: number }>(
    sql`SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table'`,
  )
  return (row?.tables ?? 0) === 0
}
