import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { beforeAll, expect, it } from 'vitest'
import { labelRun, signingKey } from '../../../db/schema/index.ts'
import { startSqld } from '../../../scripts/lib/sqld.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { makeBatch, makeContext } from '../../support/factories.ts'
import { freshServer, type TestServer } from '../../support/server.ts'

// Writers in one process take turns in a file; only a server shows what they do to each other.
let server: TestServer

beforeAll(async () => {
  server = await freshServer()
})

it('issues every run asked for at once, under one first key, and no serial twice', async () => {
  const contextOfItsOwn = () => makeContext(server.connect())
  const { ref } = await makeBatch(contextOfItsOwn())
  const counts = Array.from({ length: 12 }, (_, i) => i + 1)
  await Promise.all(
    counts.map((count) => issueLabels({ ctx: contextOfItsOwn(), input: { ref, count } })),
  )
  const { db } = contextOfItsOwn()
  const runs = await db.select().from(labelRun).orderBy(labelRun.fromSerial)
  let last = 0
  for (const run of runs) {
    expect(run.fromSerial).toBe(last + 1)
    last = run.toSerial
  }
  expect(last).toBe(78)
  expect(await db.select().from(signingKey)).toHaveLength(1)
})

it('waits for another writer instead of giving up', async () => {
  const ctx = makeContext(server.connect())
  const { ref } = await makeBatch(ctx)
  const client = createClient({ url: server.url })
  const other = await client.transaction('write')
  await other.execute("INSERT INTO site_kind VALUES ('x', 'x', 'x', 'x', 'growing_area', NULL)")
  const issuing = issueLabels({ ctx, input: { ref, count: 1 } })
  issuing.catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 60))
  await other.commit()
  client.close()
  expect((await issuing).run.toSerial).toBe(1)
})

it('stops the server it started', async () => {
  const other = await startSqld({ dataDir: join(server.folder, 'other') })
  await other.stop()
  await expect(fetch(`${other.url}/health`)).rejects.toThrow()
  expect(() => process.kill(other.pid, 0)).toThrow()
})
