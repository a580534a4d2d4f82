import { beforeAll, describe, expect, it } from 'vitest'
import { listAllExceptions } from '../../../db/queries/exceptions.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { listExceptions } from '../../../worker/verbs/labels/show-exceptions.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { withdrawException } from '../../../worker/verbs/labels/withdraw-exception.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext, makeRun } from '../../support/factories.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await freshDatabase()
  await rotateKey({ ctx: makeContext(test.db), input: {} })
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
    const rows = await listAllExceptions(test.db, run.batchId)
    const back = rows.filter(({ withdrawn }) => withdrawn)
    expect(back).toHaveLength(1)
    const answered = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
    expect(new Set(answered)).toEqual(new Set([back[0]?.id]))
    expect((await reprint({ ctx, input: { runId: run.id } })).skipped).toEqual([])
  })

  it('are said once: the very same again is answered with what holds', async () => {
    const ctx = makeContext(test.db)
    const { run, batch } = await makeRun(ctx)
    const voiding = () =>
      voidLabels({ ctx, input: { runId: run.id, from: 2, to: 4, reason: 'Rách' } })
    const recalling = (reason = 'Dư lượng') =>
      recallBatch({ ctx, input: { ref: batch.ref, reason } })
    const first = [await voiding(), await recalling()]
    const rows = async () => (await listAllExceptions(test.db, batch.id)).length
    expect([await voiding(), await recalling()]).toEqual(first)
    expect(await rows()).toBe(2)
    // Another range and other words are another thing to say.
    await voidLabels({ ctx, input: { runId: run.id, from: 2, to: 5, reason: 'Rách' } })
    await recalling('Dư lượng thuốc')
    expect(await rows()).toBe(4)
    const back = { ref: batch.ref, reason: 'Nhầm', withdraw: true as const }
    const taken = await recallBatch({ ctx, input: back })
    expect(taken.ids).toHaveLength(2)
    expect(new Set((await recallBatch({ ctx, input: back })).ids)).toEqual(new Set(taken.ids))
    await expect(
      recallBatch({ ctx, input: { ...back, reason: 'Lý do khác' } }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await rows()).toBe(6)
    // What was taken back may be said anew.
    await recalling()
    expect(await rows()).toBe(7)
  })

  it('are said once however many say it at the same moment', async () => {
    const ctx = makeContext(test.db)
    const { batch } = await makeRun(ctx)
    const input = { ref: batch.ref, reason: 'Dư lượng' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => recallBatch({ ctx, input })))
    expect(new Set(answers.flatMap(({ ids }) => ids)).size).toBe(1)
    expect(await listAllExceptions(test.db, batch.id)).toHaveLength(1)
  })

  it('are listed, those that hold or all of them with what took them back', async () => {
    const ctx = makeContext(test.db)
    const { run, batch } = await makeRun(ctx)
    const voided = await voidLabels({ ctx, input: { runId: run.id, reason: 'Rách' } })
    const back = await withdrawException({ ctx, input: { exceptionId: voided.id, reason: 'Nhầm' } })
    const again = await withdrawException({
      ctx,
      input: { exceptionId: voided.id, reason: 'Nhầm' },
    })
    expect(again).toEqual(back)
    const [recalled] = (await recallBatch({ ctx, input: { ref: batch.ref, reason: 'x' } })).ids
    const list = async (all: boolean) =>
      (await listExceptions(ctx, { ref: batch.ref, all })).map((e) => [e.id, e.holds, e.takesBack])
    expect(await list(false)).toEqual([[recalled, true, null]])
    const all = await list(true)
    expect(all).toHaveLength(3)
    expect(all).toContainEqual([voided.id, false, null])
    expect(all).toContainEqual([back.id, false, voided.id])
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
