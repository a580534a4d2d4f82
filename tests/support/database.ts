import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll, inject } from 'vitest'
import type { Database } from '../../db/client.ts'
import { textDoor } from '../../db/text-door.ts'
import { asServersDo } from './as-servers-do.ts'

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
  copyFileSync(inject('migratedDatabase'), file)
  const client = createClient({ url })
  const db = drizzle(textDoor(asServersDo(client)), { casing: 'snake_case' })
  afterAll(() => {
    client.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { db, file, url }
}
