import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { auditLog, batch as batchTable, labelRun } from '../../../db/schema/index.ts'
import { correctDiaryEntry } from '../../../worker/verbs/diary/correct-diary-entry.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeDiaryEvent } from '../../support/factories.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

/** A batch of 1,000 kg whose harvest on its day is on record. */
async function harvested(
  quantity: number,
  unit = 'kg',
  given: Parameters<typeof makeBatch>[1] = {},
) {
  const ctx = makeContext(test.db)
  const batch = await makeBatch(ctx, given)
  const entry = await makeDiaryEvent(ctx, {
    siteId: batch.area.siteId,
    kind: 'harvest',
    occurredOn: '2026-06-09',
    summary: 'Thu hoạch',
    details: { quantity, unit },
  })
  const issue = (confirm: string[] = [], count = 10) =>
    issueLabels({ ctx, input: { ref: batch.ref, count, confirm } })
  return { ctx, batch, entry, issue }
}

const issued = async (action = 'labels.issue') =>
  (await test.db.select().from(auditLog).where(eq(auditLog.action, action))).map(
    ({ after }) => after,
  )

describe('before a batch is sealed', () => {
  it('more kilograms than were harvested are asked about with the figures, and nothing is written', async () => {
    const { batch, issue } = await harvested(800)
    await expect(issue()).rejects.toMatchObject({
      code: 'needs_confirmation',
      questions: [
        {
          code: 'more_than_harvested',
          figures: { quantityKg: 1000, harvestedKg: 800 },
          text: { vi: expect.stringContaining('1.000\u00a0kg') },
        },
      ],
    })
    await expect(issue(['packed_ahead'])).rejects.toMatchObject({ code: 'needs_confirmation' })
    const [row] = await test.db.select().from(batchTable).where(eq(batchTable.ref, batch.ref))
    expect(row?.sealedAt).toBeNull()
    expect(await test.db.select().from(labelRun)).toEqual([])
  })

  it('what is confirmed goes through, and the log says with which figures', async () => {
    const { issue } = await harvested(800)
    await issue(['more_than_harvested'])
    expect(await issued()).toMatchObject([
      { explained: [{ code: 'more_than_harvested', quantityKg: 1000, harvestedKg: 800 }] },
    ])
    // Sealed, it can be mended no more: nobody is asked again.
    await issue()
    expect((await issued())[1]).not.toHaveProperty('explained')
  })

  it('follows the entry as it was corrected', async () => {
    const { ctx, entry, issue } = await harvested(8, 'tạ')
    await expect(issue()).rejects.toMatchObject({ code: 'needs_confirmation' })
    const quantity = { value: 1, unit: 'tấn' }
    await correctDiaryEntry({ ctx, input: { id: entry.id, reason: 'Ghi nhầm', quantity } })
    expect(await issue()).toMatchObject({ warnings: [] })
  })

  it('a packing day to come is asked about', async () => {
    const { issue } = await harvested(2000, 'kg', { packedOn: '2026-06-18' })
    await expect(issue()).rejects.toMatchObject({
      questions: [
        { code: 'packed_ahead', figures: { packedOn: '2026-06-18', today: '2026-06-15' } },
      ],
    })
    expect((await issue(['packed_ahead'])).run.toSerial).toBe(10)
  })

  it('a great number of labels is told and made, counted over all runs', async () => {
    const { issue } = await harvested(2000)
    expect((await issue([], 100_000)).warnings).toEqual([])
    expect((await issue([], 1)).warnings).toMatchObject([
      { code: 'many_labels', figures: { labels: 100_001, most: 100_000 } },
    ])
    expect((await issued())[1]).toMatchObject({
      warnings: [{ code: 'many_labels', labels: 100_001 }],
    })
  })
})
