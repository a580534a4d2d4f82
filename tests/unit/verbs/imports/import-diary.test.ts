import { readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { batchDocument } from '../../../../db/schema/index.ts'
import type { DiaryWords } from '../../../../worker/domain/lists/records/diary-records.ts'
import type { BatchDocument } from '../../../../worker/domain/standing/batch-document.ts'
import { diaryFingerprint } from '../../../../worker/verbs/diary/diary-fingerprint.ts'
import { rebuildMarkedDocuments } from '../../../../worker/verbs/diary/rebuild-marked-documents.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeRun,
} from '../../../support/factories.ts'
import { fixturePath } from '../../../support/sheets/make-fixtures.ts'
import { dumpTables, importContext, importFile, LATER } from './import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
})

const HEADING =
  'Mã số vùng trồng;Ngày;Công việc;Tên vật tư;Liều lượng;Số lượng;ĐVT;Cách ly;Người thực hiện;Ghi chú;Lô hàng'
const diary = (...rows: string[]) => [HEADING, ...rows].join('\n')
const documentOf = async (ref: string): Promise<BatchDocument> => {
  const [row] = await test.db.select().from(batchDocument).where(eq(batchDocument.ref, ref))
  return JSON.parse(row?.document ?? 'null')
}

describe('importing a diary', () => {
  it('changes nothing when the same sheet is read in again', async () => {
    await makeCode(ctxOf(), { code: 'VN-AGOR-0901' })
    const file = { bytes: new Uint8Array(readFileSync(fixturePath('nhat-ky-xoai.xlsx'))) }
    const first = await importFile(ctxOf(), 'diary', file)
    expect(first.counts).toEqual({ rows: 11, added: 9, changed: 0, unchanged: 0, refused: 2 })
    const before = await dumpTables(test.db)
    const second = await importFile(ctxOf(), 'diary', file)
    expect(second.counts).toMatchObject({ added: 0, unchanged: 9, refused: 2 })
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('knows an entry again whatever its capitals and spaces', async () => {
    await makeCode(ctxOf(), { code: 'VN-AGOR-0001' })
    await importFile(ctxOf(), 'diary', {
      bytes: diary('VN-AGOR-0001;05/03/2026;Bón phân;Phân Mẫu;5 kg/gốc;100;kg'),
    })
    const again = await importFile(ctxOf(), 'diary', {
      bytes: diary('vn agor 1;5/3/26;BÓN  PHÂN; phân mẫu ;5 KG/gốc;100,0;kg'),
    })
    expect(again.counts).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('knows an entry again that was read in before the words of its crop were known', async () => {
    const { siteId } = await makeCode(ctxOf(), { code: 'VN-AGOR-0001' })
    const bytes = diary('VN-AGOR-0001;05/03/2026;Hái chè')
    const old: DiaryWords = {
      ...{ occurredOn: '2026-03-05', kind: 'other', kindText: 'Hái chè', plot: null, crop: null },
      ...{ productName: null, activeIngredient: null, dose: null, quantity: null, method: null },
      ...{ targetPest: null, preHarvestIntervalDays: null, operatorRole: null, note: null },
      batchRef: null,
    }
    const fingerprint = await diaryFingerprint(old)
    await makeDiaryEvent(ctxOf(), { siteId, kind: 'other', summary: 'Hái chè', fingerprint })
    const again = await importFile(ctxOf(), 'diary', { bytes })
    expect(again.counts).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('writes nothing in a dry run and reports the same', async () => {
    await makeCode(ctxOf(), { code: 'VN-AGOR-0901' })
    const file = { bytes: new Uint8Array(readFileSync(fixturePath('nhat-ky-xoai.xlsx'))) }
    const before = await dumpTables(test.db)
    const dry = await importFile(ctxOf(), 'diary', { ...file, dryRun: true })
    expect(await dumpTables(test.db)).toBe(before)
    const real = await importFile(ctxOf(), 'diary', file)
    expect({ ...real, dryRun: true, importId: null }).toEqual(dry)
  })

  it('refuses areas it does not know and days to come, and keeps the other rows', async () => {
    await makeCode(ctxOf(), { code: 'VN-AGOR-0001' })
    const report = await importFile(ctxOf(), 'diary', {
      bytes: diary(
        'VN-AGOR-9999;05/03/2026;Tưới nước',
        'VN-AGOR-0001;23/11/2026;Tưới nước',
        'VN-AGOR-0001;22/11/2026;Tưới nước',
      ),
    })
    expect(report.counts).toMatchObject({ added: 1, refused: 2 })
    expect(report.refused.map(({ row }) => row)).toEqual([2, 3])
  })

  it('shows late entries as late: they count as recorded now', async () => {
    const { siteId } = await makeCode(ctxOf(), { code: 'VN-AGOR-0001' })
    await importFile(ctxOf(), 'diary', { bytes: diary('VN-AGOR-0001;05/03/2026;Tưới nước') })
    const [row] = await test.db.all(sql`
      SELECT recorded_at AS at, occurred_on AS "on" FROM diary_event WHERE site_id = ${siteId}`)
    expect(row).toEqual({ at: LATER, on: '2026-03-05' })
  })

  it('warns of entries copied out for many areas, and not of ordinary coincidence', async () => {
    const codes = ['VN-AGOR-0001', 'VN-AGOR-0002', 'VN-AGOR-0003']
    for (const code of codes) await makeCode(ctxOf(), { code })
    const copied = codes.map((code) => `${code};05/03/2026;Phun thuốc;Thuốc Mẫu;1 l/ha;2;lít;7`)
    const watered = codes.map((code) => `${code};06/03/2026;Tưới nước`)
    const report = await importFile(ctxOf(), 'diary', { bytes: diary(...copied, ...watered) })
    const found = report.warnings.filter(({ code }) => code === 'identical_entries')
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain('3 vùng trồng')
  })

  it('ties a line to its batch by REF or lot, and refuses a batch of somebody else', async () => {
    const ctx = ctxOf()
    const mine = await makeBatch(ctx, { lot: 'LO-1' })
    const other = await makeBatch(ctx)
    const line = (batch: string) =>
      `${mine.area.code};09/06/2026;Thu hoạch;;;5;tấn;;;${batch};${batch}`
    const report = await importFile(ctx, 'diary', {
      bytes: diary(line(mine.ref), line('lo-1'), line(other.ref), line('LO-99')),
    })
    expect(report.counts).toMatchObject({ added: 3, refused: 1 })
    const rows = await test.db.all<{ id: string | null }>(
      sql`SELECT batch_id AS id FROM diary_event ORDER BY rowid`,
    )
    expect(rows.map(({ id }) => id)).toEqual([mine.id, mine.id, null])
  })

  it('brings the documents of sealed batches up to date, a breached waiting period included', async () => {
    const { batch } = await makeRun(makeContext(test.db))
    expect((await documentOf(batch.ref)).provenance.diary).toEqual([])
    await importFile(ctxOf(), 'diary', {
      bytes: diary(`${batch.area.code};05/06/2026;Phun thuốc BVTV;Thuốc Mẫu;1 l/ha;2;lít;14`),
    })
    const document = await documentOf(batch.ref)
    expect(document.provenance.diary).toHaveLength(1)
    expect(document.preHarvestBreaches).toMatchObject([
      { productName: 'Thuốc Mẫu', intervalDays: 14 },
    ])
  })

  it('leaves a mark when it is stopped before the documents are written, and the next one makes good', async () => {
    const { batch } = await makeRun(makeContext(test.db))
    let isStopped = false
    const broken = new Proxy(test.db, {
      get: (target, property, receiver) => {
        // The query that looks for marked documents comes after the entries are stored.
        if (property === 'select' && isStopped) throw new Error('stopped')
        if (property === 'batch') {
          return async (statements: Parameters<typeof target.batch>[0]) => {
            const result = await target.batch(statements)
            isStopped = true
            return result
          }
        }
        return Reflect.get(target, property, receiver)
      },
    })
    const bytes = diary(`${batch.area.code};05/06/2026;Tưới nước`)
    await expect(importFile(importContext(broken), 'diary', { bytes })).rejects.toThrow('stopped')
    const [marked] = await test.db.all<{ at: number }>(
      sql`SELECT updated_at AS at FROM batch_document`,
    )
    expect(marked?.at).toBe(0)
    expect(await rebuildMarkedDocuments(ctxOf())).toBe(1)
    expect((await documentOf(batch.ref)).provenance.diary).toHaveLength(1)
  })
})
