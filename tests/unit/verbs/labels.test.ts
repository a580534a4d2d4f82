import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchDocument, batch as batchTable, labelRun } from '../../../db/schema/index.ts'
import { verifyLabel } from '../../../worker/domain/label/jws.ts'
import { readLabelText } from '../../../worker/domain/label/parse-label.ts'
import type { BatchDocument } from '../../../worker/domain/standing/batch-document.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { updateBatch } from '../../../worker/verbs/batches/update-batch.ts'
import { publicKeySet } from '../../../worker/verbs/keys/public-key-set.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { withdrawException } from '../../../worker/verbs/labels/withdraw-exception.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
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

describe('serials', () => {
  it('go on after the last run of the batch, whatever the profile', async () => {
    const ctx = makeContext(test.db)
    const { batch, run } = await makeRun(ctx, { count: 10 })
    const next = await issueLabels({ ctx, input: { ref: batch.ref, count: 5, profile: 'compact' } })
    expect([run.fromSerial, run.toSerial]).toEqual([1, 10])
    expect([next.run.fromSerial, next.run.toSerial]).toEqual([11, 15])
  })

  it('are never shared by runs issued at once', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx)
    const counts = [3, 1, 7, 2, 5, 4]
    await Promise.all(counts.map((count) => issueLabels({ ctx, input: { ref: batch.ref, count } })))
    const runs = await storedRuns(batch.id)
    expect(runs).toHaveLength(counts.length)
    let last = 0
    for (const run of runs) {
      expect(run.fromSerial).toBe(last + 1)
      last = run.toSerial
    }
    expect(last).toBe(22)
  })

  it('of gs1 go on across the batches of a GTIN', async () => {
    const ctx = makeContext(test.db)
    const { id: productId, gtin } = await makeProduct(ctx)
    const first = await makeRun(ctx, { batch: { productId }, profile: 'gs1', count: 4 })
    const second = await makeRun(ctx, { batch: { productId }, profile: 'gs1', count: 2 })
    expect(second.run).toMatchObject({ unitSpace: `01/${gtin}`, fromSerial: 5, toSerial: 6 })
    expect(first.run.toSerial).toBe(4)
    const [label] = await collectLabels(await reprint({ ctx, input: { runId: second.run.id } }))
    expect(label?.url.endsWith(`/01/${gtin}/10/${second.ref}/21/5`)).toBe(true)
  })

  it('never pass eight digits', async () => {
    const ctx = makeContext(test.db)
    const { batch } = await makeRun(ctx, { count: 99_999_990 })
    const tooMany = issueLabels({ ctx, input: { ref: batch.ref, count: 10 } })
    await expect(tooMany).rejects.toMatchObject({ code: 'conflict' })
    const rest = await issueLabels({ ctx, input: { ref: batch.ref, count: 9 } })
    expect(rest.run.toSerial).toBe(99_999_999)
  })

  it('of a whole batch are 0, share one URL and come in copies', async () => {
    const ctx = makeContext(test.db)
    for (const profile of ['compact', 'full', 'gs1'] as const) {
      const { run, batch } = await makeRun(ctx, { wholeBatch: true, copies: 3, profile })
      const labels = await collectLabels(await reprint({ ctx, input: { runId: run.id } }))
      expect(run).toMatchObject({ fromSerial: 0, toSerial: 0, copies: 3 })
      expect(labels).toHaveLength(3)
      expect(new Set(labels.map(({ url }) => url)).size).toBe(1)
      const subject = readLabelText(labels[0]?.url ?? '').label?.subject
      expect(subject).toMatchObject({ profile, ref: batch.ref, serial: 0 })
    }
  })
})

describe('the labels made', () => {
  it('verify under the published key and say exactly what was declared', async () => {
    const ctx = makeContext(test.db)
    const { run, batch } = await makeRun(ctx, { count: 3 })
    const labels = await collectLabels(await reprint({ ctx, input: { runId: run.id } }))
    const jwk = (await publicKeySet(test.db)).keys.find(({ kid }) => kid === run.kid)
    const key = await crypto.subtle.importKey('jwk', { ...jwk }, 'Ed25519', false, ['verify'])
    expect(labels.map(({ serial }) => serial)).toEqual([1, 2, 3])
    for (const { serial, url } of labels) {
      const { host, label } = readLabelText(url)
      if (label === null) throw new Error('not a label')
      expect(host).toBe('TEM.EXAMPLE.VN')
      expect(await verifyLabel(label, key)).toBe(true)
      expect(label.subjectText).toBe(
        `B/${batch.ref}/${serial}/${batch.area.code}/${batch.house.code}`,
      )
    }
  })

  it('are the same byte for byte in part and in whole, across chunks', async () => {
    const ctx = makeContext(test.db)
    const { run } = await makeRun(ctx, { count: 1_200 })
    const whole = await collectLabels(await reprint({ ctx, input: { runId: run.id } }))
    const part = await collectLabels(
      await reprint({ ctx, input: { runId: run.id, from: 500, to: 1_100 } }),
    )
    expect(whole.map(({ serial }) => serial)).toEqual(
      Array.from({ length: 1_200 }, (_, i) => i + 1),
    )
    expect(part).toEqual(whole.slice(499, 1_100))
  })

  it('write several growing areas in ascending order', async () => {
    const ctx = makeContext(test.db)
    const areas = [
      (await makeCode(ctx)).code,
      (await makeCode(ctx)).code,
      (await makeCode(ctx)).code,
    ]
    const growingAreas = [...areas].reverse()
    const { run } = await makeRun(ctx, { batch: { growingAreas, packingHouse: null }, count: 1 })
    const [label] = await collectLabels(await reprint({ ctx, input: { runId: run.id } }))
    expect(label?.url.endsWith(`/1/${[...areas].sort().join('+')}/-`)).toBe(true)
  })
})

describe('a fall back to compact', () => {
  const cases = {
    'no code at all': async () => ({ growingAreas: [], packingHouse: null, markets: ['VNM'] }),
    'more than three growing areas': async () => {
      const ctx = makeContext(test.db)
      const codes = await Promise.all([1, 2, 3, 4].map(async () => (await makeCode(ctx)).code))
      return { growingAreas: codes }
    },
  }
  for (const [name, given] of Object.entries(cases)) {
    it(`happens with ${name}, and is said`, async () => {
      const ctx = makeContext(test.db)
      const { run, fallback } = await makeRun(ctx, { batch: await given(), count: 2 })
      expect(run.profile).toBe('compact')
      expect(fallback).toMatchObject({ from: 'full', to: 'compact' })
      expect(fallback?.reason.vi).toMatch(/compact/)
    })
  }

  it('does not happen, and nothing is said, where full fits', async () => {
    const { run, fallback } = await makeRun(makeContext(test.db))
    expect([run.profile, fallback]).toEqual(['full', null])
  })
})

describe('the first run', () => {
  it('seals the batch and writes its document in the same stroke', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx)
    expect((await storedBatch(batch.id))?.sealedAt).toBeNull()
    const { run } = await issueLabels({ ctx, input: { ref: batch.ref, count: 1 } })
    expect((await storedBatch(batch.id))?.sealedAt).toBe(run.createdAt)
    const [row] = await test.db.select().from(batchDocument).where(eq(batchDocument.ref, batch.ref))
    const document = JSON.parse(row?.document ?? '') as BatchDocument
    expect(document).toMatchObject({
      version: 1,
      batchId: batch.id,
      provenance: { ref: batch.ref },
    })
  })

  it('makes every declared fact refuse to change', async () => {
    const ctx = makeContext(test.db)
    const { batch } = await makeRun(ctx)
    const changing = updateBatch({ ctx, input: { ref: batch.ref, changes: { lot: 'KHÁC' } } })
    await expect(changing).rejects.toMatchObject({ code: 'batch_sealed' })
    const behindTheVerb = test.db
      .update(batchTable)
      .set({ packedOn: '2026-01-01' })
      .where(eq(batchTable.id, batch.id))
    await expect(behindTheVerb).rejects.toThrow()
  })

  it('carries what was changed up to the last moment before it', async () => {
    const ctx = makeContext(test.db)
    const batch = await makeBatch(ctx)
    const input = { ref: batch.ref, count: 1 }
    const outcomes = await Promise.allSettled([
      updateBatch({ ctx, input: { ref: batch.ref, changes: { lot: 'MỚI' } } }),
      issueLabels({ ctx, input }),
      updateBatch({ ctx, input: { ref: batch.ref, changes: { lot: 'MỚI HƠN' } } }),
    ])
    expect(outcomes[1]?.status).toBe('fulfilled')
    const [row] = await test.db.select().from(batchDocument).where(eq(batchDocument.ref, batch.ref))
    const document = JSON.parse(row?.document ?? '') as BatchDocument
    expect(document.provenance.lot).toBe((await storedBatch(batch.id))?.lot)
  })
})

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

describe('exceptions', () => {
  it('leave voided, lost and stolen labels out of a reprint, and name them', async () => {
    const ctx = makeContext(test.db)
    const { run } = await makeRun(ctx, { count: 20 })
    await voidLabels({
      ctx,
      input: { runId: run.id, from: 3, to: 5, kind: 'void', reason: 'Rách' },
    })
    await voidLabels({
      ctx,
      input: { runId: run.id, from: 5, to: 8, kind: 'stolen', reason: 'Mất cắp' },
    })
    await voidLabels({
      ctx,
      input: { runId: run.id, from: 20, to: 20, kind: 'lost', reason: 'Rơi' },
    })
    const made = await reprint({ ctx, input: { runId: run.id, from: 2, to: 20 } })
    expect(made.skipped).toEqual([
      { from: 3, to: 5, kind: 'void' },
      { from: 5, to: 8, kind: 'stolen' },
      { from: 20, to: 20, kind: 'lost' },
    ])
    const serials = (await collectLabels(made)).map(({ serial }) => serial)
    expect(serials).toEqual([2, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
    expect(made.total).toBe(serials.length)
  })

  it('refuse a reprint of nothing but voided labels, or of a recalled batch', async () => {
    const ctx = makeContext(test.db)
    const { run, batch } = await makeRun(ctx)
    await voidLabels({ ctx, input: { runId: run.id, from: 2, to: 4, reason: 'Rách' } })
    const voided = reprint({ ctx, input: { runId: run.id, from: 3, to: 4 } })
    await expect(voided).rejects.toMatchObject({ code: 'conflict' })
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Thu hồi' } })
    await expect(reprint({ ctx, input: { runId: run.id } })).rejects.toMatchObject({
      code: 'conflict',
    })
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Nhầm', withdraw: true } })
    expect((await reprint({ ctx, input: { runId: run.id } })).total).toBe(7)
  })

  it('are taken back once, by a row that points at them', async () => {
    const ctx = makeContext(test.db)
    const { run } = await makeRun(ctx)
    const { id } = await voidLabels({ ctx, input: { runId: run.id, reason: 'Nhầm' } })
    const input = { exceptionId: id, reason: 'Tìm thấy' }
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map(() => withdrawException({ ctx, input })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await reprint({ ctx, input: { runId: run.id } })).skipped).toEqual([])
  })

  it('never take back the annulment of a batch', async () => {
    const ctx = makeContext(test.db)
    const { batch } = await makeRun(ctx)
    const { id } = await annulBatch({ ctx, input: { ref: batch.ref, reason: 'Sai' } })
    const withdrawing = withdrawException({ ctx, input: { exceptionId: id, reason: 'x' } })
    await expect(withdrawing).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      annulBatch({ ctx, input: { ref: batch.ref, reason: 'Sai' } }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('refuse a range that leaves the run', async () => {
    const ctx = makeContext(test.db)
    const { run } = await makeRun(ctx, { count: 5 })
    for (const range of [{ from: 0 }, { to: 6 }, { from: 4, to: 3 }]) {
      const voiding = voidLabels({ ctx, input: { runId: run.id, reason: 'x', ...range } })
      await expect(voiding).rejects.toMatchObject({ code: 'invalid_input' })
    }
  })
})
