import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { upload } from '../../../db/schema/index.ts'
import { OLD_UPLOADS } from '../../../worker/verbs/imports/old-uploads.ts'
import { removeOldFiles } from '../../../worker/verbs/papers/remove-old-files.ts'
import { freshDatabase } from '../../support/database.ts'
import { NOW } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'

const HOUR_MS = 3_600_000

it('takes files away after a day, and keeps those of an import that may still go on', async () => {
  const { db } = await freshDatabase()
  const files = memoryFiles()
  const ages = { fresh: 23, old: 25, running: 25, done: 25 }
  for (const [id, hours] of Object.entries(ages)) {
    const createdAt = NOW - hours * HOUR_MS
    await files.put(`uploads/${id}`, new Uint8Array([1]))
    await db.insert(upload).values({
      ...{ id, kind: 'codes', fileName: 'a.csv', bytes: 1, sha256: 'x', storeKey: `uploads/${id}` },
      ...{ userId: 'user:a', createdAt },
    })
    if (id === 'fresh' || id === 'old') continue
    await db.run(sql`INSERT INTO import_run (id, kind, file_name, sha256, imported_on, created_at,
      actor, counts, state) VALUES (${id}, 'codes', 'a.csv', 'x', '2026-06-14', ${createdAt},
      'user:a', '{}', ${id})`)
  }
  expect(await removeOldFiles({ db, files, now: NOW }, OLD_UPLOADS)).toBe(2)
  expect([...files.kept.keys()].sort()).toEqual(['uploads/fresh', 'uploads/running'])
  expect(await db.all(sql`SELECT id FROM upload ORDER BY id`)).toEqual([
    { id: 'fresh' },
    { id: 'running' },
  ])
})
