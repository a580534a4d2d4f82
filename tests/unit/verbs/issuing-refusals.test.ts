import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { batch as batchTable, labelRun } from '../../../db/schema/index.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeContext,
  makeDiaryEvent,
  makeOrganisation,
  makeProduct,
  makeRun,
  setStatus,
} from '../../support/factories.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await freshDatabase()
  await rotateKey({ ctx: makeContext(test.db), input: {} })
})

const storedBatch = async (id: string) =>
  (await test.db.select().from(batchTable).where(eq(batchTable.id, id)))[0]

const storedRuns = (batchId: string) =>
  test.db.select().from(labelRun).where(eq(labelRun.batchId, batchId)).orderBy(labelRun.fromSerial)

describe('issuing refuses', () => {
  it('a batch without a packing day, and leaves it open', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx, { packedOn: null, expiresOn: null, harvestedOn: [] })
    const issuing = issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
    await expect(issuing).rejects.toMatchObject({ code: 'batch_incomplete' })
    expect((await storedBatch(batch.id))?.sealedAt).toBeNull()
  })

  it('a growing area suspended when the goods were packed', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx, { markets: ['CHN'] })
    const change = {
      codeId: batch.area.id,
      market: 'CHN',
      status: 'suspended',
      effectiveOn: '2026-06-10',
    } as const
    await setStatus(ctx, change)
    const issuing = issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
    await expect(issuing).rejects.toMatchObject({
      code: 'standing_stop',
      errors: [{ path: 'growing_area_not_active_when_packed' }],
    })
    expect(await storedRuns(batch.id)).toHaveLength(0)
  })

  it('not an area suspended after packing, which is only something to know', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx, { markets: ['CHN'] })
    const change = {
      codeId: batch.area.id,
      market: 'CHN',
      status: 'suspended',
      effectiveOn: '2026-06-11',
    } as const
    await setStatus(ctx, change)
    const { run } = await issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
    expect(run.toSerial).toBe(1)
  })

  it('goods past their date, recalled or annulled', async () => {
    const ctx = makeContext(test.db)
    const expired = await makeBatch(ctx, { expiresOn: '2026-06-14' })
    const recalled = await makeBatch(ctx)
    await recallBatch({ ctx, input: { ref: recalled.ref, reason: 'Dư lượng vượt mức' } })
    const annulled = await makeBatch(ctx)
    await annulBatch({ ctx, input: { ref: annulled.ref, reason: 'Ghi nhầm' } })
    for (const [batch, path] of [
      [expired, 'batch_expired'],
      [recalled, 'batch_recalled'],
      [annulled, 'label_void'],
    ] as const) {
      const issuing = issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
      await expect(issuing).rejects.toMatchObject({ code: 'standing_stop', errors: [{ path }] })
    }
  })

  it('a harvest before the waiting period of a spray had passed', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx)
    await makeDiaryEvent(ctx, {
      siteId: batch.area.siteId,
      kind: 'plant_protection',
      occurredOn: '2026-06-03',
      details: { product: 'Thuốc thử', intervalDays: 7 },
    })
    const issuing = issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
    await expect(issuing).rejects.toMatchObject({
      code: 'standing_stop',
      errors: [{ path: 'pre_harvest_interval_breached' }],
    })
  })

  it('gs1 labels of a product without a GTIN', async () => {
    const ctx = makeContext(test.db)
    const { id: organisationId } = await makeOrganisation(ctx)
    const { id: productId } = await makeProduct(ctx, { organisationId })
    await test.db.run(`UPDATE product SET gtin = NULL WHERE id = '${productId}'`)
    const batch = await makeBatch(ctx, { productId })
    const issuing = issueLabels({ ctx, input: { ref: batch.ref, count: 1, profile: 'gs1' } })
    await expect(issuing).rejects.toMatchObject({ code: 'batch_incomplete' })
  })

  it('neither or both of a count and the whole batch', async () => {
    const ctx = makeContext(test.db)
    const { ref } = await makeBatch(ctx)
    for (const given of [
      {},
      { count: 2, wholeBatch: true as const },
      { count: 0 },
      { count: 1.5 },
    ]) {
      const issuing = issueLabels({ ctx, input: { ref, ...given } })
      await expect(issuing).rejects.toMatchObject({ code: 'invalid_input' })
    }
  })

  it('a token without the scope, and hides batches of other organisations from one', async () => {
    const owner = makeContext(test.db)
    const { batch, run } = await makeRun(owner)
    const token = { kind: 'token', tokenId: 't', name: 't' } as const
    const scopes = ['labels:issue', 'labels:void', 'recalls:write', 'batches:write'] as const
    const other = makeContext(test.db, { actor: { ...token, organisationId: 'another', scopes } })
    const own = makeContext(test.db, {
      actor: { ...token, organisationId: batch.organisationId, scopes: [] },
    })
    const input = { ref: batch.ref, count: 1 }
    await expect(issueLabels({ ctx: own, input })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(issueLabels({ ctx: other, input })).rejects.toMatchObject({ code: 'not_found' })
    await expect(reprint({ ctx: other, input: { runId: run.id } })).rejects.toMatchObject({
      code: 'not_found',
    })
    const voiding = voidLabels({ ctx: other, input: { runId: run.id, reason: 'x' } })
    await expect(voiding).rejects.toMatchObject({ code: 'not_found' })
    const recalling = recallBatch({ ctx: other, input: { ref: batch.ref, reason: 'x' } })
    await expect(recalling).rejects.toMatchObject({ code: 'not_found' })
  })
})
