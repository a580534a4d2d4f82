import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { beforeAll, expect, it } from 'vitest'
import { migrateDatabase } from '../../../db/migrate.ts'
import { type BackupLine, dumpDatabase } from '../../../scripts/lib/dump-database.ts'
import { restoreDatabase } from '../../../scripts/lib/restore-database.ts'
import { NOW } from '../../support/factories.ts'
import { freshServer, type TestServer } from '../../support/server.ts'

// A server answers with at most 10 MB at once, which a file never shows.
const PARTS = 60
const PART_BYTES = 256 * 1024
let server: TestServer

beforeAll(async () => {
  server = await freshServer()
})

it('holds files that are together larger than a server’s answer may be', async () => {
  const client = createClient({ url: server.url })
  for (let part = 0; part < PARTS; part++) {
    await client.execute({
      sql: 'INSERT INTO stored_file VALUES (?, ?, ?, 0)',
      args: ['sites/a', part, new Uint8Array(PART_BYTES).fill(part)],
    })
  }
  const lines: BackupLine[] = []
  for await (const line of dumpDatabase(client, NOW)) lines.push(line)
  client.close()
  const other = createClient({ url: `file:${join(server.folder, 'other.db')}` })
  await migrateDatabase(other)
  await restoreDatabase(other, async function* () {
    yield* lines
  })
  const { rows } = await other.execute(
    'SELECT count(*), sum(length(bytes)), count(DISTINCT substr(bytes, 1, 1)) FROM stored_file',
  )
  other.close()
  expect(Array.from(rows[0] ?? [])).toEqual([PARTS, PARTS * PART_BYTES, PARTS])
})
