import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { register } from '../../../scripts/commands/units.ts'
import { UsageError } from '../../../scripts/lib/usage-error.ts'
import { findUnitAt } from '../../../worker/verbs/units/find-unit-at.ts'
import { loadOutlines } from '../../../worker/verbs/units/load-outlines.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'

let test: TestDatabase
let folder: string
let said: string[] = []

beforeAll(async () => {
  test = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'goc-outlines-'))
  const hear = (text: unknown) => said.push(String(text)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(hear)
  vi.spyOn(process.stderr, 'write').mockImplementation(hear)
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  said = []
  await test.db.run(sql`DELETE FROM administrative_boundary`)
})

async function outlines(path: string, ...args: string[]): Promise<string> {
  const program = new Command('goc').exitOverride()
  register(program, async () => ({
    ctx: makeContext(test.db),
    ...{ origin: 'https://tem.example.vn', ownHosts: new Set(['tem.example.vn']) },
    ...{ databaseUrl: test.url, authToken: undefined, close: async () => undefined },
  }))
  await program.parseAsync(['units', 'outlines', path, ...args], { from: 'user' })
  return said.join('')
}

function squareAt(lng: number, lat: number, size = 0.2) {
  const ring = [
    [lng, lat],
    [lng + size, lat],
    [lng + size, lat + size],
    [lng, lat + size],
    [lng, lat],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
const feature = (properties: unknown, geometry: unknown) => ({
  ...{ type: 'Feature', properties, geometry },
})

let files = 0
function write(value: unknown, name?: string, inFolder = folder): string {
  files += 1
  const path = join(inFolder, name ?? `tep-${files}.geojson`)
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}
const collection = (...features: unknown[]) => write({ type: 'FeatureCollection', features })

type Unit = { code: string; name: string }
async function communesOf(provinceCode: string): Promise<readonly Unit[]> {
  return test.db.all<Unit>(sql`
    SELECT code, name FROM administrative_unit WHERE parent_code = ${provinceCode} ORDER BY code`)
}
const stored = () =>
  test.db.all<{ level: string; code: string; source: string }>(
    sql`SELECT level, code, source FROM administrative_boundary ORDER BY level, code`,
  )

describe('goc units outlines', () => {
  it('loads provinces and communes of one file and tells how many units have one now', async () => {
    const path = collection(
      feature({ ma_tinh: '91', ten_tinh: 'An Giang' }, squareAt(104.5, 10, 1)),
      feature({ ma_xa: '30307', ma_tinh: '91' }, squareAt(105, 10)),
    )
    const text = await outlines(path, '--source', '12/2026/TT-BNNMT')
    expect(text).toContain('Đã nạp 2 ranh giới.')
    expect(text).toContain('1/34 tỉnh, thành phố; 1/3.321 xã, phường, đặc khu')
    expect(await stored()).toEqual([
      { level: 'commune', code: '30307', source: '12/2026/TT-BNNMT' },
      { level: 'province', code: '91', source: '12/2026/TT-BNNMT' },
    ])
    const [deed] = await test.db.all<{ action: string; after: string }>(
      sql`SELECT action, after FROM audit_log ORDER BY seq DESC LIMIT 1`,
    )
    expect(deed?.action).toBe('units.outlines')
    expect(deed?.after).toContain('commune/30307')
  })

  it('reads a folder of files named by their units, and a second load replaces the first', async () => {
    const own = mkdtempSync(join(folder, 'thu-muc-'))
    write(squareAt(104.5, 10, 1), '91.geojson', own)
    write(squareAt(105, 10), '30307.geojson', own)
    write('không phải bản đồ', 'doc-toi.txt', own)
    await outlines(own)
    write(squareAt(106, 11), '30307.geojson', own)
    expect(await outlines(own)).toContain('1/34 tỉnh')
    const [row] = await test.db.all<{ geojson: string }>(
      sql`SELECT geojson FROM administrative_boundary WHERE code = '30307'`,
    )
    expect(row?.geojson).toContain('"bbox":[106,11,')
    expect(await stored()).toHaveLength(2)
    const [deed] = await test.db.all<{ before: string }>(
      sql`SELECT before FROM audit_log ORDER BY seq DESC LIMIT 1`,
    )
    expect(JSON.parse(deed?.before ?? '')).toEqual({ outlined: ['commune/30307', 'province/91'] })
  })

  it('tells each refusal with its reason and loads the rest', async () => {
    const path = collection(
      feature({ ma_xa: '99999' }, squareAt(105, 10)),
      feature({ ma_xa: '30307' }, squareAt(10, 50)),
      feature({ ma_tinh: '91', ten_tinh: 'Kiên Giang' }, squareAt(104.5, 10, 1)),
      feature({ ma_tinh: '92' }, squareAt(105.5, 10)),
    )
    const refusal = outlines(path)
    await expect(refusal).rejects.toThrow('3 ranh giới bị từ chối; đã nạp 1.')
    const text = said.join('')
    expect(text).toContain('mã 99999: Không có tỉnh, xã nào đang có mã này.')
    expect(text).toContain('mã 30307: Có điểm nằm ngoài Việt Nam')
    expect(text).toMatch(/mã 91: Mã này nay là An Giang, trong tệp ghi “Kiên Giang”/)
    expect(await stored()).toMatchObject([{ code: '92' }])
  })

  it('takes numbers at their word when told to', async () => {
    const path = collection(feature({ ma_tinh: '79', name: 'Ho Chi Minh City' }, squareAt(106, 10)))
    await expect(outlines(path)).rejects.toThrow('1 ranh giới bị từ chối')
    expect(await outlines(path, '--trust-codes')).toContain('Đã nạp 1')
  })

  it('refuses a unit of more than 5 MB, a unit twice, and a broken file', async () => {
    const own = mkdtempSync(join(folder, 'hong-'))
    const fine = Array.from({ length: 300_000 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 300_000
      return [105 + 0.5 * Math.cos(angle), 10 + 0.5 * Math.sin(angle)]
    })
    write({ type: 'Polygon', coordinates: [fine] }, '91.geojson', own)
    write(squareAt(105, 10), '92.geojson', own)
    write(squareAt(105, 10), '92_lan_hai.geojson', own)
    write('{"type":', '96.geojson', own)
    await expect(outlines(own)).rejects.toThrow('3 ranh giới bị từ chối; đã nạp 1.')
    const text = said.join('')
    expect(text).toContain('mã 91: Ranh giới nặng hơn 5 MB')
    expect(text).toContain('mã 92: Mã này đã có ở tệp 92.geojson')
    expect(text).toContain('96.geojson: Tệp GeoJSON bị hỏng')
  })

  it('says so where there is nothing to read', async () => {
    await expect(outlines(join(folder, 'khong-co'))).rejects.toThrow(UsageError)
    await expect(outlines(mkdtempSync(join(folder, 'trong-')))).rejects.toThrow('không có tệp')
  })

  it('gives everything as JSON', async () => {
    const path = collection(feature({ ma_tinh: '92' }, squareAt(105.5, 10)))
    const report = JSON.parse(await outlines(path, '--json'))
    expect(report).toMatchObject({
      loaded: 1,
      refused: [],
      coverage: { province: { have: 1, of: 34 } },
    })
  })
})

describe('a position', () => {
  const ctx = () => makeContext(test.db)
  const AN_GIANG = { code: '91', name: 'An Giang' }
  const CAN_THO = { code: '92', name: 'Cần Thơ' }

  it('is found in its province and commune among many', async () => {
    const communes = (await communesOf('91')).slice(0, 100)
    const features = communes.map(({ code }, i) =>
      feature(
        { ma_xa: code },
        squareAt(104.5 + (i % 10) * 0.1, 9.5 + Math.floor(i / 10) * 0.1, 0.1),
      ),
    )
    const path = collection(feature({ ma_tinh: '91' }, squareAt(104.5, 9.5, 1)), ...features)
    await outlines(path)
    // The second row, fourth column.
    const position = [104.85, 9.65] as const
    const found = await findUnitAt(ctx(), { position, province: CAN_THO })
    expect(found.province?.name).toBe('An Giang')
    expect(found.commune).toEqual(communes[13])
    expect(await findUnitAt(ctx(), { position, province: AN_GIANG })).toEqual({
      ...{ province: AN_GIANG, commune: communes[13] },
    })
    const nowhere = await findUnitAt(ctx(), { position: [108, 15], province: AN_GIANG })
    expect(nowhere).toEqual({ province: null, commune: null })
  })

  it('is found in a commune of the given province where no province is outlined', async () => {
    await outlines(collection(feature({ ma_xa: '30307' }, squareAt(105, 10))))
    const found = await findUnitAt(ctx(), { position: [105.1, 10.1], province: AN_GIANG })
    expect(found.commune?.code).toBe('30307')
  })
})

it('nobody but an administrator loads outlines, and nothing is read before that is known', async () => {
  const actor = {
    ...{ kind: 'user' as const, userId: 'u', name: 'x', email: 'x@example.vn' },
    ...{ role: 'officer' as const, organisationId: 'o', organisationName: 'Sở' },
    place: { provinceCode: '91', communeCode: null },
  }
  const read = vi.fn()
  const input = { files: [{ name: '91.geojson', read }], source: 'x', trustCodes: false }
  const refusal = loadOutlines({ ctx: makeContext(test.db, { actor }), input })
  await expect(refusal).rejects.toMatchObject({ code: 'forbidden' })
  expect(read).not.toHaveBeenCalled()
})
