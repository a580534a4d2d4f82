import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchDocument, certification } from '../../../db/schema/index.ts'
import type { BatchDocument } from '../../../worker/domain/standing/batch-document.ts'
import { buildBatchDocument } from '../../../worker/verbs/batches/build-batch-document.ts'
import { rebuildDocumentsFor } from '../../../worker/verbs/batches/rebuild-documents.ts'
import { withdrawCertification } from '../../../worker/verbs/certifications/withdraw-certification.ts'
import { suspendOrganisation } from '../../../worker/verbs/organisations/suspend-organisation.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCertification,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeOrganisation,
  makeProduct,
  makeRun,
  makeSite,
  makeVerification,
  NOW,
  unique,
} from '../../support/factories.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await freshDatabase()
})

const documentOf = async (batchId: string): Promise<BatchDocument> => {
  const built = await buildBatchDocument(test.db, batchId)
  if (built === null) throw new Error('no document')
  return built.document
}

const storedDocument = async (ref: string): Promise<BatchDocument> => {
  const [row] = await test.db.select().from(batchDocument).where(eq(batchDocument.ref, ref))
  return JSON.parse(row?.document ?? '') as BatchDocument
}

describe('the document of a batch', () => {
  it('is null without a packing day', async () => {
    const { id } = await makeBatch(makeContext(test.db), { packedOn: null, expiresOn: null })
    expect(await buildBatchDocument(test.db, id)).toBeNull()
  })

  it('hides a household that has not agreed, and shows one that has', async () => {
    const ctx = makeContext(test.db)
    const person = {
      name: 'Nguyễn Văn Minh Họa',
      kind: 'household' as const,
      address: 'Ấp Một',
      hotline: '0912345678',
    }
    const silent = await makeOrganisation(ctx, person)
    const open = await makeOrganisation(ctx, { ...person, nameConsentOn: '2026-01-01' })
    for (const [owner, shown] of [
      [silent, false],
      [open, true],
    ] as const) {
      const site = await makeSite(ctx, { organisationId: owner.id, name: `Vườn ${person.name}` })
      const area = await makeCode(ctx, { siteId: site.id })
      const product = await makeProduct(ctx, { organisationId: owner.id })
      const batch = await makeBatch(ctx, { productId: product.id, growingAreas: [area.code] })
      await makeDiaryEvent(ctx, {
        siteId: site.id,
        declaredByName: person.name,
        summary: 'Bón phân, gọi 0912345678',
      })
      const text = JSON.stringify(await documentOf(batch.id))
      expect(text.includes(person.name)).toBe(shown)
      expect(text.includes('Ấp Một')).toBe(shown)
      expect(text.includes('Bón phân, gọi 0912345678')).toBe(false)
      expect(text.includes('"hotline":"0912345678"')).toBe(shown)
      if (!shown) expect((await documentOf(batch.id)).provenance.producer.name).toBe('Hộ nông dân')
    }
  })

  it('tells the season’s diary, newest first, corrected entries once, other batches’ packing never', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx, { seasonFrom: '2026-03-01' })
    const { siteId } = batch.area
    const at = (occurredOn: string, summary: string, given = {}) =>
      makeDiaryEvent(ctx, { siteId, occurredOn, summary, ...given })
    await at('2026-02-28', 'trước vụ')
    await at('2026-03-01', 'đầu vụ')
    const wrong = await at('2026-04-01', 'ghi sai')
    await at('2026-04-02', 'ghi đúng', { amendsId: wrong.id })
    await at('2026-06-10', 'ngày đóng gói')
    await at('2026-06-11', 'sau đóng gói')
    await at('2026-05-01', 'đóng gói lô khác', { kind: 'packing', batchId: 'lô khác' })
    await at('2026-06-20', 'vận chuyển lô này', { kind: 'transport', batchId: batch.id })
    const checked = await at('2026-05-05', 'có kiểm tra')
    await makeVerification(ctx, { diaryEventId: checked.id })
    const person = await at('2026-05-04', 'cán bộ xem')
    await makeVerification(ctx, { diaryEventId: person.id, verifiedByName: 'Trần Thị B' })
    const { diary } = (await documentOf(batch.id)).provenance
    expect(diary.map(({ summary }) => summary)).toEqual([
      'vận chuyển lô này',
      'ngày đóng gói',
      'có kiểm tra',
      'cán bộ xem',
      'ghi đúng',
      'đầu vụ',
    ])
    expect(diary[2]?.verifiedBy).toEqual({
      role: 'officer',
      name: 'Chi cục Trồng trọt và Bảo vệ thực vật An Giang',
      on: '2026-06-01',
    })
    expect(diary[3]?.verifiedBy).toEqual({ role: 'officer', name: '', on: '2026-06-01' })
  })

  it('carries at most 200 diary entries, the newest', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx)
    for (let i = 0; i < 203; i++) {
      const occurredOn = i < 3 ? '2026-01-01' : '2026-05-01'
      await makeDiaryEvent(ctx, { siteId: batch.area.siteId, occurredOn })
    }
    const { diary } = (await documentOf(batch.id)).provenance
    expect(diary).toHaveLength(200)
    expect(diary.every(({ occurredOn }) => occurredOn === '2026-05-01')).toBe(true)
  })

  it('sees a spray before the season that was still within its interval', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx, { seasonFrom: '2026-06-08' })
    const details = { product: 'Thuốc A', intervalDays: 14 }
    await makeDiaryEvent(ctx, {
      siteId: batch.area.siteId,
      kind: 'plant_protection',
      occurredOn: '2026-06-01',
      details,
    })
    const { preHarvestBreaches, provenance } = await documentOf(batch.id)
    expect(preHarvestBreaches).toHaveLength(1)
    expect(provenance.diary).toEqual([])
  })

  it('shows OCOP stars as won only where they held on the packing day', async () => {
    const ctx = makeContext(test.db)
    const product = await makeProduct(ctx)
    const batch = await makeBatch(ctx, { productId: product.id })
    const { organisationId, id: productId } = product
    const rate = (number: string, days: { issuedOn: string; expiresOn: string }) =>
      makeCertification(ctx, {
        kind: 'ocop',
        texts: { organisationId, productId, stars: '4', number, ...days },
      })
    expect((await documentOf(batch.id)).provenance.product.ocop).toBeNull()
    await rate('OCOP-1', { issuedOn: '2022-01-01', expiresOn: '2025-01-01' })
    expect((await documentOf(batch.id)).provenance.product.ocop).toMatchObject({
      validWhenPacked: false,
    })
    const { id } = await rate('OCOP-2', { issuedOn: '2025-06-01', expiresOn: '2028-06-01' })
    expect((await documentOf(batch.id)).provenance.product.ocop).toMatchObject({
      certificateNo: 'OCOP-2',
      validWhenPacked: true,
    })
    await withdrawCertification({ ctx, input: { id, revokedOn: '2026-06-10', reason: 'Thu hồi' } })
    expect((await documentOf(batch.id)).provenance.product.ocop).toMatchObject({
      validWhenPacked: false,
    })
  })

  it('lists only certificates that held on the packing day', async () => {
    const ctx = makeContext(test.db)
    const { id: productId, organisationId } = await makeProduct(ctx)
    const batch = await makeBatch(ctx, { productId })
    const add = (number: string, given: object) =>
      makeCertification(ctx, { texts: { organisationId, number, ...given } })
    await add('CÒN', { issuedOn: '2025-01-01', expiresOn: '2027-01-01' })
    await add('HẾT', { issuedOn: '2020-01-01', expiresOn: '2022-01-01' })
    await add('SAU', { issuedOn: '2026-06-11' })
    // From before every certificate had a last day.
    await test.db.insert(certification).values({
      ...{ id: `khong-han-${unique()}`, organisationId, kind: 'vietgap', number: 'KHÔNG HẠN' },
      ...{ state: 'confirmed', version: 1, createdAt: NOW },
    })
    const { certificates } = (await documentOf(batch.id)).provenance
    expect(certificates.map(({ number }) => number)).toEqual(['CÒN', 'KHÔNG HẠN'])
  })
})

describe('a stored document', () => {
  it('is written anew when a test, a suspension or a diary entry comes after the labels', async () => {
    const ctx = makeContext(test.db)
    const { batch } = await makeRun(ctx)
    const { organisationId, id: batchId } = batch
    await makeCertification(ctx, {
      kind: 'lab_test',
      texts: { organisationId, batchId, analyte: 'Chlorpyrifos', result: 'KPH', verdict: 'passed' },
    })
    expect((await storedDocument(batch.ref)).provenance.tests).toMatchObject([
      { result: 'KPH', passed: true },
    ])
    const input = {
      organisationId: batch.organisationId,
      texts: { suspendedOn: '2026-06-12', reason: 'Kiểm tra', documentNo: '1/QĐ' },
    }
    await suspendOrganisation({ ctx, input })
    expect((await storedDocument(batch.ref)).producerSuspendedOn).toBe('2026-06-12')
    await makeDiaryEvent(ctx, { siteId: batch.area.siteId, summary: 'ghi muộn' })
    expect(await rebuildDocumentsFor(ctx, { siteIds: [batch.area.siteId] })).toBe(1)
    expect((await storedDocument(batch.ref)).provenance.diary.map((d) => d.summary)).toEqual([
      'ghi muộn',
    ])
  })

  it('never goes back to an older state when another writer is faster', async () => {
    const ctx = makeContext(test.db)
    const { batch } = await makeRun(ctx)
    let reads = 0
    const slow = new Proxy(test.db, {
      get: (db, name) => {
        const value = Reflect.get(db, name)
        if (name !== 'batch') return typeof value === 'function' ? value.bind(db) : value
        return async (statements: Parameters<typeof db.batch>[0]) => {
          const answer = await db.batch(statements)
          reads += 1
          if (reads > 1) return answer
          // What was just read is old before it is written.
          await makeDiaryEvent(ctx, { siteId: batch.area.siteId, summary: 'vừa ghi' })
          await rebuildDocumentsFor(ctx, { batchIds: [batch.id] })
          return answer
        }
      },
    })
    await rebuildDocumentsFor(makeContext(slow), { batchIds: [batch.id] })
    expect(reads).toBeGreaterThan(1)
    const { diary } = (await storedDocument(batch.ref)).provenance
    expect(diary.map(({ summary }) => summary)).toEqual(['vừa ghi'])
  })

  it('is not made for a batch without labels', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx)
    expect(
      await rebuildDocumentsFor(ctx, { batchIds: [batch.id], siteIds: [batch.area.siteId] }),
    ).toBe(0)
  })
})
