import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll } from 'vitest'
import type { Database } from '../../db/client.ts'
import { connectNode } from '../../db/client-node.ts'
import { migrateDatabase } from '../../db/migrate.ts'

export type TestDatabase = {
  readonly db: Database
  /** The file itself, for tests that look at what is really stored. */
  readonly file: string
  readonly url: string
}

/** A fresh, migrated database in a file of its own, gone when the test file is done. */
export async function freshDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'goc-test-'))
  const file = join(folder, 'goc.db')
  const url = `file:${file}`
  const client = createClient({ url })
  await client.execute('PRAGMA journal_mode = WAL')
  await migrateDatabase(client)
  client.close()
  const { db, close } = connectNode({ url })
  afterAll(() => {
    close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { db, file, url }
}
