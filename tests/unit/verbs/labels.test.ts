import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { batchDocument, batch as batchTable, labelRun } from '../../../db/schema/index.ts'
import { verifyLabel } from '../../../worker/domain/label/jws.ts'
import { readLabelText } from '../../../worker/domain/label/parse-label.ts'
import type { BatchDocument } from '../../../worker/domain/standing/batch-document.ts'
import { updateBatch } from '../../../worker/verbs/batches/update-batch.ts'
import { publicKeySet } from '../../../worker/verbs/keys/public-key-set.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeBatch, makeCode, makeContext, makeProduct, makeRun } from '../../support/factories.ts'

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
      const { label } = readLabelText(url)
      if (label === null) throw new Error('not a label')
      expect(url.startsWith('HTTPS://TEM.EXAMPLE.VN/')).toBe(true)
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
    const { id: productId, organisationId: holderId } = await makeProduct(ctx)
    const areas = [
      (await makeCode(ctx, { holderId })).code,
      (await makeCode(ctx, { holderId })).code,
      (await makeCode(ctx, { holderId })).code,
    ]
    const growingAreas = [...areas].reverse()
    const { run } = await makeRun(ctx, {
      batch: { productId, growingAreas, packingHouse: null },
      count: 1,
    })
    const [label] = await collectLabels(await reprint({ ctx, input: { runId: run.id } }))
    expect(label?.url.endsWith(`/1/${[...areas].sort().join('+')}/-`)).toBe(true)
  })
})

describe('a fall back to compact', () => {
  const cases = {
    'no code at all': async () => ({ growingAreas: [], packingHouse: null, markets: ['VNM'] }),
    'more than three growing areas': async () => {
      const ctx = makeContext(test.db)
      const { id: productId, organisationId: holderId } = await makeProduct(ctx)
      const made = await Promise.all([1, 2, 3, 4].map(() => makeCode(ctx, { holderId })))
      return { productId, growingAreas: made.map(({ code }) => code) }
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
