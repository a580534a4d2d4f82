import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { isRef } from '../../../../worker/domain/label/ref.ts'
import { importBatches } from '../../../../worker/verbs/imports/import-batches.ts'
import { issueLabels } from '../../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeOrganisation, makeProduct } from '../../../support/factories.ts'
import { fixturePath } from '../../../support/sheets/make-fixtures.ts'
import { codeList, dumpTables, importContext, importFile } from './import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)
const file = () => ({ bytes: new Uint8Array(readFileSync(fixturePath('lo-hang.xlsx'))) })

beforeEach(async () => {
  test = await freshDatabase()
  await importFile(ctxOf(), 'codes', {
    bytes: codeList([
      { code: 'VN-AGOR-0901', holder: 'HTX Xoài Minh Hoạ' },
      { code: 'VN-AGOR-0902', holder: 'HTX Xoài Minh Hoạ' },
      { code: 'VN-AGPH-091', kind: 'Cơ sở đóng gói', holder: 'Công ty Thử', crop: '' },
    ]),
  })
})

const HEADING =
  'Mã lô;Tên sản phẩm;GTIN;Nhà sản xuất;Ngày đóng gói;Số lượng;ĐVT;Thị trường;Mã số vùng trồng;Mã số cơ sở đóng gói'
const list = (...rows: string[]) => [HEADING, ...rows].join('\n')

describe('importing batches', () => {
  it('changes nothing when the same list is read in again', async () => {
    const first = await importFile(ctxOf(), 'batches', file())
    expect(first.counts).toEqual({ rows: 4, added: 3, changed: 0, unchanged: 0, refused: 1 })
    const before = await dumpTables(test.db)
    expect((await importFile(ctxOf(), 'batches', file())).counts).toMatchObject({
      unchanged: 3,
      refused: 1,
    })
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('writes nothing in a dry run and reports the same', async () => {
    const before = await dumpTables(test.db)
    const dry = await importFile(ctxOf(), 'batches', { ...file(), dryRun: true })
    expect(await dumpTables(test.db)).toBe(before)
    const real = await importFile(ctxOf(), 'batches', file())
    expect({ ...real, dryRun: true, importId: null }).toEqual(dry)
  })

  it('gives each lot a REF that labels can be issued for', async () => {
    const outcome = await importBatches({
      ctx: ctxOf(),
      input: { ...file(), fileName: 'lo-hang.xlsx', dryRun: false },
    })
    if (!outcome.ok) throw new Error(outcome.problem.message)
    const { batches } = outcome
    expect(batches.map(({ lot }) => lot).sort()).toEqual(['XM-2605-01', 'XM-2605-02', 'XM-2605-04'])
    expect(batches.every(({ ref }) => isRef(ref))).toBe(true)
    const ref = batches.find(({ lot }) => lot === 'XM-2605-02')?.ref ?? ''
    const issued = await issueLabels({ ctx: ctxOf(), input: { ref, count: 5 } })
    expect(issued.fallback).toBeNull()
  })

  it('brings a lot up to date until it is sealed, and refuses afterwards', async () => {
    const row = (kg: string) =>
      list(`L1;Xoài;;HTX Xoài Minh Hoạ;20/05/2026;${kg};kg;Nội địa;VN-AGOR-0901;`)
    await importFile(ctxOf(), 'batches', { bytes: row('100') })
    expect((await importFile(ctxOf(), 'batches', { bytes: row('120') })).counts).toMatchObject({
      changed: 1,
    })
    const [batch] = await test.db.all<{ ref: string; kg: number }>(
      sql`SELECT ref, quantity_value AS kg FROM batch`,
    )
    expect(batch?.kg).toBe(120)
    await issueLabels({ ctx: ctxOf(), input: { ref: batch?.ref ?? '', count: 1 } })
    expect((await importFile(ctxOf(), 'batches', { bytes: row('120') })).counts).toMatchObject({
      unchanged: 1,
    })
    const late = await importFile(ctxOf(), 'batches', { bytes: row('150') })
    expect(late.counts).toMatchObject({ refused: 1 })
    expect(late.refused[0]?.reason).toContain('đã in tem')
  })

  it('adds a product that is new and says so, but never a producer', async () => {
    const report = await importFile(ctxOf(), 'batches', {
      bytes: list(
        'L1;Xoài mới;;HTX Xoài Minh Hoạ;20/05/2026;1;tấn;Nội địa;VN-AGOR-0901;',
        'L2;Xoài mới;;HTX Không Quen;20/05/2026;1;tấn;Nội địa;VN-AGOR-0901;',
      ),
    })
    expect(report.counts).toMatchObject({ added: 1, refused: 1 })
    expect(report.warnings.some(({ message }) => message.includes('thêm sản phẩm mới'))).toBe(true)
    expect(report.refused[0]?.reason).toContain('Chưa có nhà sản xuất')
  })

  it('refuses unknown codes, codes in the wrong place, and the GTIN of another producer', async () => {
    const other = await makeOrganisation(ctxOf())
    const { gtin } = await makeProduct(ctxOf(), { organisationId: other.id })
    const report = await importFile(ctxOf(), 'batches', {
      bytes: list(
        'L1;Xoài;;HTX Xoài Minh Hoạ;20/05/2026;1;tấn;;VN-AGOR-8888;',
        'L2;Xoài;;HTX Xoài Minh Hoạ;20/05/2026;1;tấn;;VN-AGPH-091;',
        `L3;Xoài;${gtin};HTX Xoài Minh Hoạ;20/05/2026;1;tấn;;VN-AGOR-0901;`,
        'L4;Xoài;;HTX Xoài Minh Hoạ;20/05/2026;1;tấn;;VN-AGOR-0901;VN-AGPH-091',
      ),
    })
    expect(report.counts).toMatchObject({ added: 1, refused: 3 })
  })

  it('warns when a growing area is another holder’s', async () => {
    const ctx = ctxOf()
    await makeOrganisation(ctx, { name: 'Công ty Thu Mua' })
    const report = await importFile(ctx, 'batches', {
      bytes: list('L1;Xoài;;Công ty Thu Mua;20/05/2026;1;tấn;;VN-AGOR-0901;'),
    })
    expect(report.warnings.some(({ code }) => code === 'code_of_others')).toBe(true)
  })
})
