import { describe, expect, it } from 'vitest'
import { noticeListSchema } from '../../../worker/routes/public/notices/contract.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeOrganisation, makeRun, makeSite, unique } from '../../support/factories.ts'
import { decide as decideIn, laterContext as laterContextOf, latestAt } from './notices-support.ts'
import { type Json, publicApp } from './support.ts'

const database = freshDatabase()
const laterContext = async () => laterContextOf((await database).db)
const decide = async (input: Parameters<typeof decideIn>[1]) => decideIn((await database).db, input)

async function newest(limit: number): Promise<Json[]> {
  const { db } = await database
  const { body } = await publicApp(db).askJson('/api/v1/notices')
  expect(noticeListSchema.parse(body)).toEqual(body)
  return body.items.slice(0, limit)
}

describe('GET /api/v1/notices', () => {
  it('tells suspensions, revocations, cancellations and returns, newest first, and no grants', async () => {
    const made = await makeCode(await laterContext())
    await decide({
      codeId: made.id,
      status: 'suspended',
      effectiveOn: '2026-06-01',
      documentNo: '7/TB',
    })
    await decide({ codeId: made.id, status: 'active', effectiveOn: '2026-06-05' })
    await decide({ codeId: made.id, status: 'revoked', effectiveOn: '2026-06-07' })
    await decide({ codeId: made.id, status: 'cancelled', effectiveOn: '2026-06-09' })
    const items = await newest(4)
    expect(items.map((item) => item.kind)).toEqual([
      'cancellation',
      'revocation',
      'restoration',
      'suspension',
    ])
    expect(items[3]).toMatchObject({
      on: '2026-06-01',
      subject: { text: made.code, href: `/codes/${made.code}` },
      market: 'CHN',
      documentNo: '7/TB',
      withdrawnAt: null,
      text: {
        vi: `Mã số vùng trồng ${made.code} bị tạm dừng cho thị trường Trung Quốc từ ngày 01/06/2026. Theo văn bản số 7/TB.`,
      },
    })
    const { body } = await publicApp((await database).db).askJson('/api/v1/notices')
    const grants = body.items.filter(
      (item: Json) => item.subject.text === made.code && item.on === '2025-01-01',
    )
    expect(grants).toEqual([])
  })

  it('quotes the authority’s own words in each language', async () => {
    const made = await makeCode(await laterContext())
    const wording = { vi: 'Phát hiện rệp sáp', en: 'Mealybug found', zh: '发现粉蚧' }
    await decide({ codeId: made.id, status: 'suspended', wording })
    const [item] = await newest(1)
    expect(item.text.vi).toContain('“Phát hiện rệp sáp”')
    expect(item.text.en).toContain('“Mealybug found”')
    expect(item.text.zh).toContain('“发现粉蚧”')
  })

  it('lets a correction take the place of a mistake, and shows a mistake taken back as such', async () => {
    const replaced = await makeCode(await laterContext())
    const wrongDay = await decide({
      codeId: replaced.id,
      status: 'suspended',
      effectiveOn: '2026-05-01',
    })
    await decide({
      codeId: replaced.id,
      status: 'suspended',
      effectiveOn: '2026-05-11',
      amendsId: wrongDay,
    })
    const takenBack = await makeCode(await laterContext())
    const wrong = await decide({ codeId: takenBack.id, status: 'revoked' })
    await decide({ codeId: takenBack.id, status: 'active', amendsId: wrong })
    const items = await newest(2)
    expect(items.map((item) => [item.subject.text, item.kind, item.on])).toEqual([
      [takenBack.code, 'revocation', '2026-06-10'],
      [replaced.code, 'suspension', '2026-05-11'],
    ])
    expect(items[0].withdrawnAt).toBe(new Date(latestAt()).toISOString())
    expect(items[0].text.vi).toContain('đã được rút lại ngày 15/06/2026')
    expect(items[1].withdrawnAt).toBeNull()
  })

  it('keeps a return to active in sight when it is corrected', async () => {
    const moved = await makeCode(await laterContext())
    await decide({ codeId: moved.id, status: 'suspended', effectiveOn: '2026-05-01' })
    const back = await decide({ codeId: moved.id, status: 'active', effectiveOn: '2026-05-20' })
    await decide({ codeId: moved.id, status: 'active', effectiveOn: '2026-05-25', amendsId: back })
    const [later, suspension] = await newest(2)
    expect(later).toMatchObject({ kind: 'restoration', on: '2026-05-25', withdrawnAt: null })
    expect(suspension).toMatchObject({ kind: 'suspension', subject: { text: moved.code } })

    const undone = await makeCode(await laterContext())
    await decide({ codeId: undone.id, status: 'suspended', effectiveOn: '2026-05-01' })
    const tooSoon = await decide({ codeId: undone.id, status: 'active', effectiveOn: '2026-05-20' })
    await decide({
      codeId: undone.id,
      status: 'none',
      effectiveOn: '2026-05-20',
      amendsId: tooSoon,
    })
    const [taken] = await newest(1)
    expect(taken).toMatchObject({ kind: 'restoration', on: '2026-05-20' })
    expect(taken.withdrawnAt).toBe(new Date(latestAt()).toISOString())

    const worse = await makeCode(await laterContext())
    await decide({ codeId: worse.id, status: 'suspended', effectiveOn: '2026-05-01' })
    const wrong = await decide({ codeId: worse.id, status: 'active', effectiveOn: '2026-05-20' })
    await decide({
      codeId: worse.id,
      status: 'revoked',
      effectiveOn: '2026-05-20',
      amendsId: wrong,
    })
    const items = await newest(2)
    expect(items.map(({ kind }: Json) => kind)).toEqual(['revocation', 'suspension'])
  })

  it('tells a recall of a batch and of a range of labels, and a recall that was withdrawn', async () => {
    const { batch } = await makeRun(await laterContext())
    await recallBatch({
      ctx: await laterContext(),
      input: { ref: batch.ref, reason: 'Dư lượng thuốc' },
    })
    const other = await makeRun(await laterContext())
    const range = {
      runId: other.run.id,
      from: 3,
      to: 5,
      kind: 'recalled',
      reason: 'Nội bộ',
    } as const
    await voidLabels({ ctx: await laterContext(), input: range })
    const [part, whole] = await newest(2)
    expect(part).toMatchObject({
      kind: 'recall',
      subject: { text: other.batch.ref, href: `/b/${other.batch.ref}` },
    })
    expect(part.text.vi).toContain('tem số 3 đến 5')
    expect(JSON.stringify(part)).not.toContain('Nội bộ')
    expect(whole).toMatchObject({ kind: 'recall', market: null, withdrawnAt: null })
    expect(whole.text.vi).toContain('“Dư lượng thuốc”')
    await recallBatch({
      ctx: await laterContext(),
      input: { ref: batch.ref, reason: 'Đã xét nghiệm lại', withdraw: true },
    })
    const [still, withdrawn] = await newest(2)
    expect(still.subject.text).toBe(other.batch.ref)
    expect(withdrawn.withdrawnAt).toBe(new Date(latestAt()).toISOString())
  })

  it('tells of lost and voided labels nothing', async () => {
    const { batch, run } = await makeRun(await laterContext())
    for (const kind of ['void', 'lost', 'stolen'] as const) {
      await voidLabels({
        ctx: await laterContext(),
        input: { runId: run.id, from: 1, to: 1, kind, reason: 'x' },
      })
    }
    const { body } = await publicApp((await database).db).askJson('/api/v1/notices')
    expect(body.items.filter((item: Json) => item.subject.text === batch.ref)).toEqual([])
  })

  it('calls the garden of a household that did not agree by its kind', async () => {
    const ctx = await laterContext()
    const { id, name } = await makeOrganisation(ctx, {
      kind: 'household',
      name: `Lê Văn Kín ${unique()}`,
    })
    const site = await makeSite(ctx, { organisationId: id, name: `Vườn ${name}` })
    const made = await makeCode(ctx, { siteId: site.id })
    await decide({ codeId: made.id, status: 'suspended' })
    const [item] = await newest(1)
    expect(item.name).toBe('Vùng trồng')
    expect(JSON.stringify(item)).not.toContain('Kín')
  })
})
