import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll } from 'vitest'
import { connectWeb, type Database } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { startSqld } from '../../scripts/lib/sqld.ts'

export type TestServer = {
  readonly url: string
  /** A folder for files of the test, gone with the server. */
  readonly folder: string
  /** A connection of its own, as a Worker has one for each request. */
  readonly connect: () => Database
}

/** A libSQL server with nothing in it, gone when the test file is done. */
export async function emptyServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'goc-server-'))
  const { url, stop } = await startSqld({ dataDir: join(folder, 'libsql') })
  afterAll(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return { url, folder, connect: () => connectWeb({ url, authToken: undefined }) }
}

/**
 * A migrated libSQL server: it refuses what a file takes, gives up over broken text, and shows what
 * writers do to each other, who take turns in a file.
 */
export async function freshServer(): Promise<TestServer> {
  const server = await emptyServer()
  const client = createClient({ url: server.url })
  await migrateDatabase(client)
  client.close()
  return server
}
