import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { siteCrop } from '../../../db/schema/index.ts'
import { loadAdministrativeUnits } from '../../../scripts/lib/load-administrative-units.ts'
import { MARKETS } from '../../../worker/copy/markets.ts'
import { marketOf } from '../../../worker/domain/lists/vocabulary/markets.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import { grantCode } from '../../../worker/verbs/codes/grant-code.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { type ExportInput, exportCodes } from '../../../worker/verbs/exports/export-codes.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite } from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'
import { openBook } from '../../support/sheets/import-helpers.ts'
import { fixturePath } from '../../support/sheets/make-fixtures.ts'
import { codeList, importContext, importFile } from '../verbs/imports/import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
})

async function exported(input: ExportInput, ctx: VerbContext = ctxOf()): Promise<Uint8Array> {
  const file = await exportCodes({ ctx, input })
  const chunks: Uint8Array[] = []
  for await (const chunk of file.chunks) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const lines = async (input: Omit<ExportInput, 'format'>, ctx: VerbContext = ctxOf()) =>
  textOf(await exported({ format: 'csv', ...input }, ctx))
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'))

const decide = (code: string, status: string, given: Record<string, string> = {}) =>
  recordCodeStatus({
    ctx: ctxOf(),
    input: {
      ...{ code, market: 'CHN', status, effectiveOn: '2026-06-01', reason: 'food_safety' },
      ...{ documentNo: '7/TB', ...given },
    },
  })

const PLACED = {
  ...{ provinceCode: '91', communeCode: '30337' },
  ...{ provinceName: 'An Giang', communeName: 'Xã Chợ Mới' },
}

/** Reads the list of now in again and holds the whole database against what it was. */
async function changesNothing(format: 'csv' | 'xlsx'): Promise<void> {
  const bytes = await exported({ format })
  const tables = async () =>
    JSON.stringify([
      await test.db.all(sql`SELECT * FROM code ORDER BY id`),
      await test.db.all(sql`SELECT * FROM code_market ORDER BY code_id, market`),
      await test.db.all(sql`SELECT * FROM code_status_event ORDER BY id`),
      await test.db.all(sql`SELECT * FROM site ORDER BY id`),
      await test.db.all(sql`SELECT * FROM site_crop ORDER BY site_id, crop_folded`),
      await test.db.all(sql`SELECT * FROM organisation ORDER BY id`),
    ])
  const before = await tables()
  const report = await importFile(ctxOf(), 'codes', { bytes, fileName: `a.${format}` })
  expect(report.refused).toEqual([])
  expect(report.changes).toEqual([])
  expect(report.counts.rows).toBeGreaterThan(0)
  expect(await tables()).toBe(before)
}

describe('a list of codes that is written', () => {
  it.each(['csv', 'xlsx'] as const)(
    'changes nothing when it is read in again, and comes out the same byte for byte (%s)',
    async (format) => {
      await loadAdministrativeUnits(test.db)
      for (const name of ['ma-so-an-giang.xlsx', 'ma-so-lao-cai.csv']) {
        const bytes = new Uint8Array(readFileSync(fixturePath(name)))
        await importFile(ctxOf(), 'codes', { bytes, fileName: name })
      }
      const term = codeList([{ code: 'VN-AGOR-0777', on: '01/02/2024', validTo: '31/12/2025' }])
      await importFile(ctxOf(), 'codes', { bytes: term })
      await decide('VN-AGOR-0901', 'suspended')
      await decide('VN-AGOR-0902', 'expired')
      const first = await exported({ format })
      const report = await importFile(ctxOf(), 'codes', { bytes: first, fileName: `a.${format}` })
      expect(report.refused).toEqual([])
      expect(report.changes).toEqual([])
      expect(report.counts.rows).toBeGreaterThan(10)
      const second = await exported({ format })
      expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0)
      const statuses = await lines({ format: 'csv' } as never)
      expect(new Set(statuses.map((cells) => cells[14])).size).toBeGreaterThan(2)
    },
  )

  it.each(['csv', 'xlsx'] as const)(
    'leaves a code its own document where a market was suspended by another (%s)',
    async (format) => {
      await loadAdministrativeUnits(test.db)
      const ctx = ctxOf()
      const placed = { ...PLACED, areaHa: 8 }
      const { code } = await grantCode({
        ctx,
        input: {
          ...{ siteId: (await makeSite(ctx, placed)).id, code: 'VN-AGOR-0951' },
          ...{ issuedOn: '2026-03-01', documentNo: '5/GXN', confirm: true },
          markets: [
            { market: 'CHN', status: 'active', validTo: '2027-03-01' },
            { market: 'USA', status: 'active' },
          ],
        },
      })
      // Kept from a list that gave no document, and so has none of its own.
      const bare = await makeCode(ctx, { siteId: (await makeSite(ctx, placed)).id })
      await decide(code, 'suspended')
      await decide(bare.code, 'suspended')
      await changesNothing(format)
      await decide(bare.code, 'active', { effectiveOn: '2026-07-01', reason: 'remedied' })
      await changesNothing(format)
      const rows = await test.db.all<{ code: string; documentNo: string | null }>(
        sql`SELECT code, document_no AS documentNo FROM code ORDER BY code`,
      )
      expect(rows.find((row) => row.code === code)?.documentNo).toBe('5/GXN')
      expect(rows.find((row) => row.code === bare.code)?.documentNo).toBeNull()
    },
  )

  it.each(['csv', 'xlsx'] as const)(
    'leaves areas as they are, however they stand to each other (%s)',
    async (format) => {
      await loadAdministrativeUnits(test.db)
      const ctx = ctxOf()
      const crops = [[null], [12.5], [null, null], [12.5, 3], [0.12345]]
      for (const areas of crops) {
        const site = await makeSite(ctx, { ...PLACED, areaHa: 8 })
        const { code } = await makeCode(ctx, { siteId: site.id })
        await test.db.run(sql`DELETE FROM site_crop WHERE site_id = ${site.id}`)
        for (const [i, plantedAreaHa] of areas.entries()) {
          const crop = ['Xoài', 'Nhãn'][i] ?? ''
          await test.db.insert(siteCrop).values({
            ...{ siteId: site.id, crop, cropFolded: foldVietnamese(crop), plantedAreaHa },
          })
        }
        await decide(code, 'suspended')
      }
      await changesNothing(format)
    },
  )

  it('carries edits back to the same rows, external ids with them', async () => {
    await importFile(ctxOf(), 'codes', {
      bytes: [
        'Mã số;Loại mã;Tên vùng trồng;Chủ sở hữu;Xã;Tỉnh;Cây trồng;Diện tích;Thị trường;Ngày cấp;Mã hồ sơ;Mã hệ thống của vùng trồng;Mã hệ thống theo thị trường',
        'VN-AGOR-0001;Vùng trồng;Vùng một;HTX Một;Xã Chợ Mới;An Giang;Xoài;10;Trung Quốc;01/02/2025;HS-7;KHU-9;CN-3',
      ].join('\n'),
    })
    const csv = textOf(await exported({ format: 'csv' }))
    expect(csv).toMatch(/;HS-7;KHU-9;CN-3\r\n$/)
    const edited = csv.replace(';10;', ';12,5;').replace('CN-3', 'CN-4').replace('KHU-9', 'KHU-8')
    const report = await importFile(ctxOf(), 'codes', { bytes: edited })
    expect(report.counts).toMatchObject({ added: 0, changed: 1, refused: 0 })
    expect(textOf(await exported({ format: 'csv' }))).toBe(edited)
  })

  it('never lets a spreadsheet run what somebody typed', async () => {
    const ctx = makeContext(test.db)
    const site = await makeSite(ctx, { name: '=HYPERLINK("http://x")', communeName: '@xã' })
    await makeCode(ctx, { siteId: site.id })
    const csv = textOf(await exported({ format: 'csv' }))
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(csv).toContain(`;'@xã;`)
    const book = openBook(await exported({ format: 'xlsx' }), 'a.xlsx')
    expect(book.sheets[0]?.rows[1]?.cells[2]).toBe('=HYPERLINK("http://x")')
    const back = openBook(await exported({ format: 'csv' }), 'a.csv')
    expect(back.sheets[0]?.rows[1]?.cells[2]).toBe('=HYPERLINK("http://x")')
  })

  it('begins with the mark of UTF-8, keeps days as days and figures as figures', async () => {
    const ctx = makeContext(test.db)
    const site = await makeSite(ctx, { areaHa: 1234.5 })
    await makeCode(ctx, { siteId: site.id, activeFrom: '2025-03-04' })
    expect(textOf(await exported({ format: 'csv' }))).toMatch(/^\uFEFFMã số;Loại mã;/)
    const [cells] = await lines({})
    expect(cells?.[10]).toBe('1234,5')
    expect(cells?.[16]).toBe('04/03/2025')
    const row = openBook(await exported({ format: 'xlsx' }), 'a.xlsx').sheets[0]?.rows[1]?.cells
    expect(row?.[10]).toBe(1234.5)
    expect(row?.[16]).toEqual({ kind: 'date', on: '2025-03-04', time: null })
  })

  it('holds what was asked for only', async () => {
    const ctx = makeContext(test.db)
    await loadAdministrativeUnits(test.db)
    const here = await makeSite(ctx, { provinceCode: '91', communeCode: '30337' })
    const there = await makeSite(ctx, { provinceCode: '15', kind: 'packing_house' })
    const a = await makeCode(ctx, { siteId: here.id })
    const b = await makeCode(ctx, { siteId: there.id, market: 'USA', slot: 'packing_house' })
    await decide(a.code, 'suspended')
    const codes = async (input: Omit<ExportInput, 'format'>) =>
      (await lines(input)).map((cells) => cells[0])
    expect(await codes({ province: 'An Giang' })).toEqual([a.code])
    expect(await codes({ market: 'Mỹ' })).toEqual([b.code])
    expect(await codes({ kind: 'Cơ sở đóng gói' })).toEqual([b.code])
    expect(await codes({ status: 'Tạm dừng' })).toEqual([a.code])
    await expect(exported({ format: 'csv', province: 'Xyz' })).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  it('never leaves the place of whoever asks', async () => {
    const ctx = makeContext(test.db)
    const here = await makeSite(ctx, { provinceCode: '91', communeCode: '30337' })
    const there = await makeSite(ctx, { provinceCode: '15', communeCode: '02647' })
    const own = await makeCode(ctx, { siteId: here.id })
    await makeCode(ctx, { siteId: there.id })
    const place = { provinceCode: '91', communeCode: null }
    const agency = await makePerson(test.db, 'agency', { place })
    const asAgency = makeContext(test.db, { actor: agency })
    expect((await lines({}, asAgency)).map((cells) => cells[0])).toEqual([own.code])
    const producer = await makePerson(test.db, 'producer')
    const refused = exported({ format: 'csv' }, makeContext(test.db, { actor: producer }))
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('leaves out what was never decided and what was withdrawn', async () => {
    const ctx = makeContext(test.db)
    const code = await makeCode(ctx)
    await test.db.run(sql`INSERT INTO code_market (code_id, market, created_at)
      VALUES (${code.id}, 'EU', 1)`)
    const gone = await makeCode(ctx)
    await test.db.run(sql`UPDATE code SET withdrawn_at = 1 WHERE id = ${gone.id}`)
    expect((await lines({})).map((cells) => [cells[0], cells[13]])).toEqual([
      [code.code, 'Trung Quốc'],
    ])
  })

  it('names every market so that the reader knows it again', () => {
    for (const [market, name] of Object.entries(MARKETS)) expect(marketOf(name.vi)).toBe(market)
  })
})
