import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { connectNode } from '../../../db/client-node.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import { freePort } from '../../../scripts/lib/free-port.ts'
import { startLocalServer } from '../../../scripts/lib/local-server.ts'
import { startPlainWorker } from '../../../scripts/lib/plain-workerd.ts'
import { startSqld } from '../../../scripts/lib/sqld.ts'
import { makeAccount } from '../../support/accounts-app.ts'
import { signInTo } from '../../support/dist-portal.ts'
import { codeList } from '../../unit/verbs/imports/import-support.ts'
import { RUNTIMES, type Runtime, until } from '../world.ts'

const ROWS = 6_000

/** A server on a database and a folder that stay when it is killed. */
async function startHouse(runtime: Runtime) {
  const folder = mkdtempSync(join(tmpdir(), 'goc-jobs-'))
  const sqld = await startSqld({ dataDir: join(folder, 'libsql') })
  const client = createClient({ url: sqld.url })
  await migrateDatabase(client)
  client.close()
  const { db, close } = connectNode({ url: sqld.url })
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const bindings = {
    ...{ LIBSQL_URL: sqld.url, GOC_ORIGIN: origin, GOC_RATE_LIMITS: 'off' },
    GOC_KEK: randomBytes(32).toString('base64url'),
    GOC_AUTH_SECRET: randomBytes(32).toString('base64url'),
  }
  const start = async () => {
    if (runtime === 'miniflare') {
      const { stop } = await startLocalServer({ port, bindings, stateDirectory: folder })
      return { kill: stop, stop }
    }
    const files = join(folder, 'files')
    const { pid, stop } = await startPlainWorker({ port, bindings, directory: folder, files })
    return { kill: async () => void process.kill(pid, 'SIGKILL'), stop }
  }
  const end = async () => {
    close()
    await sqld.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, origin, start, end }
}

describe.concurrent.each(RUNTIMES)('a server on %s', (runtime) => {
  it('killed while it reads a list in goes on with it by itself when it is back', async () => {
    const house = await startHouse(runtime)
    const { db, origin } = house
    const count = async (what: 'code' | 'code_status_event') => {
      const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.raw(what)}`)
      return row?.n ?? 0
    }
    const importOf = async () => {
      const [row] = await db.all<{ state: string; counts: string }>(
        sql`SELECT state, counts FROM import_run`,
      )
      return row
    }
    const officer = await makeAccount(db, 'officer')
    const doomed = await house.start()
    const portal = await signInTo(origin, officer.email)
    const rows = Array.from({ length: ROWS }, (_, i) => ({ code: `VN-AGOR-${10_000 + i}` }))
    const form = new FormData()
    form.set('kind', 'codes')
    form.set('file', new File([codeList(rows)], 'danh-sach.csv'))
    const upload = await portal.post('/portal/imports/new', form)
    await until(async () => (await portal.get(upload)).text.includes('Ghi 6.000 dòng'), 60_000)
    await portal.post(upload, new URLSearchParams())
    await until(async () => (await count('code')) > 0, 30_000, 20)
    await doomed.kill()
    const half = await count('code')
    expect(half).toBeLessThan(ROWS)
    const server = await house.start()
    try {
      // Nobody asks it for anything.
      await until(async () => (await importOf())?.state === 'done', 120_000)
      const counts = JSON.parse((await importOf())?.counts ?? '{}')
      expect(counts).toMatchObject({ rows: ROWS, added: ROWS, unchanged: 0, refused: 0 })
      expect([await count('code'), await count('code_status_event')]).toEqual([ROWS, ROWS])
    } finally {
      await server.stop()
      await house.end()
    }
  }, 300_000)
})
