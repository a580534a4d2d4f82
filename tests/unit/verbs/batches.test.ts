import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditLog, batchDocument } from '../../../db/schema/index.ts'
import { isRef } from '../../../worker/domain/label/ref.ts'
import type { BatchDocument } from '../../../worker/domain/standing/batch-document.ts'
import { addLabTest } from '../../../worker/verbs/batches/add-lab-test.ts'
import { buildBatchDocument } from '../../../worker/verbs/batches/build-batch-document.ts'
import { createBatch } from '../../../worker/verbs/batches/create-batch.ts'
import { rebuildDocumentsFor } from '../../../worker/verbs/batches/rebuild-documents.ts'
import { updateBatch } from '../../../worker/verbs/batches/update-batch.ts'
import { suspendOrganisation } from '../../../worker/verbs/organisations/suspend-organisation.ts'
import { addCertificate } from '../../../worker/verbs/products/add-certificate.ts'
import { addOcopCertificate } from '../../../worker/verbs/products/add-ocop-certificate.ts'
import { createProduct } from '../../../worker/verbs/products/create-product.ts'
import { revokeOcopCertificate } from '../../../worker/verbs/products/revoke-ocop-certificate.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeGtin,
  makeOrganisation,
  makeProduct,
  makeRun,
  makeSite,
  makeVerification,
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

describe('declaring a batch', () => {
  it('gives it a REF with a right check character, and an audit row in the same stroke', async () => {
    const ctx = makeContext(test.db)
    const { id, ref } = await makeBatch(ctx)
    expect(isRef(ref)).toBe(true)
    const rows = await test.db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(rows).toMatchObject([
      { action: 'batch.create', actor: 'operator:test', source: 'command' },
    ])
  })

  it('refuses the same lot of a product twice', async () => {
    const ctx = makeContext(test.db)
    const { id: productId } = await makeProduct(ctx)
    await makeBatch(ctx, { productId, lot: 'A1' })
    await expect(makeBatch(ctx, { productId, lot: 'A1' })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('names every field that does not fit, in Vietnamese', async () => {
    const ctx = makeContext(test.db)
    const wrong = {
      packedOn: '2026-02-30',
      markets: [],
      quantity: { value: -1, unit: 'kg' },
      growingAreas: ['?'],
    }
    await expect(makeBatch(ctx, wrong)).rejects.toMatchObject({
      code: 'invalid_input',
      errors: expect.arrayContaining([
        { path: 'packedOn', message: 'Ngày phải có dạng YYYY-MM-DD và có thật.' },
        expect.objectContaining({ path: 'markets' }),
        { path: 'quantity.value', message: 'Số lượng phải lớn hơn 0.' },
        expect.objectContaining({ path: 'growingAreas.0' }),
      ]),
    })
  })

  it('refuses unknown codes, codes of the other kind, and dates in the wrong order', async () => {
    const ctx = makeContext(test.db)
    const house = await makeCode(ctx, { slot: 'packing_house' })
    const wrong = {
      growingAreas: ['VN-KHONG-CO', house.code],
      expiresOn: '2026-06-01',
      harvestedOn: ['2026-06-11'],
    }
    const making = makeBatch(ctx, wrong)
    await expect(making).rejects.toMatchObject({ code: 'invalid_input' })
    const errors = await making.catch((error) => error.errors.map((e: { path: string }) => e.path))
    expect(errors).toEqual(['expiresOn', 'harvestedOn', 'growingAreas.0', 'growingAreas.1'])
  })

  it('takes codes however they are typed', async () => {
    const ctx = makeContext(test.db)
    const area = await makeCode(ctx)
    const { id } = await makeBatch(ctx, {
      growingAreas: [` ${area.code.toLowerCase().replaceAll('-', ' ')} `],
    })
    expect((await documentOf(id)).codes.map((c) => c.code)).toContain(area.code)
  })
})

describe('products', () => {
  it('refuse a GTIN with a wrong check digit or of restricted circulation', async () => {
    const ctx = makeContext(test.db)
    const { id: organisationId } = await makeOrganisation(ctx)
    for (const gtin of ['08938501234567', '2000000000008', '12345']) {
      const creating = createProduct({ ctx, input: { organisationId, name: `P ${gtin}`, gtin } })
      await expect(creating).rejects.toMatchObject({
        code: 'invalid_input',
        errors: [{ path: 'gtin' }],
      })
    }
  })

  it('refuse a GTIN that another product has, and a name twice in one organisation', async () => {
    const ctx = makeContext(test.db)
    const { id: organisationId } = await makeOrganisation(ctx)
    const gtin = makeGtin()
    await createProduct({ ctx, input: { organisationId, name: 'Xoài', gtin } })
    const sameGtin = createProduct({ ctx, input: { organisationId, name: 'Khác', gtin } })
    await expect(sameGtin).rejects.toMatchObject({ code: 'conflict' })
    const sameName = createProduct({ ctx, input: { organisationId, name: 'XOÀI' } })
    await expect(sameName).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('the lot graph', () => {
  it('lets a batch give up to its weight and the tolerance, and no more', async () => {
    const ctx = makeContext(test.db)
    const source = await makeBatch(ctx, { quantity: { value: 1, unit: 'tấn' } })
    const into = (kg: number) =>
      makeBatch(ctx, {
        quantity: { value: kg, unit: 'kg' },
        sources: [{ ref: source.ref, quantityKg: kg }],
      })
    await into(600)
    await expect(into(421)).rejects.toMatchObject({
      code: 'conflict',
      text: { vi: expect.stringContaining('400 kg') },
    })
    await into(420)
    await expect(into(1)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('holds when several take from one batch at once', async () => {
    const ctx = makeContext(test.db)
    const source = await makeBatch(ctx, { quantity: { value: 100, unit: 'kg' } })
    const take = () =>
      makeBatch(ctx, {
        quantity: { value: 30, unit: 'kg' },
        sources: [{ ref: source.ref, quantityKg: 30 }],
      })
    const outcomes = await Promise.allSettled([take(), take(), take(), take(), take()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  it('never lets a batch weigh more than what went into it', async () => {
    const ctx = makeContext(test.db)
    const source = await makeBatch(ctx)
    const heavier = {
      quantity: { value: 103, unit: 'kg' },
      sources: [{ ref: source.ref, quantityKg: 100 }],
    }
    await expect(makeBatch(ctx, heavier)).rejects.toMatchObject({ errors: [{ path: 'quantity' }] })
    await makeBatch(ctx, { ...heavier, quantity: { value: 102, unit: 'kg' } })
    await makeBatch(ctx, { ...heavier, quantity: { value: 500, unit: 'hộp' } })
  })

  it('never lets a batch be an input of itself, however long the way round', async () => {
    const ctx = makeContext(test.db)
    const quantity = { value: 10, unit: 'kg' }
    const a = await makeBatch(ctx, { quantity })
    const b = await makeBatch(ctx, { quantity, sources: [{ ref: a.ref, quantityKg: 10 }] })
    const c = await makeBatch(ctx, { quantity, sources: [{ ref: b.ref, quantityKg: 10 }] })
    for (const ref of [a.ref, c.ref]) {
      const changes = { sources: [{ ref, quantityKg: 10 }] }
      const closing = updateBatch({ ctx, input: { ref: a.ref, changes } })
      await expect(closing).rejects.toMatchObject({ code: 'conflict' })
    }
    expect((await documentOf(c.id)).provenance.inputs).toEqual([
      { ref: b.ref, quantity: { value: 10, unit: 'kg' } },
    ])
  })

  it('refuses to shrink a batch below what it has given', async () => {
    const ctx = makeContext(test.db)
    const source = await makeBatch(ctx, { quantity: { value: 100, unit: 'kg' } })
    await makeBatch(ctx, {
      quantity: { value: 80, unit: 'kg' },
      sources: [{ ref: source.ref, quantityKg: 80 }],
    })
    const shrink = (value: number) =>
      updateBatch({ ctx, input: { ref: source.ref, changes: { quantity: { value, unit: 'kg' } } } })
    await expect(shrink(50)).rejects.toMatchObject({ code: 'conflict' })
    await shrink(90)
  })
})

describe('changing a batch', () => {
  it('keeps what is not named, and replaces codes as a whole', async () => {
    const ctx = makeContext(test.db)
    const { ref, id, house } = await makeBatch(ctx)
    const area = await makeCode(ctx)
    await updateBatch({
      ctx,
      input: { ref, changes: { growingAreas: [area.code], lot: undefined } },
    })
    const { provenance, codes } = await documentOf(id)
    expect(codes.map(({ code }) => code).sort()).toEqual([area.code, house.code].sort())
    expect(provenance).toMatchObject({
      packedOn: '2026-06-10',
      expiresOn: '2026-12-31',
      markets: ['VNM', 'CHN'],
    })
  })
})

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
    const base = { productId: product.id, stars: 4, certificateNo: 'OCOP-1' }
    expect((await documentOf(batch.id)).provenance.product.ocop).toBeNull()
    await addOcopCertificate({
      ctx,
      input: { ...base, issuedOn: '2022-01-01', expiresOn: '2025-01-01' },
    })
    expect((await documentOf(batch.id)).provenance.product.ocop).toMatchObject({
      validWhenPacked: false,
    })
    const input = {
      ...base,
      certificateNo: 'OCOP-2',
      issuedOn: '2025-06-01',
      expiresOn: '2028-06-01',
    }
    const { id } = await addOcopCertificate({ ctx, input })
    expect((await documentOf(batch.id)).provenance.product.ocop).toMatchObject({
      certificateNo: 'OCOP-2',
      validWhenPacked: true,
    })
    await revokeOcopCertificate({ ctx, input: { id, revokedOn: '2026-06-10', reason: 'Thu hồi' } })
    expect((await documentOf(batch.id)).provenance.product.ocop).toMatchObject({
      validWhenPacked: false,
    })
  })

  it('lists only certificates that held on the packing day', async () => {
    const ctx = makeContext(test.db)
    const { id: productId, organisationId } = await makeProduct(ctx)
    const batch = await makeBatch(ctx, { productId })
    const add = (number: string, given: object) =>
      addCertificate({ ctx, input: { organisationId, kind: 'vietgap', number, ...given } })
    await add('CÒN', { issuedOn: '2025-01-01', expiresOn: '2027-01-01' })
    await add('HẾT', { issuedOn: '2020-01-01', expiresOn: '2022-01-01' })
    await add('SAU', { issuedOn: '2026-06-11' })
    await add('KHÔNG HẠN', {})
    const { certificates } = (await documentOf(batch.id)).provenance
    expect(certificates.map(({ number }) => number)).toEqual(['CÒN', 'KHÔNG HẠN'])
  })
})

describe('a stored document', () => {
  it('is written anew when a test, a suspension or a diary entry comes after the labels', async () => {
    const ctx = makeContext(test.db)
    const { batch } = await makeRun(ctx)
    await addLabTest({
      ctx,
      input: { ref: batch.ref, analyte: 'Chlorpyrifos', result: 'KPH', passed: true },
    })
    expect((await storedDocument(batch.ref)).provenance.tests).toMatchObject([
      { result: 'KPH', passed: true },
    ])
    const input = {
      organisationId: batch.organisationId,
      suspendedOn: '2026-06-12',
      reason: 'Kiểm tra',
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

it('a token of one organisation cannot declare for another', async () => {
  const owner = makeContext(test.db)
  const { id: productId } = await makeProduct(owner)
  const actor = {
    kind: 'token',
    tokenId: 't',
    name: 't',
    organisationId: 'another',
    scopes: ['batches:write'],
  } as const
  const ctx = makeContext(test.db, { actor })
  const input = { productId, lot: 'X', quantity: { value: 1, unit: 'kg' }, markets: ['VNM'] }
  await expect(createBatch({ ctx, input })).rejects.toMatchObject({ code: 'not_found' })
})
