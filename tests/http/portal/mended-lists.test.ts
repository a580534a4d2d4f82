import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { batch, diaryEvent, importRun, organisation, upload } from '../../../db/schema/index.ts'
import type { ImportPreviewModel, ImportRunModel } from '../../../site/models/imports.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeCode, makeContext } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let test: TestDatabase
let person: Person
let app: PortalApp
let ownName: string

beforeEach(async () => {
  test = await freshDatabase()
  person = await makePerson(test.db, 'producer')
  app = portalApp(test.db, person)
  const [own] = await test.db
    .select()
    .from(organisation)
    .where(eq(organisation.id, person.organisationId))
  ownName = own?.name ?? ''
})

async function runJobs(): Promise<void> {
  await runDueJobs(app.deps, { endBy: app.deps.now() + 3_600_000 })
}

async function preview(path: string): Promise<ImportPreviewModel> {
  await runJobs()
  return (await app.get(path)).model as ImportPreviewModel
}

async function handIn(kind: string, lines: readonly string[]): Promise<string> {
  const file = new File([lines.join('\n')], 'cua-toi.csv')
  const { location } = await app.post('/portal/imports/new', { kind, file })
  await runJobs()
  return location ?? ''
}

type Sent = { cell: string; was: string; text: string }

/** The whole form as a browser sends it, with some texts written anew. */
function sent({ mend }: ImportPreviewModel, texts: Readonly<Record<string, string>>): Sent[] {
  return (mend?.cells ?? []).map(({ cell, was, text }) => ({
    ...{ cell, was },
    text: texts[cell] ?? text,
  }))
}

async function send(path: string, cells: readonly Sent[], by = app) {
  app.wait(1_000)
  const body = new URLSearchParams()
  for (const { cell, was, text } of cells) {
    for (const [name, value] of Object.entries({ sheet: 'cua-toi', cell, was, text })) {
      body.append(name, value)
    }
  }
  const headers = { 'sec-fetch-site': 'same-origin' }
  return by.ask(`${path}/mend`, { method: 'POST', headers, body })
}

const totals = ({ report }: ImportPreviewModel) => report?.totals.map(({ count }) => count)
async function mendsKept(): Promise<unknown> {
  const [kept] = await test.db.select().from(upload)
  return JSON.parse(JSON.stringify(kept?.options ?? {})).mends
}

const BATCH_HEAD = 'Mã lô;Tên sản phẩm;Nhà sản xuất;Ngày đóng gói;Số lượng;Đơn vị tính'
const batches = () => [
  BATCH_HEAD,
  `A1;Xoài;${ownName};31/02/2026;500;kg`,
  `A2;Xoài;${ownName};10/06/2026;nhiều;kg`,
  'A3;Xoài;Ai Đó;10/06/2026;500;kg',
  `A4;Xoài;${ownName};10/06/2026;500;kg`,
]

describe('refused cells', () => {
  it('of a list of batches are mended on the screen, undone and stored as they were shown', async () => {
    const path = await handIn('batches', batches())
    const before = await preview(path)
    expect(totals(before)).toEqual(['1', '0', '0', '3'])
    expect(before.mend?.cells.map(({ label, text }) => [label, text])).toEqual([
      ['Dòng 2, Ngày đóng gói (ô D2)', '31/02/2026'],
      ['Dòng 3, Số lượng (ô E3)', 'nhiều'],
      ['Dòng 4, Nhà sản xuất (ô C4)', 'Ai Đó'],
    ])
    for (const { reasons } of before.mend?.cells ?? []) expect(reasons).toHaveLength(1)
    // Decomposed, as some keyboards write, and with blanks around it.
    const texts = { D2: ' 28/02/2026 ', E3: '1.200,5', C4: ownName.normalize('NFD') }
    expect((await send(path, sent(before, texts))).location).toBe(path)
    const after = await preview(path)
    expect([totals(after), after.mend]).toEqual([['4', '0', '0', '0'], null])
    expect(after.mended?.cells.map(({ text }) => text)).toEqual([
      'Sửa trên màn hình: ô D2 từ “31/02/2026” thành “28/02/2026”.',
      'Sửa trên màn hình: ô E3 từ “nhiều” thành “1.200,5”.',
      `Sửa trên màn hình: ô C4 từ “Ai Đó” thành “${ownName}”.`,
    ])
    app.wait(1_000)
    await app.post(`${path}/unmend`, { sheet: 'cua-toi', cell: 'E3' })
    const undone = await preview(path)
    expect(totals(undone)).toEqual(['3', '0', '0', '1'])
    expect(undone.mend?.cells.map(({ cell, text }) => [cell, text])).toEqual([['E3', 'nhiều']])
    await app.post(path, {})
    await runJobs()
    const stored = await test.db.select().from(batch).orderBy(batch.lot)
    expect(stored.map(({ lot, packedOn }) => [lot, packedOn])).toEqual([
      ['A1', '2026-02-28'],
      ['A3', '2026-06-10'],
      ['A4', '2026-06-10'],
    ])
    const run = (await app.get(path.replace('/uploads/', '/'))).model as ImportRunModel
    expect(run.report?.totals.map(({ count }) => count)).toEqual(['3', '0', '0', '1'])
    expect(run.mended).toMatchObject({
      undoAction: null,
      cells: [{ cell: 'D2' }, { cell: 'C4' }],
    })
    const [noted] = await test.db.select().from(importRun)
    expect(noted?.report).toMatchObject({
      mended: [
        { sheet: 'cua-toi', cell: 'D2', before: '31/02/2026', after: '28/02/2026' },
        { sheet: 'cua-toi', cell: 'C4', before: 'Ai Đó', after: ownName },
      ],
    })
    // What was confirmed is mended no more.
    expect((await send(path, sent(undone, { E3: '7' }))).status).toBe(409)
    const late = await app.post(`${path}/unmend`, { sheet: 'cua-toi', cell: 'D2' })
    expect(late.status).toBe(409)
  })

  it('of a diary are mended one after another, a stale form taking back none', async () => {
    const { code } = await makeCode(makeContext(test.db), { holderId: person.organisationId })
    const foreign = await makeCode(makeContext(test.db))
    const path = await handIn('diary', [
      'Mã số vùng trồng;Ngày;Công việc;Số lượng;Đơn vị tính',
      `${code};hôm kia;Thu hoạch;100;kg`,
      `${foreign.code};01/06/2026;Thu hoạch;100;kg`,
      `${code};02/06/2026;Thu hoạch;nhiều lắm;kg`,
    ])
    const first = await preview(path)
    expect(first.mend?.cells.map(({ cell }) => cell)).toEqual(['B2', 'A3', 'D4'])
    await send(path, sent(first, { B2: '03/06/2026' }))
    await preview(path)
    // The page from before, still in the browser: what it does not touch stays mended.
    await send(path, sent(first, { A3: code, D4: '90' }))
    const last = await preview(path)
    expect([totals(last), last.mend]).toEqual([['3', '0', '0', '0'], null])
    await app.post(path, {})
    await runJobs()
    const stored = await test.db.select().from(diaryEvent)
    expect(stored.map(({ occurredOn }) => occurredOn).sort()).toEqual([
      '2026-06-01',
      '2026-06-02',
      '2026-06-03',
    ])
  })

  it('are those at fault, not the key of their row', async () => {
    const path = await handIn('batches', [
      BATCH_HEAD,
      `A1;Xoài;${ownName};10/06/2026;2.000.000.000;kg`,
      `A2;Xoài;${ownName};10/06/2026;5;kg`,
      `A2;Xoài;${ownName};11/06/2026;5;kg`,
    ])
    const { mend } = await preview(path)
    expect(mend?.cells.map(({ cell, was }) => [cell, was])).toEqual([
      ['E2', '2.000.000.000'],
      ['A4', 'A2'],
    ])
  })

  it('are mended by who handed the list in alone', async () => {
    const path = await handIn('batches', batches())
    const cells = sent(await preview(path), { E3: '5' })
    const colleague = await makePerson(test.db, 'packer', { organisationId: person.organisationId })
    for (const by of [await makePerson(test.db, 'producer'), colleague]) {
      const other = portalApp(test.db, by)
      expect((await other.get(path)).status).toBe(404)
      const posted = await send(path, cells, other)
      const undone = await other.post(`${path}/unmend`, { sheet: 'cua-toi', cell: 'E3' })
      expect([posted.status, undone.status]).toEqual([404, 404])
    }
    expect(await mendsKept()).toBeUndefined()
  })

  it('keep what was typed where it cannot be: too many, too long, several lines, another cell', async () => {
    const path = await handIn('batches', batches())
    const cells = sent(await preview(path), {})
    const typed = (cell: string, text: string): Sent => ({ cell, was: '', text })
    const refusals: readonly (readonly [readonly Sent[], string])[] = [
      [Array.from({ length: 201 }, (_, i) => typed(`A${i + 2}`, 'x')), 'nhiều nhất 200 ô'],
      [[typed('D2', 'x'.repeat(501))], 'Ô D2: dài quá 500 ký tự'],
      [[typed('D2', '1\n2')], 'Ô D2: chỉ ghi một dòng'],
      [[typed('A1', 'Mã khác')], 'Ô A1 không nằm trong'],
      [cells, 'Chưa sửa ô nào'],
    ]
    for (const [wrong, sentence] of refusals) {
      const { status, model } = await send(path, wrong)
      const { form, mend } = model as ImportPreviewModel
      expect([status, form.errors['mend']]).toEqual([400, expect.stringContaining(sentence)])
      const own = wrong.find(({ cell }) => cell === 'D2')
      if (own !== undefined) expect(mend?.cells[0]?.text).toContain(own.text.slice(0, 1))
    }
    expect(await mendsKept()).toBeUndefined()
  })

  it('stay mended when a list is read again, and are mended once by two clicks', async () => {
    const path = await handIn('batches', batches())
    const cells = sent(await preview(path), { E3: '5' })
    const statuses = [(await send(path, cells)).status, (await send(path, cells)).status]
    expect(statuses.filter((status) => status !== 303 && status !== 409)).toEqual([])
    await preview(path)
    app.wait(1_000)
    await app.post(`${path}/again`, {})
    await preview(path)
    app.wait(1_000)
    await app.post(`${path}/choice`, { about: 'nothing' })
    const read = await preview(path)
    expect(totals(read)).toEqual(['2', '0', '0', '2'])
    expect(await mendsKept()).toEqual([{ sheet: 'cua-toi', cell: 'E3', text: '5' }])
  })
})
