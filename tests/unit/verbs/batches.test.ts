import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditLog } from '../../../db/schema/index.ts'
import { isRef } from '../../../worker/domain/label/ref.ts'
import type { BatchDocument } from '../../../worker/domain/standing/batch-document.ts'
import { PRODUCT } from '../../../worker/resources/product.ts'
import { buildBatchDocument } from '../../../worker/verbs/batches/build-batch-document.ts'
import { createBatch } from '../../../worker/verbs/batches/create-batch.ts'
import { updateBatch } from '../../../worker/verbs/batches/update-batch.ts'
import { PRODUCT_RULES } from '../../../worker/verbs/products/product-rules.ts'
import { addRecord } from '../../../worker/verbs/records/save-record.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeGtin,
  makeOrganisation,
  makeProduct,
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

/** A text that says this in Vietnamese. */
const inVietnamese = (vi: string) => expect.objectContaining({ vi })

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
        { path: 'packedOn', text: inVietnamese('Ngày phải có dạng YYYY-MM-DD và có thật.') },
        expect.objectContaining({ path: 'markets' }),
        { path: 'quantity.value', text: inVietnamese('Số lượng phải lớn hơn 0.') },
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
      const creating = addRecord(ctx, PRODUCT, {
        texts: { organisationId, name: `P ${gtin}`, gtin },
        rules: PRODUCT_RULES,
      })
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
    await addRecord(ctx, PRODUCT, {
      texts: { organisationId, name: 'Xoài', gtin },
      rules: PRODUCT_RULES,
    })
    const sameGtin = addRecord(ctx, PRODUCT, {
      texts: { organisationId, name: 'Khác', gtin },
      rules: PRODUCT_RULES,
    })
    await expect(sameGtin).rejects.toMatchObject({ code: 'conflict' })
    const sameName = addRecord(ctx, PRODUCT, {
      texts: { organisationId, name: 'XOÀI' },
      rules: PRODUCT_RULES,
    })
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
