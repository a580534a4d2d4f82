import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createBatch } from '../../../worker/verbs/batches/create-batch.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import { undoReportOf } from '../../../worker/verbs/imports/kept-report.ts'
import { loadImport } from '../../../worker/verbs/imports/load-import.ts'
import { beginUndoImport } from '../../../worker/verbs/imports/undo/begin-undo.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeProduct, makeRun } from '../../support/factories.ts'
import { portalApp } from '../../support/portal-app.ts'
import {
  type CodeRow,
  codeList,
  importContext,
  importFile,
  LATER,
  runJobs,
  undoImport,
} from '../verbs/imports/import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
})

/** The public register, whole: what lists, searches and pages are made from. */
async function publicRegister(): Promise<string> {
  const rows =
    await test.db.all(sql`SELECT r.code, r.entry, r.province_code, r.commune_code, r.site_id
    FROM register_entry r ORDER BY r.code`)
  return JSON.stringify(rows, null, 1)
}

async function importRows(rows: readonly CodeRow[]): Promise<string> {
  const report = await importFile(ctxOf(), 'codes', { bytes: codeList(rows) })
  if (report.importId === null) throw new Error('nothing was imported')
  return report.importId
}

const undo = (importId: string) => undoImport(ctxOf(), { importId, reason: 'Nhập nhầm tệp' })

const statuses = (code: string) =>
  test.db.all<{ market: string; status: string }>(sql`
    SELECT e.market, e.status FROM code_status_event e JOIN code c ON c.id = e.code_id
    WHERE c.code = ${code} AND NOT EXISTS
      (SELECT 1 FROM code_status_event a WHERE a.amends_id = e.id)
    ORDER BY e.effective_on, e.recorded_at`)

describe('taking a whole import back', () => {
  it('leaves the public register as it was before, whatever the two lists say', async () => {
    const row = fc.record({
      code: fc.integer({ min: 1, max: 6 }).map((n) => `VN-AGOR-000${n}`),
      market: fc.constantFrom('Trung Quốc', 'Mỹ', 'EU, Nhật Bản'),
      status: fc.constantFrom('Đang hoạt động', 'Tạm dừng', 'Thu hồi', ''),
      on: fc.constantFrom('01/02/2025', '05/06/2025', '07/08/2026'),
      area: fc.constantFrom('10', '12,5', '20'),
      crop: fc.constantFrom('Xoài', 'Nhãn', 'Xoài, Nhãn'),
      validTo: fc.constantFrom('', '', '31/12/2026', '31/12/2027'),
      site: fc.constantFrom('Vùng một', 'Vùng hai'),
    })
    const list = fc.array(row, { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(list, list, async (first, second) => {
        test = await freshDatabase()
        await importFile(ctxOf(), 'codes', { bytes: codeList(first) })
        const before = await publicRegister()
        const report = await importFile(ctxOf(), 'codes', { bytes: codeList(second) })
        const after = await publicRegister()
        if (report.importId === null) return
        await undo(report.importId)
        expect(await publicRegister()).toBe(before)
        // The same list once more brings back what it had brought.
        await importFile(ctxOf(), 'codes', { bytes: codeList(second) })
        expect(JSON.parse(await publicRegister())).toEqual(JSON.parse(after))
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('does nothing a second time and says so', async () => {
    const importId = await importRows([{ code: 'VN-AGOR-0001' }])
    await undo(importId)
    const events = await test.db.all(sql`SELECT * FROM code_status_event`)
    await expect(undo(importId)).rejects.toMatchObject({ code: 'conflict' })
    expect(await test.db.all(sql`SELECT * FROM code_status_event`)).toEqual(events)
  })

  it('keeps a withdrawn code resolvable and never deletes it', async () => {
    const importId = await importRows([{ code: 'VN-AGOR-0001' }])
    const report = await undo(importId)
    expect(report).toMatchObject({ codesWithdrawn: 1, sitesWithdrawn: 1, decisionsTakenBack: 1 })
    const [row] = await test.db.all<{ withdrawnAt: number | null }>(
      sql`SELECT withdrawn_at AS withdrawnAt FROM code`,
    )
    expect(row?.withdrawnAt).not.toBeNull()
  })

  it('lets the corrected list give a withdrawn code to the right place', async () => {
    const importId = await importRows([{ code: 'VN-AGOR-0001', site: 'Vùng sai' }])
    await undo(importId)
    const report = await importFile(ctxOf(), 'codes', {
      bytes: codeList([{ code: 'VN-AGOR-0001', site: 'Vùng đúng', on: '03/03/2024' }]),
    })
    expect(report.counts).toMatchObject({ added: 1, refused: 0 })
    const entries = JSON.parse(await publicRegister()) as { entry: string }[]
    expect(entries.map(({ entry }) => JSON.parse(entry))).toMatchObject([
      { name: 'Vùng đúng', issuedOn: '2024-03-03', decisions: [['CHN', 'active', '2024-03-03']] },
    ])
  })

  it('keeps a new code whole that a batch was declared under', async () => {
    const importId = await importRows([{ code: 'VN-AGOR-0001' }, { code: 'VN-AGOR-0002' }])
    const ctx = makeContext(test.db)
    const product = await makeProduct(ctx)
    await createBatch({
      ctx,
      input: {
        productId: product.id,
        lot: 'L1',
        packedOn: '2026-06-10',
        quantity: { value: 10, unit: 'kg' },
        markets: ['CHN'],
        growingAreas: ['VN-AGOR-0001'],
        packingHouse: null,
      } as never,
    })
    const report = await undo(importId)
    expect(report.codesWithdrawn).toBe(1)
    expect(report.kept.join('\n')).toContain('Mã VN-AGOR-0001: đã có lô hàng khai theo mã này')
    expect(await statuses('VN-AGOR-0001')).toEqual([{ market: 'CHN', status: 'active' }])
    const entries = JSON.parse(await publicRegister()) as { code: string }[]
    expect(entries.map(({ code }) => code)).toEqual(['VN-AGOR-0001'])
  })

  it('keeps what somebody decided or edited since, and says so', async () => {
    const old = await makeCode(makeContext(test.db), { code: 'VN-AGOR-0009' })
    await test.db.run(sql`UPDATE site SET name = 'Vùng chín', name_folded = 'vung chin',
      commune_name = 'Xã Chợ Mới', province_name = 'An Giang', household_count = 5
      WHERE id = ${old.siteId}`)
    await test.db.run(sql`UPDATE organisation SET name = 'HTX Thử Nghiệm',
      name_folded = 'htx thu nghiem'`)
    const text = codeList([
      { code: 'VN-AGOR-0009', site: 'Vùng chín', market: 'Mỹ', area: '33' },
      { code: 'VN-AGOR-0001' },
    ])
    const report = await importFile(ctxOf(), 'codes', { bytes: text })
    expect(report.counts).toMatchObject({ refused: 0 })
    await test.db.run(sql`UPDATE site SET area_ha = 34, version = version + 1
      WHERE id = ${old.siteId}`)
    const suspended = { code: 'VN-AGOR-0001', market: 'CHN', status: 'suspended' }
    const paper = { effectiveOn: '2026-05-01', reason: 'food_safety', documentNo: '7/TB' }
    await recordCodeStatus({ ctx: ctxOf(), input: { ...suspended, ...paper } })
    const undone = await undo(report.importId ?? '')
    const kept = undone.kept.join('\n')
    expect(kept).toContain('“Vùng chín”, diện tích: đã được sửa sau đó')
    expect(kept).toContain('Mã VN-AGOR-0001: đã có quyết định khác sau lần nhập')
    expect(await statuses('VN-AGOR-0009')).toMatchObject([
      { market: 'USA', status: 'none' },
      { market: 'CHN', status: 'active' },
    ])
    const [site] = await test.db.all(
      sql`SELECT area_ha AS areaHa FROM site WHERE id = ${old.siteId}`,
    )
    expect(site).toEqual({ areaHa: 34 })
  })

  it('goes on where it was cut off, in many steps', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ code: `VN-AGOR-${1000 + i}` }))
    const importId = await importRows(rows)
    const ctx = ctxOf()
    await beginUndoImport({ ctx, input: { importId, reason: 'Sai' } })
    let steps = 0
    const broken = new Proxy(test.db, {
      get: (target, property, receiver) => {
        if (property !== 'batch') return Reflect.get(target, property, receiver)
        return async (statements: Parameters<typeof target.batch>[0]) => {
          // The third step's writes find no database.
          if (statements.length > 10) steps += 1
          if (steps >= 3) throw new TypeError('fetch failed')
          return target.batch(statements)
        }
      },
    })
    // Not even the failure can be noted: the lease runs out.
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect((await runJobs(importContext(broken))).ends).toEqual(['lost'])
    vi.restoreAllMocks()
    const [half] = await test.db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM code WHERE withdrawn_at IS NOT NULL`,
    )
    expect(half?.n).toBeGreaterThan(0)
    expect(half?.n).toBeLessThan(300)
    const later = importContext(test.db, { now: () => LATER + 60_000 })
    expect((await runJobs(later)).ends).toEqual(['done'])
    const report = undoReportOf(await loadImport(ctx, importId))
    expect(report).toMatchObject({ codesWithdrawn: 300, sitesWithdrawn: 300, keptTotal: 0 })
    expect(await publicRegister()).toBe('[]')
    const [events] = await test.db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM code_status_event`,
    )
    expect(events?.n).toBe(600)
  })

  it('takes a longer term back and restores the one before', async () => {
    await importRows([{ code: 'VN-AGOR-0001', validTo: '31/12/2026' }])
    const before = await publicRegister()
    const importId = await importRows([{ code: 'VN-AGOR-0001', validTo: '31/12/2030' }])
    expect(await publicRegister()).not.toBe(before)
    await undo(importId)
    expect(await publicRegister()).toBe(before)
    const again = await importFile(ctxOf(), 'codes', {
      bytes: codeList([{ code: 'VN-AGOR-0001', validTo: '31/12/2030' }]),
    })
    expect(again.counts.changed).toBe(1)
  })

  it('does not bring a code back that an officer took out of the register', async () => {
    const ctx = makeContext(test.db)
    const code = await makeCode(ctx, { code: 'VN-AGOR-0009' })
    await test.db.run(sql`UPDATE code SET withdrawn_at = 1 WHERE id = ${code.id}`)
    const report = await importFile(ctxOf(), 'codes', { bytes: codeList([{ code: code.code }]) })
    expect(report.counts).toMatchObject({ added: 0, refused: 1 })
    expect(report.refused[0]?.reason).toContain('đã được rút khỏi sổ')
  })

  it('shows the public a market as never asked for, and the decision as corrected', async () => {
    await importRows([{ code: 'VN-AGOR-0001' }])
    const importId = await importRows([
      { code: 'VN-AGOR-0001', market: 'Mỹ', status: 'Tạm dừng', on: '01/06/2026' },
    ])
    const app = portalApp(test.db, null)
    const page = async () =>
      (await (await app.get('/api/v1/codes/VN-AGOR-0001')).response.json()) as Entry
    expect((await page()).markets.map(({ market }) => market)).toEqual(['CHN', 'USA'])
    await undo(importId)
    app.wait(31_000)
    const entry = await page()
    expect(entry.markets).toMatchObject([{ market: 'CHN', statusToday: 'active' }])
    expect(entry.history).toMatchObject([
      { market: 'USA', status: 'suspended', amended: true },
      { market: 'CHN', status: 'active', amended: false },
    ])
  })

  it('lets labels printed meanwhile resolve, as if the import had never been', async () => {
    await importRows([{ code: 'VN-AGOR-0001', on: '01/02/2025' }])
    const importId = await importRows([
      { code: 'VN-AGOR-0001', market: 'Trung Quốc', status: 'Tạm dừng', on: '01/06/2026' },
    ])
    const ctx = makeContext(test.db)
    const run = await makeRun(ctx, {
      batch: {
        growingAreas: ['VN-AGOR-0001'],
        packedOn: '2026-05-20',
        harvestedOn: ['2026-05-19'],
      },
    })
    const app = portalApp(test.db, null)
    const scan = async () => {
      const answer = await app.get(`/api/v1/batches/${run.batch.ref}`)
      return (await answer.response.json()) as { growingAreas: { statusToday: string }[] }
    }
    expect((await scan()).growingAreas).toMatchObject([{ statusToday: 'suspended' }])
    await undo(importId)
    app.wait(31_000)
    expect((await scan()).growingAreas).toMatchObject([{ statusToday: 'active' }])
  })
})

type Entry = {
  readonly markets: readonly { readonly market: string }[]
  readonly history: readonly object[]
}
