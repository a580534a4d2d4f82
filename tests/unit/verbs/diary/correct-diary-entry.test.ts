import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditLog, batchDocument, diaryEvent } from '../../../../db/schema/index.ts'
import type { BatchDocument } from '../../../../worker/domain/standing/batch-document.ts'
import {
  type CorrectionInput,
  correctDiaryEntry,
} from '../../../../worker/verbs/diary/correct-diary-entry.ts'
import { readDiary } from '../../../../worker/verbs/diary/list-diary.ts'
import { verifyDiaryEntry } from '../../../../worker/verbs/diary/verify-diary-entry.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeBatch, makeRun } from '../../../support/factories.ts'
import { makePerson } from '../../../support/portal-app.ts'
import { importContext, importFile } from '../imports/import-support.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

const HEADING = 'Mã số vùng trồng;Ngày;Công việc;Tên vật tư;Liều lượng;Cách ly;Lô hàng'
const sheet = (code: string, ...rows: string[]) =>
  [HEADING, ...rows.map((row) => `${code};${row}`)].join('\n')

/** A sealed batch, harvested on 08/06/2026, and a spray of its area. */
async function sprayed(row = '01/06/2026;Phun thuốc;Thuốc Mẫu;0,5 lít/ha;3') {
  const ctx = importContext(test.db)
  const { batch } = await makeRun(ctx)
  const code = batch.area.code
  const bytes = sheet(code, row)
  await importFile(ctx, 'diary', { bytes })
  const [entry] = await test.db
    .select()
    .from(diaryEvent)
    .where(eq(diaryEvent.siteId, batch.area.siteId))
  if (entry === undefined) throw new Error('the entry is stored')
  const correct = (changes: Partial<CorrectionInput>, id = entry.id) =>
    correctDiaryEntry({ ctx, input: { reason: 'Ghi nhầm', ...changes, id } })
  const documentOf = async (): Promise<BatchDocument> => {
    const [stored] = await test.db
      .select()
      .from(batchDocument)
      .where(eq(batchDocument.ref, batch.ref))
    return JSON.parse(stored?.document ?? 'null')
  }
  const rows = () => test.db.select().from(diaryEvent).orderBy(sql`rowid`)
  return { ctx, batch, bytes, code, entry, correct, documentOf, rows }
}

describe('correcting a diary entry', () => {
  it('adds a row that points back, and shows both in the document of a sealed batch', async () => {
    const { entry, correct, documentOf, rows } = await sprayed()
    const { id } = await correct({ dose: '0,3 lít/ha' })
    const [first, second] = await rows()
    expect(first).toEqual(entry)
    expect(second).toMatchObject({ id, amendsId: entry.id, reason: 'Ghi nhầm', retracts: false })
    expect(second?.details).toEqual({ ...entry.details, dose: '0,3 lít/ha' })
    const { diary } = (await documentOf()).provenance
    expect(diary).toMatchObject([
      {
        id,
        reason: 'Ghi nhầm',
        takenBackAt: null,
        details: { dose: '0,3 lít/ha' },
        earlier: [{ id: entry.id, details: { dose: '0,5 lít/ha' } }],
      },
    ])
  })

  it('decides waiting periods by what stands, whichever way it was corrected', async () => {
    const { correct, documentOf } = await sprayed()
    const breaches = async () => (await documentOf()).preHarvestBreaches.map((b) => b.intervalDays)
    expect(await breaches()).toEqual([])
    const { id } = await correct({ intervalDays: 14 })
    expect(await breaches()).toEqual([14])
    await correct({ intervalDays: 2 }, id)
    expect(await breaches()).toEqual([])
  })

  it('keeps an entry in sight whose day was corrected to one after the packing', async () => {
    const { entry, correct, documentOf } = await sprayed('01/06/2026;Phun thuốc;Thuốc Mẫu;;14')
    expect((await documentOf()).preHarvestBreaches).toHaveLength(1)
    await correct({ occurredOn: '2026-07-01' })
    const { provenance, preHarvestBreaches } = await documentOf()
    expect(preHarvestBreaches).toEqual([])
    expect(provenance.diary).toMatchObject([
      { occurredOn: '2026-07-01', earlier: [{ id: entry.id, occurredOn: '2026-06-01' }] },
    ])
  })

  it('answers the same correction with what it made, and another one with the latest entry', async () => {
    const { correct, rows } = await sprayed()
    const { id } = await correct({ intervalDays: 14 })
    expect(await correct({ intervalDays: 14 })).toEqual({ id })
    await expect(correct({ intervalDays: 21 })).rejects.toMatchObject({
      code: 'conflict',
      existing: { id, href: `/api/v1/diary/${id}` },
    })
    expect(await rows()).toHaveLength(2)
  })

  it('lets one of two at once through', async () => {
    const { correct, rows } = await sprayed()
    const results = await Promise.allSettled([
      correct({ intervalDays: 14 }),
      correct({ intervalDays: 21 }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows()).toHaveLength(2)
  })

  it('changes nothing when the list is read in again, as it was or as it was corrected', async () => {
    const { ctx, code, bytes, correct, rows } = await sprayed()
    await correct({ intervalDays: 14 })
    const again = await importFile(ctx, 'diary', { bytes })
    expect(again.counts).toMatchObject({ added: 0, unchanged: 1 })
    const mended = sheet(code, '01/06/2026;Phun thuốc;Thuốc Mẫu;0,5 lít/ha;14')
    const corrected = await importFile(ctx, 'diary', { bytes: mended })
    expect(corrected.counts).toMatchObject({ added: 0, unchanged: 1 })
    expect(await rows()).toHaveLength(2)
  })

  it('may be corrected back to what it said first', async () => {
    const { ctx, bytes, correct, documentOf } = await sprayed()
    const { id } = await correct({ intervalDays: 14 })
    await correct({ intervalDays: 3 }, id)
    expect((await documentOf()).provenance.diary).toHaveLength(1)
    const again = await importFile(ctx, 'diary', { bytes })
    expect(again.counts).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('refuses what another entry says already, nothing new, days to come and sprays of nothing', async () => {
    const { ctx, code, entry, correct, rows } = await sprayed()
    await importFile(ctx, 'diary', {
      bytes: sheet(code, '01/06/2026;Phun thuốc;Thuốc Mẫu;0,5 lít/ha;7'),
    })
    const [, other] = await rows()
    await expect(correct({ intervalDays: 7 })).rejects.toMatchObject({
      code: 'conflict',
      existing: { id: other?.id },
    })
    await expect(correct({ dose: '0,5 LÍT/ha' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(correct({ occurredOn: '2026-12-31' })).rejects.toMatchObject({
      errors: [{ path: 'occurredOn' }],
    })
    await expect(correct({ product: null })).rejects.toMatchObject({
      errors: [{ path: 'product' }],
    })
    await expect(correct({ batch: 'KHÔNG-CÓ' })).rejects.toMatchObject({
      errors: [{ path: 'batch' }],
    })
    expect((await rows()).map(({ id }) => id)).toEqual([entry.id, other?.id])
  })

  it('reads the kind from a new wording, and puts the entry with the batch it names', async () => {
    const { ctx, batch, correct, rows } = await sprayed('01/06/2026;Họp tổ')
    await correct({ work: 'Hái chè', batch: batch.ref })
    const [, corrected] = await rows()
    expect(corrected).toMatchObject({ kind: 'harvest', summary: 'Hái chè', batchId: batch.id })
    const other = await makeBatch(ctx)
    await expect(correct({ batch: other.ref }, corrected?.id)).rejects.toMatchObject({
      code: 'invalid_input',
    })
  })

  it('is the holder’s to do: nobody else finds the entry, and those who check diaries do not write them', async () => {
    const { entry, batch } = await sprayed()
    const { organisationId } = batch
    const input = { id: entry.id, reason: 'Ghi nhầm', intervalDays: 14 }
    for (const [role, code] of [
      ['producer', 'not_found'],
      ['officer', 'forbidden'],
      ['inspector', 'forbidden'],
      ['agency', 'forbidden'],
    ] as const) {
      const ctx = importContext(test.db, { actor: await makePerson(test.db, role) })
      await expect(correctDiaryEntry({ ctx, input })).rejects.toMatchObject({ code })
    }
    const own = await makePerson(test.db, 'producer', { organisationId })
    const ctx = importContext(test.db, { actor: own, source: 'portal' })
    expect(await correctDiaryEntry({ ctx, input })).toEqual({ id: expect.any(String) })
  })

  it('is told in the log with what it said before', async () => {
    const { entry, correct } = await sprayed()
    const { id } = await correct({ intervalDays: 14 })
    const [row] = await test.db.select().from(auditLog).where(eq(auditLog.action, 'diary.correct'))
    expect(row).toMatchObject({
      entityId: id,
      reason: 'Ghi nhầm',
      before: { amendsId: entry.id, preHarvestIntervalDays: 3 },
      after: { preHarvestIntervalDays: 14 },
    })
  })

  it('leaves checks with the entry that was checked, and lets only the latest be checked', async () => {
    const { ctx, entry, correct, documentOf } = await sprayed()
    const check = (diaryEventId: string) =>
      verifyDiaryEntry({
        ctx,
        input: {
          diaryEventId,
          verifiedBy: { role: 'officer', name: 'Chi cục Thử nghiệm' },
          verifiedOn: '2026-06-05',
        },
      })
    await check(entry.id)
    const { id } = await correct({ intervalDays: 14 })
    expect((await documentOf()).provenance.diary[0]?.verifiedBy).toBeNull()
    await expect(check(entry.id)).rejects.toMatchObject({ code: 'conflict' })
    await check(id)
    expect((await documentOf()).provenance.diary[0]?.verifiedBy).not.toBeNull()
  })

  it('is listed once, as it stands, a page at a time', async () => {
    const { ctx, batch, code, correct } = await sprayed()
    const more = ['02/06/2026;Tưới nước', '03/06/2026;Tưới nước', '03/06/2026;Làm cỏ']
    await importFile(ctx, 'diary', { bytes: sheet(code, ...more) })
    const { id } = await correct({ intervalDays: 14 })
    const asked = { siteId: batch.area.siteId, organisationId: null, limit: 3 }
    const first = await readDiary(ctx, { ...asked, cursor: null })
    const second = await readDiary(ctx, { ...asked, cursor: first.nextCursor })
    expect(first.rows.map((row) => row.occurredOn)).toEqual([
      '2026-06-03',
      '2026-06-03',
      '2026-06-02',
    ])
    expect(second).toMatchObject({ rows: [{ id }], nextCursor: null })
  })
})
