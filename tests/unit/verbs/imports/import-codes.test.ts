import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadAdministrativeUnits } from '../../../../scripts/lib/load-administrative-units.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { fixturePath } from '../../../support/sheets/make-fixtures.ts'
import { codeList, dumpTables, importContext, importFile } from './import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
})

const fixture = (name: string) => ({
  bytes: new Uint8Array(readFileSync(fixturePath(name))),
  fileName: name,
})

const events = (code: string) =>
  test.db.all<{ market: string; status: string; effectiveOn: string; amended: number }>(sql`
    SELECT e.market, e.status, e.effective_on AS effectiveOn,
      EXISTS (SELECT 1 FROM code_status_event x WHERE x.amends_id = e.id) AS amended
    FROM code_status_event e JOIN code c ON c.id = e.code_id WHERE c.code = ${code} ORDER BY e.rowid`)

describe('importing codes', () => {
  it.each(['ma-so-an-giang.xlsx', 'ma-so-lao-cai.csv'])(
    'changes nothing when %s is read in again',
    async (name) => {
      const first = await importFile(ctxOf(), 'codes', fixture(name))
      expect(first.counts.added).toBe(first.counts.rows)
      const before = await dumpTables(test.db)
      const second = await importFile(ctxOf(), 'codes', fixture(name))
      expect(second.counts).toEqual({ ...first.counts, added: 0, unchanged: first.counts.rows })
      expect(second.importId).toBeNull()
      expect(await dumpTables(test.db)).toBe(before)
    },
  )

  it('reports in a dry run exactly what an import does, and writes nothing', async () => {
    await loadAdministrativeUnits(test.db)
    const file = fixture('ma-so-an-giang.xlsx')
    const before = await dumpTables(test.db)
    const dry = await importFile(ctxOf(), 'codes', { ...file, dryRun: true })
    expect(await dumpTables(test.db)).toBe(before)
    const real = await importFile(ctxOf(), 'codes', file)
    expect({ ...real, dryRun: true, importId: null }).toEqual(dry)
    expect(await dumpTables(test.db)).not.toBe(before)
  })

  it('never loses a good row to a bad one, wherever the bad one stands', async () => {
    await loadAdministrativeUnits(test.db)
    const good = Array.from({ length: 450 }, (_, i) => ({ code: `VN-AGOR-${5001 + i}` }))
    const bad = [
      { code: 'VN-AGOR-6001', on: '31/02/2025' },
      { code: 'VN-AGOR-6002', market: 'Sao Hỏa' },
      { code: 'VN-AGOR-6003', commune: 'Xã Không Có' },
      { code: 'VN-AGOR-6004', status: 'lơ lửng' },
    ]
    const rows = [...bad.slice(0, 2), ...good.slice(0, 199), ...bad.slice(2), ...good.slice(199)]
    const report = await importFile(ctxOf(), 'codes', { bytes: codeList(rows) })
    expect(report.counts).toEqual({ rows: 454, added: 450, changed: 0, unchanged: 0, refused: 4 })
    expect(report.refused.map(({ row }) => row)).toEqual(
      [2, 3, 203, 204]
        .sort((a, b) => a - b)
        .filter((row) => report.refused.some((issue) => issue.row === row)),
    )
    const [stored] = await test.db.all<{ n: number }>(sql`SELECT count(*) AS n FROM code`)
    expect(stored?.n).toBe(450)
  })

  it('stores the other rows when the database turns one down', async () => {
    await test.db.run(sql`CREATE TRIGGER poison BEFORE INSERT ON code WHEN NEW.code = 'VN-AGOR-7007'
      BEGIN SELECT RAISE(ABORT, 'no'); END`)
    const rows = Array.from({ length: 20 }, (_, i) => ({
      code: `VN-AGOR-${7001 + i}`,
      site: 'Một vùng',
    }))
    const report = await importFile(ctxOf(), 'codes', { bytes: codeList(rows) })
    expect(report.counts).toMatchObject({ added: 19, refused: 1 })
    expect(report.refused[0]).toMatchObject({ row: 8 })
    const [run] = await test.db.all<{ counts: string }>(sql`SELECT counts FROM import_run`)
    expect(JSON.parse(run?.counts ?? '')).toEqual(report.counts)
  })

  it('stores the rest of the rows even when the refused one would have added the holder', async () => {
    await test.db.run(sql`CREATE TRIGGER poison BEFORE INSERT ON code WHEN NEW.code = 'VN-AGOR-7001'
      BEGIN SELECT RAISE(ABORT, 'no'); END`)
    const rows = Array.from({ length: 5 }, (_, i) => ({
      code: `VN-AGOR-${7001 + i}`,
      site: 'Một vùng',
    }))
    const report = await importFile(ctxOf(), 'codes', { bytes: codeList(rows) })
    expect(report.counts).toMatchObject({ added: 4, refused: 1 })
    const [sites] = await test.db.all<{ n: number }>(sql`SELECT count(*) AS n FROM site`)
    expect(sites?.n).toBe(1)
  })

  it('refuses a code granted to two places and names both', async () => {
    const report = await importFile(ctxOf(), 'codes', {
      bytes: codeList([
        { code: 'VN-AGOR-0001', site: 'Vùng Một', holder: 'HTX Một' },
        { code: 'vn agor 1', site: 'Vùng Hai', holder: 'HTX Hai', market: 'Mỹ' },
      ]),
    })
    expect(report.counts).toMatchObject({ added: 1, refused: 1 })
    expect(report.refused[0]?.reason).toContain('Vùng Một')
    expect(report.refused[0]?.reason).toContain('Vùng Hai')
  })

  it('refuses two statuses for one code, market and day, at every import alike', async () => {
    const bytes = codeList([
      { code: 'VN-AGOR-0001', status: 'Đang hoạt động' },
      { code: 'VN-AGOR-0001', status: 'Tạm dừng' },
    ])
    expect((await importFile(ctxOf(), 'codes', { bytes })).counts).toMatchObject({
      added: 1,
      refused: 1,
    })
    expect((await importFile(ctxOf(), 'codes', { bytes })).counts).toMatchObject({
      unchanged: 1,
      refused: 1,
    })
    expect(await events('VN-AGOR-0001')).toHaveLength(1)
  })

  it('adds a decision when status or day is new, and never one that an officer corrected since', async () => {
    const list = (rows: Parameters<typeof codeList>[0]) =>
      importFile(ctxOf(), 'codes', { bytes: codeList(rows) })
    await list([{ code: 'VN-AGOR-0001' }])
    const suspended = await list([{ code: 'VN-AGOR-0001', status: 'Đình chỉ', on: '05/06/2026' }])
    expect(suspended.counts).toMatchObject({ changed: 1 })
    await list([{ code: 'VN-AGOR-0001' }])
    expect((await events('VN-AGOR-0001')).map(({ status }) => status)).toEqual([
      'active',
      'suspended',
    ])
  })

  it('ends a code the day after its term, and moves the end when the term does', async () => {
    const list = (validTo: string) =>
      importFile(ctxOf(), 'codes', { bytes: codeList([{ code: 'VN-AGOR-0001', validTo }]) })
    await list('31/12/2025')
    await list('31/12/2027')
    await list('31/12/2027')
    expect(await events('VN-AGOR-0001')).toEqual([
      { market: 'CHN', status: 'active', effectiveOn: '2025-02-01', amended: 0 },
      { market: 'CHN', status: 'expired', effectiveOn: '2026-01-01', amended: 1 },
      { market: 'CHN', status: 'expired', effectiveOn: '2028-01-01', amended: 0 },
    ])
  })

  it('links a re-issued code to the older one, whichever comes first', async () => {
    const csv = (rows: string[]) =>
      ['Mã số;Mã cũ;Tên vùng trồng;Chủ sở hữu;Xã;Tỉnh;Thị trường;Ngày cấp', ...rows].join('\n')
    const old = 'VN-AGOR-0001;;Vùng A;HTX A;Xã Chợ Mới;An Giang;Trung Quốc;01/02/2024'
    const renewed =
      '91-PUC-XOAI01-000001-CHN;VN-AGOR-0001;Vùng A;HTX A;Xã Chợ Mới;An Giang;Trung Quốc;01/08/2026'
    await importFile(ctxOf(), 'codes', { bytes: csv([renewed, old]) })
    const again = await importFile(ctxOf(), 'codes', { bytes: csv([renewed, old]) })
    expect(again.counts).toMatchObject({ unchanged: 2 })
    const [row] = await test.db.all<{ older: string }>(sql`
      SELECT o.code AS older FROM code c JOIN code o ON o.id = c.supersedes_id WHERE c.legacy_code = 'VN-AGOR-0001'`)
    expect(row?.older).toBe('VN-AGOR-0001')
  })

  it('keeps today’s commune and the old district, and finds a code by its words', async () => {
    await loadAdministrativeUnits(test.db)
    await importFile(ctxOf(), 'codes', fixture('ma-so-an-giang.xlsx'))
    const [site] = await test.db.all(sql`
      SELECT commune_name AS commune, former_district AS district, area_ha AS area FROM site WHERE name LIKE '%Mẫu 1' AND kind = 'growing_area'`)
    expect(site).toEqual({ commune: 'Xã Nhơn Mỹ', district: 'huyện Chợ Mới', area: 12.5 })
    const found = await test.db.all<{ code: string }>(sql`
      SELECT r.code FROM register_words JOIN register_entry r ON r.seq = register_words.rowid
      WHERE register_words MATCH 'nhon AND my AND xoai' ORDER BY r.code`)
    expect(found.map(({ code }) => code)).toEqual(['VN-AGOR-0901', 'VN-AGOR-0902', 'VN-AGOR-0903'])
  })

  it('does not let a person who has not agreed be found by name', async () => {
    await importFile(ctxOf(), 'codes', {
      bytes: codeList([
        { code: 'VN-AGOR-0001', holder: 'Trần Thị Thử', site: 'Vườn bà Trần Thị Thử' },
      ]),
    })
    const rows = await test.db.all(
      sql`SELECT 1 FROM register_words WHERE register_words MATCH 'tran'`,
    )
    expect(rows).toEqual([])
  })

  it('stays the same when a list contradicts itself about a site', async () => {
    const bytes = codeList([
      { code: 'VN-AGOR-0001', site: 'Vùng A', area: '10' },
      { code: 'VN-AGOR-0002', site: 'Vùng A', area: '11', market: 'Mỹ' },
    ])
    const first = await importFile(ctxOf(), 'codes', { bytes })
    expect(first.warnings.some(({ code }) => code === 'area_contradicted')).toBe(true)
    const before = await dumpTables(test.db)
    expect((await importFile(ctxOf(), 'codes', { bytes })).counts).toMatchObject({ unchanged: 2 })
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('reports a printed total that does not add up with both figures, and does not import it', async () => {
    const rows = codeList([
      { code: 'VN-AGOR-0001', area: '49.000' },
      { code: 'VN-AGOR-0002', area: '860' },
    ])
    const report = await importFile(ctxOf(), 'codes', {
      bytes: `${rows}\n;;Tổng cộng;;;;;9.861;;;;;`,
    })
    expect(report.totals).toMatchObject([{ printed: '9861', computed: '49860' }])
    expect(report.counts).toMatchObject({ rows: 2, added: 2 })
  })

  it('reports the wrong total of the shipped list, as real lists have them', async () => {
    const report = await importFile(ctxOf(), 'codes', fixture('ma-so-tong-sai.csv'))
    expect(report.totals).toMatchObject([{ printed: '6188.5', computed: '26188.5' }])
    expect(report.counts).toMatchObject({ rows: 3, added: 3, refused: 0 })
  })

  it('brings nothing back that was revoked, and leaves its term as it is', async () => {
    await loadAdministrativeUnits(test.db)
    const code = 'VN-AGOR-0077'
    const rows = [
      { code, on: '01/01/2025' },
      { code, on: '01/06/2025', status: 'Thu hồi' },
    ]
    await importFile(ctxOf(), 'codes', { bytes: codeList(rows) })
    const before = await events(code)
    const back = await importFile(ctxOf(), 'codes', {
      bytes: codeList([{ code, on: '01/08/2025', status: 'Phục hồi' }]),
    })
    expect(back.counts).toMatchObject({ refused: 1, unchanged: 0 })
    expect(back.refused[0]?.reason).toMatch(/thu hồi.*cấp lại mã mới/)
    const term = await importFile(ctxOf(), 'codes', {
      bytes: codeList([{ code, on: '01/01/2025', validTo: '31/12/2027' }]),
    })
    expect(term.warnings.map((warning) => warning.code)).toContain('final')
    expect(await events(code)).toEqual(before)
    const [market] = await test.db.all(sql`SELECT valid_to AS validTo FROM code_market`)
    expect(market).toEqual({ validTo: null })
  })
})
