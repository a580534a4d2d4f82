import { beforeEach, describe, expect, it } from 'vitest'
import { diaryPicture } from '../../../../db/schema/index.ts'
import { codeSearchKey } from '../../../../worker/domain/codes/code-search-key.ts'
import { buildBatchDocument } from '../../../../worker/verbs/batches/build-batch-document.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeProduct,
  makeRun,
  NOW,
} from '../../../support/factories.ts'
import { documentOf, keeper, makeHousehold, makePhoto, recordId, SPRAY } from './diary-support.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

/** A sealed batch of the keeper's growing area, packed on 10/06/2026. */
async function packed() {
  const kept = await keeper(test)
  const ctx = makeContext(test.db)
  const { code } = await makeCode(ctx, { siteId: kept.site.id })
  expect(codeSearchKey(code)).not.toBe('')
  const { batch } = await makeRun(ctx, { batch: { growingAreas: [code] } })
  return { ...kept, batch, document: () => documentOf(test, batch.ref) }
}

describe('an entry of the app in the documents of batches', () => {
  it('is told at once on those packed after it, with what anybody may see of it alone', async () => {
    const { record, document, site } = await packed()
    const [a, b] = [await makeHousehold(test, site.id), await makeHousehold(test, site.id)]
    await record(
      { householdIds: [a.id, b.id], onBehalfOf: 'Bà Tư' },
      { happenedOn: '2026-05-20', madeAt: NOW - 5_000 },
    )
    const { diary } = (await document()).provenance
    expect(diary).toMatchObject([
      {
        ...{ kind: 'plant_protection', households: 2, isOnBehalf: true },
        madeAt: new Date(NOW - 3_000).toISOString(),
        entered: { dose: { value: '25', unit: 'ml/binh16' }, area: { value: '5', unit: 'cong' } },
        details: { areaHa: 0.5, intervalDays: 14 },
      },
    ])
    const text = JSON.stringify(diary)
    for (const secret of ['Bà Tư', 'Ông Ba', a.name, a.id]) expect(text).not.toContain(secret)
  })

  it('shows its photos once they are made, without where they were taken', async () => {
    const { record, document, shelf } = await packed()
    const photo = makePhoto({ takenAt: NOW, lat: 10.123456, lng: 105.123456 })
    shelf.push(photo)
    const common = { originalSha256: photo.sha256, createdAt: NOW, bytes: 10 }
    for (const [width, sha256] of [
      [1_600, 'a'.repeat(64)],
      [800, 'b'.repeat(64)],
    ] as const) {
      await test.db.insert(diaryPicture).values({
        ...{ ...common, sha256, width, height: 600, mediaType: 'image/jpeg' },
      })
    }
    await record({ photos: [photo.sha256] }, { happenedOn: '2026-05-20' })
    const { diary } = (await document()).provenance
    expect(diary[0]?.photos).toMatchObject([{ url: `/media/${'b'.repeat(64)}.jpg`, width: 800 }])
    expect(JSON.stringify(diary)).not.toContain('10.12')
  })

  it('breaches an interval by what the app recorded, until it is corrected', async () => {
    const { record, correct, document } = await packed()
    const id = recordId()
    await record({}, { id, happenedOn: '2026-06-01' })
    expect((await document()).preHarvestBreaches).toMatchObject([
      { productName: 'Anvil 5SC', intervalDays: 14, harvestedOn: '2026-06-09' },
    ])
    await correct({ entryId: id, values: { ...SPRAY, intervalDays: 3 } })
    const { preHarvestBreaches, provenance } = await document()
    expect(preHarvestBreaches).toEqual([])
    expect(provenance.diary[0]?.earlier).toMatchObject([{ id, details: { intervalDays: 14 } }])
  })

  it('breaches no interval of goods that are named as another household’s', async () => {
    const kept = await keeper(test)
    const { site, person, record } = kept
    const ctx = makeContext(test.db)
    const { code } = await makeCode(ctx, { siteId: site.id })
    const { organisationId } = person
    const product = await makeProduct(ctx, { organisationId })
    const [a, b] = [await makeHousehold(test, site.id), await makeHousehold(test, site.id)]
    await record({ householdIds: [a.id] }, { happenedOn: '2026-06-01' })
    const harvest = async (householdId: string) => {
      const id = recordId()
      const values = { quantity: { value: '1', unit: 't' } }
      const body = { kind: 'harvest', values, householdIds: [householdId] }
      await record(body, { id, happenedOn: '2026-06-09' })
      return id
    }
    const breachesOf = async (harvestId: string) => {
      const batch = await makeBatch(ctx, {
        ...{ productId: product.id, growingAreas: [code] },
        harvests: [{ entry: harvestId, quantityKg: 1_000 }],
      })
      const built = await buildBatchDocument(test.db, batch.id)
      return built?.document.preHarvestBreaches.length
    }
    expect(await breachesOf(await harvest(b.id))).toBe(0)
    expect(await breachesOf(await harvest(a.id))).toBe(1)
  })

  it('of a packing house is told of the batch whose lot it names', async () => {
    const kept = await keeper(test)
    const ctx = makeContext(test.db)
    const { organisationId } = kept.person
    const house = await makeCode(ctx, { slot: 'packing_house', holderId: organisationId })
    const { batch } = await makeRun(ctx, { batch: { packingHouse: house.code, lot: 'L-77' } })
    const other = await makeBatch(ctx, { packingHouse: house.code, lot: 'L-78' })
    const values = { quantity: { value: '1', unit: 't' }, packaging: 'thùng 5 kg', lot: 'L-77' }
    const body = { siteId: house.siteId, kind: 'packing', values }
    await kept.record(body, { happenedOn: '2026-06-10' })
    const { diary } = (await documentOf(test, batch.ref)).provenance
    expect(diary).toMatchObject([{ kind: 'packing', details: { quantity: 1, unit: 'tấn' } }])
    expect(other.ref).not.toBe(batch.ref)
  })

  it('leaves alone what was packed long before it', async () => {
    const { record, document, batch } = await packed()
    const before = await document()
    await record({}, { happenedOn: '2026-06-14' })
    expect(await document()).toEqual(before)
    expect(batch.ref).toBe(before.provenance.ref)
  })
})
