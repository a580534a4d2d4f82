import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditLog, batch, batchHarvest, batchPurchase } from '../../../../db/schema/index.ts'
import { annulBatch } from '../../../../worker/verbs/batches/annul-batch.ts'
import { createBatch } from '../../../../worker/verbs/batches/create-batch.ts'
import { goodsOfBatch } from '../../../../worker/verbs/batches/goods-of-batch.ts'
import { updateBatch } from '../../../../worker/verbs/batches/update-batch.ts'
import type { VerbContext } from '../../../../worker/verbs/context.ts'
import { correctDiaryEntry } from '../../../../worker/verbs/diary/correct-diary-entry.ts'
import { createKey } from '../../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { makeBatch, makeContext, makeDiaryEvent, makeSite } from '../../../support/factories.ts'
import { kilograms, makeGrower } from './goods-support.ts'

let test: TestDatabase
let ctx: VerbContext

beforeAll(async () => {
  test = await freshDatabase()
  ctx = makeContext(test.db)
  await createKey({ ctx, input: { authority: 'Sở thử nghiệm' } })
})

const rowOf = async (ref: string) => {
  const [row] = await test.db.select().from(batch).where(eq(batch.ref, ref))
  if (row === undefined) throw new Error(`no batch ${ref}`)
  return row
}

const BOUGHT = { seller: 'Chị Ba', quantityKg: 40, boughtOn: '2026-06-08', paperNo: 'HĐ 12' }

describe('a batch made of harvests', () => {
  it('takes what the diary tells of and no more, whoever takes it', async () => {
    const { productId, harvest } = await makeGrower(ctx)
    const { id: entry } = await harvest(100)
    const take = (kg: number) =>
      makeBatch(ctx, {
        ...{ productId, quantity: kilograms(kg) },
        harvests: [{ entry, quantityKg: kg }],
      })
    await take(60)
    await expect(take(43)).rejects.toMatchObject({
      ...{ code: 'conflict', text: { vi: expect.stringContaining('chỉ còn 40 kg') } },
    })
    await take(42)
    await expect(take(1)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('holds when several take from one harvest at once', async () => {
    const { productId, harvest } = await makeGrower(ctx)
    const { id: entry } = await harvest(100)
    const take = () =>
      makeBatch(ctx, {
        ...{ productId, quantity: kilograms(30) },
        harvests: [{ entry, quantityKg: 30 }],
      })
    const outcomes = await Promise.allSettled([take(), take(), take(), take(), take()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  })

  it('says when it was harvested, in several areas on several days, until it is made of others', async () => {
    const { productId, harvest, organisationId } = await makeGrower(ctx)
    const other = await makeSite(ctx, { organisationId })
    const first = await harvest(50, '2026-06-03')
    const second = await makeDiaryEvent(ctx, {
      ...{ siteId: other.id, kind: 'harvest', occurredOn: '2026-06-04' },
      details: { quantity: 0.5, unit: 'tạ' },
    })
    const { ref } = await makeBatch(ctx, {
      ...{ productId, quantity: kilograms(100), harvestedOn: [] },
      harvests: [first, second].map(({ id }) => ({ entry: id, quantityKg: 50 })),
    })
    expect((await rowOf(ref)).harvestedOn).toEqual(['2026-06-03', '2026-06-04'])
    const changes = { harvests: [{ entry: second.id, quantityKg: 50 }], quantity: kilograms(50) }
    await updateBatch({ ctx, input: { ref, changes } })
    expect((await rowOf(ref)).harvestedOn).toEqual(['2026-06-04'])
  })

  it('gives back what an annulled batch took', async () => {
    const { productId, harvest } = await makeGrower(ctx)
    const { id: entry } = await harvest(100)
    const take = () =>
      makeBatch(ctx, {
        ...{ productId, quantity: kilograms(100) },
        harvests: [{ entry, quantityKg: 100 }],
      })
    const { ref } = await take()
    await expect(take()).rejects.toMatchObject({ code: 'conflict' })
    await annulBatch({ ctx, input: { ref, reason: 'Ghi nhầm' } })
    await take()
  })

  it('gives back what an annulled batch took out of another one', async () => {
    const { productId } = await makeGrower(ctx)
    const from = await makeBatch(ctx, { productId, quantity: kilograms(100) })
    const take = () =>
      makeBatch(ctx, {
        ...{ productId, quantity: kilograms(100) },
        sources: [{ ref: from.ref, quantityKg: 100 }],
      })
    const { ref } = await take()
    await expect(take()).rejects.toMatchObject({ code: 'conflict' })
    await annulBatch({ ctx, input: { ref, reason: 'Ghi nhầm' } })
    await take()
  })

  it('refuses, each on its line, what is no harvest it may take', async () => {
    const { productId, harvest, area } = await makeGrower(ctx)
    const foreign = await makeGrower(ctx)
    const spray = await makeDiaryEvent(ctx, { siteId: area.siteId })
    const boxes = await makeDiaryEvent(ctx, {
      ...{ siteId: area.siteId, kind: 'harvest', occurredOn: '2026-06-05' },
      details: { quantity: 10, unit: 'thùng' },
    })
    const twice = await harvest(10)
    const entries = [
      ...['nowhere', (await foreign.harvest(10)).id, spray.id, boxes.id],
      ...[twice.id, twice.id, (await harvest(10, '2026-06-11')).id],
    ]
    const harvests = entries.map((entry) => ({ entry, quantityKg: 1 }))
    const making = makeBatch(ctx, { productId, quantity: kilograms(1), harvests })
    const errors = await making.catch(({ errors }) => errors)
    expect(errors.map(({ path }: { path: string }) => path)).toEqual(
      [0, 1, 2, 3, 5, 6].map((at) => `harvests.${at}`),
    )
  })

  it('follows a corrected entry: what is left, and what is behind it when labels are printed', async () => {
    const { productId, harvest } = await makeGrower(ctx)
    const { id: entry } = await harvest(100)
    const { ref } = await makeBatch(ctx, {
      ...{ productId, quantity: kilograms(80) },
      harvests: [{ entry, quantityKg: 80 }],
    })
    const { id: corrected } = await correctDiaryEntry({
      ctx,
      input: { id: entry, quantity: { value: 50, unit: 'kg' }, reason: 'Cân lại' },
    })
    expect(await goodsOfBatch(ctx, await rowOf(ref))).toMatchObject({
      ...{ inputKg: 80, standingKg: 50 },
    })
    // Named by either version it is one harvest.
    for (const id of [entry, corrected]) {
      const making = makeBatch(ctx, {
        ...{ productId, quantity: kilograms(1) },
        harvests: [{ entry: id, quantityKg: 1 }],
      })
      await expect(making).rejects.toMatchObject({ code: 'conflict' })
    }
    await expect(issueLabels({ ctx, input: { ref, count: 1 } })).rejects.toMatchObject({
      code: 'needs_confirmation',
      questions: [{ code: 'more_than_harvested', figures: { quantityKg: 80, harvestedKg: 50 } }],
    })
  })

  it('refuses an entry that was taken back', async () => {
    const { productId, harvest, area } = await makeGrower(ctx)
    const { id: entry } = await harvest(100)
    await makeDiaryEvent(ctx, {
      ...{ siteId: area.siteId, kind: 'harvest', occurredOn: '2026-06-05' },
      ...{ amendsId: entry, retracts: true, details: { quantity: 100, unit: 'kg' } },
    })
    const making = makeBatch(ctx, {
      ...{ productId, quantity: kilograms(1) },
      harvests: [{ entry, quantityKg: 1 }],
    })
    await expect(making).rejects.toMatchObject({ errors: [{ path: 'harvests.0' }] })
  })
})

describe('goods bought in', () => {
  it('count with batches and harvests, and stand until the batch is sealed', async () => {
    const { productId, harvest } = await makeGrower(ctx)
    const { id: entry } = await harvest(30)
    const source = await makeBatch(ctx, { productId, quantity: kilograms(30) })
    const goods = {
      harvests: [{ entry, quantityKg: 30 }],
      sources: [{ ref: source.ref, quantityKg: 30 }],
      purchases: [BOUGHT],
    }
    const given = { productId, quantity: kilograms(103), ...goods }
    await expect(makeBatch(ctx, given)).rejects.toMatchObject({ errors: [{ path: 'quantity' }] })
    const { ref, id } = await makeBatch(ctx, { ...given, quantity: kilograms(100) })
    await updateBatch({ ctx, input: { ref, changes: { lot: 'KHÁC' } } })
    const rows = await test.db.select().from(batchPurchase).where(eq(batchPurchase.batchId, id))
    expect(rows).toMatchObject([BOUGHT])
    await issueLabels({ ctx, input: { ref, count: 1 } })
    for (const table of [batchPurchase, batchHarvest]) {
      const taking = test.db.delete(table).where(eq(table.batchId, id))
      await expect(taking).rejects.toThrow()
    }
  })

  it('cannot have come after they were packed', async () => {
    const { productId } = await makeGrower(ctx)
    const making = makeBatch(ctx, {
      ...{ productId, quantity: kilograms(40) },
      purchases: [{ ...BOUGHT, boughtOn: '2026-06-11' }],
    })
    await expect(making).rejects.toMatchObject({ errors: [{ path: 'purchases.0.boughtOn' }] })
  })
})

describe('a product that is made and not only packed', () => {
  it('asks about more than usually comes out, keeps in the log what was answered, refuses the impossible', async () => {
    const { productId, harvest } = await makeGrower(ctx, { inputPerOutput: '5' })
    const { id: entry } = await harvest(100)
    const declare = (kg: number, confirm?: readonly string[]) =>
      createBatch({
        ctx,
        input: {
          ...{ productId, lot: `L${kg}`, markets: ['VNM'], packedOn: '2026-06-10' },
          ...{ quantity: kilograms(kg), harvests: [{ entry, quantityKg: 50 }] },
        },
        confirm,
      })
    await declare(10)
    await expect(declare(11)).rejects.toMatchObject({
      code: 'needs_confirmation',
      questions: [
        {
          code: 'yield_high',
          figures: { ownKg: 11, inputKg: 50, expectedKg: 10, inputPerOutput: 5 },
        },
      ],
    })
    await expect(declare(52, ['yield_high'])).rejects.toMatchObject({ code: 'invalid_input' })
    const { id } = await declare(11, ['yield_high'])
    const [logged] = await test.db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(logged?.after).toMatchObject({ explained: [{ code: 'yield_high', ownKg: 11 }] })
  })
})
