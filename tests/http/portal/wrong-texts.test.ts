import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client'
import { Command } from 'commander'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { connectWeb, type Database } from '../../../db/client.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { site } from '../../../db/schema/index.ts'
import { register } from '../../../scripts/commands/database.ts'
import { type BackupLine, dumpDatabase } from '../../../scripts/lib/dump-database.ts'
import { restoreDatabase } from '../../../scripts/lib/restore-database.ts'
import { startSqld } from '../../../scripts/lib/sqld.ts'
import { sendLetters } from '../../../worker/jobs/send-letters.ts'
import { PORTAL_ROUTES } from '../../../worker/routes/portal/index.ts'
import { sealAudit } from '../../../worker/verbs/audit/seal-audit.ts'
import { verifyAudit } from '../../../worker/verbs/audit/verify-audit.ts'
import {
  completeRegisterEntries,
  rebuildRegisterEntries,
} from '../../../worker/verbs/codes/refresh-register-entries.ts'
import { exportCodes } from '../../../worker/verbs/exports/export-codes.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { letterStatements } from '../../../worker/verbs/mail/letter-statements.ts'
import {
  makeContext,
  makeDiaryEvent,
  makeRun,
  makeUnits,
  makeVerification,
  NOW,
  TEST_KEK,
} from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { freshServer, type TestServer } from '../../support/server.ts'
import { type PublicApp, publicApp } from '../public/support.ts'
import { HERE, shown } from './sites-support.ts'

// What an earlier version let in: half a character in every text there is. Only a server gives up over it.
let server: TestServer
let client: Client
let db: Database
let made: Awaited<ReturnType<typeof makeRun>>
let portal: PortalApp
let open: PublicApp
let broken: string[]

beforeAll(async () => {
  server = await freshServer()
  client = createClient({ url: server.url })
  db = server.connect()
  const ctx = makeContext(db)
  made = await makeRun(ctx)
  const { siteId } = made.batch.area
  await addUnits()
  await db.update(site).set(HERE).where(eq(site.id, siteId))
  const diary = await makeDiaryEvent(ctx, { siteId, summary: 'Bón phân thử' })
  await makeVerification(ctx, { diaryEventId: diary.id, verifiedByName: 'Chi cục thử' })
  await db.run(sql`INSERT INTO code_status_event
    (id, code_id, market, status, effective_on, recorded_at, actor, reason, reason_code)
    SELECT 'late', code_id, market, 'suspended', '2026-06-14', recorded_at, actor, 'Lý do thử', 'other'
    FROM code_status_event WHERE code_id = ${made.batch.area.id} LIMIT 1`)
  await runBatch(
    db,
    letterStatements(ctx, [{ to: 'a@example.vn', subject: 'Thư thử', body: 'Nội dung thử' }]),
  )
  portal = portalApp(db, await makePerson(db, 'admin'))
  open = publicApp(db)
  broken = await breakTexts()
  await rebuildRegisterEntries(db)
}, 60_000)

afterAll(async () => {
  await portal.settle()
  client.close()
})

describe('a database with half a character in many tables', () => {
  it('is one', async () => {
    expect(broken).toEqual(
      expect.arrayContaining([
        'site.name',
        'organisation.name',
        'audit_log.after',
        'code_status_event.reason',
        'diary_event.summary',
        'mail_outbox.subject',
        'user.name',
      ]),
    )
    await expect(client.execute('SELECT name FROM site')).rejects.toThrow('500')
  })

  it('answers everybody who asks', async () => {
    const { batch } = made
    const code = encodeURIComponent(batch.area.code)
    const paths = [
      ...['/api/v1/codes', '/api/v1/codes?q=vung+trong', '/codes', '/codes?q=v%C3%B9ng'],
      ...[`/api/v1/codes/${code}`, `/codes/${code}`, `/api/v1/batches/${batch.ref}`],
      ...[`/b/${batch.ref}`, '/suspensions', '/api/v1/notices', '/api/v1/notices.atom'],
      ...['/open-data/codes.csv', '/open-data/codes.json', '/open-data/suspensions.csv'],
      ...['/codes?q=%ED%A0%80', '/codes?q=a%00b', '/codes?q=%E2%80%AEab', '/codes?cursor=%00'],
    ]
    for (const path of paths) {
      const { status } = await open.ask(path)
      expect([path, path.includes('cursor') ? status < 500 && 200 : status]).toEqual([path, 200])
    }
    const { body } = await open.askJson(`/api/v1/codes/${code}`)
    expect(JSON.stringify(body)).toContain('th\ufffdử')
  })

  it('shows an officer every page', async () => {
    const { siteId, code } = made.batch.area
    const [holder] = await db.all<{ id: string }>(sql`SELECT organisation_id AS id FROM site`)
    const asked = PORTAL_ROUTES.filter(({ method }) => method === 'GET').map(({ path }) => {
      if (path.startsWith('/portal/sites/')) return path.replace(':id', siteId)
      if (path.startsWith('/portal/organisations/')) return path.replace(':id', holder?.id ?? '')
      return path.replace(':code', encodeURIComponent(code))
    })
    const ends = []
    for (const path of new Set(asked)) {
      const { status, response } = await portal.get(path)
      await response.arrayBuffer()
      ends.push([path, status] as const)
    }
    expect(ends.filter(([, status]) => status >= 500)).toEqual([])
    const lists = ['/portal', '/portal/sites', `/portal/sites/${siteId}`, '/portal/codes']
    for (const path of [...lists, '/portal/audit', '/portal/organisations', '/portal/imports']) {
      expect([path, ends.find(([one]) => one === path)?.[1]]).toEqual([path, 200])
    }
  })

  it('is exported, sealed, and its letters are sent', async () => {
    const ctx = makeContext(db)
    for (const format of ['csv', 'xlsx'] as const) {
      const { chunks } = await exportCodes({ ctx, input: { format } })
      let bytes = 0
      for await (const chunk of chunks) bytes += chunk.byteLength
      expect(bytes).toBeGreaterThan(200)
    }
    await sealAudit(db)
    const verified = await verifyAudit({ ctx, input: { expectHead: null } })
    expect([verified.fault, verified.checked > 3]).toEqual([null, true])
    const sent: string[] = []
    const mailer = {
      connected: true,
      send: async ({ subject }: { subject: string }) => void sent.push(subject),
    }
    await sendLetters({ db: () => db, now: () => NOW + 1, kek: TEST_KEK, mailer } as never)
    expect(sent).toEqual(['Thư th\ufffdử'])
  })

  it('is changed like any other, and what was wrong is gone with the change', async () => {
    const path = `/portal/sites/${made.batch.area.siteId}`
    const { form, hidden } = shown(await portal.get(`${path}/edit`), 'portal/sites/edit')
    expect(form.values['name']).toContain('th\ufffdử')
    const version = hidden[0]?.value ?? ''
    const answer = await portal.post(`${path}/edit`, {
      ...{ ...form.values, version, phone: '0912345678' },
    })
    expect([answer.status, answer.model]).toEqual([303, null])
    const [row] = await db.all<{ hex: string }>(
      sql`SELECT hex(name) AS hex FROM site WHERE id = ${made.batch.area.siteId}`,
    )
    expect(Buffer.from(row?.hex ?? '', 'hex').toString('utf8')).toContain('th\ufffdử')
    const { run } = await issueLabels({
      ...{ ctx: makeContext(db), input: { ref: made.batch.ref, count: 5 } },
    })
    expect(run.toSerial).toBe(15)
  })

  it('is carried by a backup whole, which a restore takes', async () => {
    const lines: BackupLine[] = []
    for await (const line of dumpDatabase(client, NOW)) lines.push(JSON.parse(JSON.stringify(line)))
    const text = JSON.stringify(lines)
    expect([text.isWellFormed(), text.includes('th\ufffdử')]).toEqual([true, true])
    const other = await startSqld({ dataDir: join(server.folder, 'other') })
    const empty = createClient({ url: other.url })
    try {
      await migrateDatabase(empty)
      await restoreDatabase(empty, async function* () {
        yield* lines
      })
      const restored = connectWeb({ url: other.url, authToken: undefined })
      expect(await completeRegisterEntries(restored)).toBeGreaterThan(0)
      const { rows } = await empty.execute(
        'SELECT name FROM site UNION SELECT after FROM audit_log',
      )
      expect(rows.length).toBeGreaterThan(2)
      const ctx = makeContext(restored)
      expect((await verifyAudit({ ctx, input: { expectHead: null } })).fault).toBeNull()
      expect((await check(other.url, restored)).code).toBe(0)
    } finally {
      empty.close()
      await other.stop()
    }
  }, 60_000)
})

describe('goc database check', () => {
  it('lists what is wrong, mends what may be mended and leaves what is only added to', async () => {
    const found = await check(server.url, db)
    expect(found.code).toBe(1)
    expect(found.said).toMatch(/^site {2}\S+ {2}name {2}không phải UTF-8; đọc là "Vùng trồng th/m)
    const mended = await check(server.url, db, '--mend')
    expect(mended.said).toMatch(/^site .*đã sửa thành/m)
    expect(mended.said).toMatch(/^diary_event .*giữ nguyên, đọc là "Bón phân th/m)
    const { rows } = await client.execute('SELECT name FROM site')
    expect(rows[0]?.[0]).toContain('th\ufffdử')
    const again = await check(server.url, db, '--mend')
    expect(again.code).toBe(0)
    expect(again.said).not.toContain('đã sửa thành')
    await sealAudit(db)
    const ctx = makeContext(db)
    expect((await verifyAudit({ ctx, input: { expectHead: null } })).fault).toBeNull()
    expect((await open.ask('/api/v1/codes?q=vung+trong')).status).toBe(200)
  })
})

async function check(databaseUrl: string, database: Database, ...options: string[]) {
  let said = ''
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const program = new Command('goc').exitOverride()
  register(program, async () => ({
    ...{ ctx: makeContext(database), origin: 'https://tem.example.vn', ownHosts: new Set() },
    ...{ databaseUrl, authToken: undefined, close: async () => undefined },
  }))
  try {
    await program.parseAsync(['database', 'check', ...options], { from: 'user' })
    return { said, code: 0 }
  } catch {
    return { said, code: 1 }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

async function addUnits(): Promise<void> {
  await makeUnits(db, [
    ['91', HERE.provinceName],
    [HERE.communeCode, HERE.communeName, '91'],
  ])
}

/** Breaks every text with “thử” in it, as if no trigger had ever stood in the way; gives which. */
async function breakTexts(): Promise<string[]> {
  const all = async (text: string) =>
    (await client.execute(text)).rows.map((row) => [String(row[0]), String(row[1])] as const)
  const triggers = await all(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
  const columns =
    await all(`SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type = 'table' AND c.type = 'TEXT'
      AND t.name NOT LIKE 'register%' AND t.name NOT LIKE 'sqlite%'`)
  const broken = columns.map(
    ([table, column]) =>
      `UPDATE "${table}" SET "${column}" = replace("${column}", 'thử', 'th' || CAST(x'eda080' AS TEXT) || 'ử')
      WHERE instr("${column}", 'thử') > 0`,
  )
  // A thousand statements, and one that waits for the disk.
  const results = await client.batch([
    ...triggers.map(([name]) => `DROP TRIGGER "${name}"`),
    ...broken,
    ...triggers.map(([, text]) => text),
  ])
  const changed = results.slice(triggers.length).map(({ rowsAffected }) => rowsAffected > 0)
  return columns.filter((_, at) => changed[at]).map(([table, column]) => `${table}.${column}`)
}
