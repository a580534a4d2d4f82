import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '../../db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database with nothing in it, to be copied. */
    migratedDatabase: string
  }
}

/** Migrates once; every test file that wants a database copies it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'goc-migrated-'))
  const file = join(folder, 'goc.db')
  const client = createClient({ url: `file:${file}` })
  await client.execute('PRAGMA journal_mode = WAL')
  await migrateDatabase(client)
  // All of it into the one file that is copied.
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  client.close()
  project.provide('migratedDatabase', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
