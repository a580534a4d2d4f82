import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { exportCodes } from '../../../worker/verbs/exports/export-codes.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeUnits } from '../../support/factories.ts'
import { codeList, importContext, importFile, undoImport } from '../verbs/imports/import-support.ts'

const CODES = 829
const DISTRICTS = 25

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
  await makeUnits(test.db, [['91', 'Tỉnh An Giang'], ...COMMUNES])
})

const COMMUNES = Array.from(
  { length: DISTRICTS },
  (_, i) => [`${30_001 + i}`, `Xã Thử ${i + 1}`, '91'] as const,
)

/** A list as districts hand it in: each closes with what its figures add up to. */
function districtList(): string {
  const rows = Array.from({ length: CODES }, (_, i) => ({
    code: `VN-AGOR-${String(i + 1).padStart(4, '0')}`,
    site: `Vùng ${i + 1}`,
    holder: `HTX Nông sản số ${(i % 90) + 1}`,
    commune: `Xã Thử ${districtOf(i) + 1}`,
    area: String((i % 9) + 1),
    market: i % 4 === 0 ? 'Trung Quốc, Mỹ' : 'Trung Quốc',
    status: i % 50 === 7 ? 'Tạm dừng' : 'Đang hoạt động',
  }))
  const [heading = '', ...lines] = codeList(rows).split('\n')
  const body = Array.from({ length: DISTRICTS }, (_, district) => {
    const own = lines.map((line, i) => ({ line, i })).filter(({ i }) => districtOf(i) === district)
    const sum = own.reduce((total, { i }) => total + ((i % 9) + 1), 0)
    const subtotal = `;Cộng Huyện Thử ${district + 1};;;;;;;${sum};;;;;`
    return [...own.map(({ line, i }) => `${i + 1};${line}`), subtotal].join('\n')
  })
  return [`STT;${heading}`, ...body].join('\n')
}

const districtOf = (i: number) => Math.floor((i * DISTRICTS) / CODES)

async function exported(): Promise<Uint8Array> {
  const file = await exportCodes({ ctx: ctxOf(), input: { format: 'csv' } })
  const chunks: Uint8Array[] = []
  for await (const chunk of file.chunks) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const register = async () =>
  JSON.stringify([
    await test.db.all(sql`SELECT * FROM code ORDER BY id`),
    await test.db.all(sql`SELECT * FROM code_market ORDER BY code_id, market`),
    await test.db.all(sql`SELECT * FROM code_status_event ORDER BY id`),
    await test.db.all(sql`SELECT * FROM site ORDER BY id`),
    await test.db.all(sql`SELECT * FROM site_crop ORDER BY site_id, crop_folded`),
    await test.db.all(sql`SELECT * FROM organisation ORDER BY id`),
  ])

const rowsIn = (csv: Uint8Array) => new TextDecoder().decode(csv).trim().split('\r\n').length - 1

describe('a list of 829 codes with 25 subtotals', () => {
  it('comes in, goes out whole when taken back, comes in again, and its export changes nothing', async () => {
    const bytes = districtList()
    const first = await importFile(ctxOf(), 'codes', { bytes })
    expect(first.counts).toEqual({
      rows: CODES,
      added: CODES,
      changed: 0,
      unchanged: 0,
      refused: 0,
    })
    expect(first.totals).toEqual([])
    expect(rowsIn(await exported())).toBeGreaterThanOrEqual(CODES)

    const undone = await undoImport(ctxOf(), { importId: first.importId ?? '', reason: 'Nhầm tệp' })
    expect(undone).toMatchObject({ codesWithdrawn: CODES, kept: [] })
    expect(rowsIn(await exported())).toBe(0)

    const again = await importFile(ctxOf(), 'codes', { bytes })
    expect(again.counts).toMatchObject({ added: CODES, refused: 0 })
    const whole = await exported()
    const before = await register()
    for (const list of [whole, bytes]) {
      const report = await importFile(ctxOf(), 'codes', { bytes: list })
      expect(report.counts).toMatchObject({ added: 0, changed: 0, refused: 0 })
      expect(report.importId).toBeNull()
    }
    expect(await register()).toBe(before)
    expect(Buffer.compare(Buffer.from(await exported()), Buffer.from(whole))).toBe(0)
  }, 60_000)
})
