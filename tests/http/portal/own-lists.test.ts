import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { batch, diaryEvent, organisation } from '../../../db/schema/index.ts'
import type {
  ImportListModel,
  ImportNewModel,
  ImportPreviewModel,
  ImportRunModel,
} from '../../../site/models/imports.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import type { WrittenCell } from '../../../worker/lib/sheet/write/sheet-cells.ts'
import { writeXlsx } from '../../../worker/lib/sheet/write/write-xlsx.ts'
import { toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { ownTemplate } from '../../../worker/verbs/imports/portal/own-template.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeProduct } from '../../support/factories.ts'
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

const handIn = (kind: string, content: string, by = app) =>
  by.post('/portal/imports/new', { kind, file: new File([content], 'cua-toi.csv') })

async function preview(path: string): Promise<ImportPreviewModel> {
  await runDueJobs(app.deps, { endBy: app.deps.now() + 3_600_000 })
  return (await app.get(path)).model as ImportPreviewModel
}

const refusedIn = ({ report }: ImportPreviewModel) => JSON.stringify(report)

async function store(kind: string, content: string): Promise<string> {
  const { location } = await handIn(kind, content)
  const path = location ?? ''
  expect(refusedIn(await preview(path))).not.toBe('null')
  await app.post(path, {})
  await runDueJobs(app.deps, { endBy: app.deps.now() + 3_600_000 })
  return path.replace('/uploads/', '/')
}

function dayOf(text: string) {
  const day = toCalendarDate(text)
  if (day === null) throw new Error(text)
  return day
}

const BATCH_HEAD = 'Mã lô;Tên sản phẩm;Nhà sản xuất;Ngày đóng gói;Số lượng;Đơn vị tính'
const batches = (...rows: string[]) => [BATCH_HEAD, ...rows].join('\n')

describe('producers’ own lists', () => {
  it('offer batches and the diary, never the register of codes', async () => {
    const { model } = await app.get('/portal/imports/new')
    expect((model as ImportNewModel).kinds.map(({ value }) => value)).toEqual(['batches', 'diary'])
    const { location } = await handIn('codes', batches(`A1;Xoài;${ownName};10/06/2026;5;kg`))
    // Taken for what the form asks first.
    await preview(location ?? '')
    expect(await test.db.select().from(batch)).toEqual([])
  })

  it('store batches of one’s own organisation, refuse others’ in words, and can be taken back', async () => {
    const ctx = makeContext(test.db)
    const other = await makeProduct(ctx)
    const [stranger] = await test.db
      .select()
      .from(organisation)
      .where(eq(organisation.id, other.organisationId))
    const list = batches(
      `A1;Xoài;${ownName};10/06/2026;500;kg`,
      `A2;Xoài;${ownName};10/06/2026;500;kg`,
      `B1;Xoài;${stranger?.name};10/06/2026;500;kg`,
    )
    const { location } = await handIn('batches', list)
    expect(refusedIn(await preview(location ?? ''))).toContain('không phải đơn vị của anh/chị')
    const run = await store('batches', list)
    const stored = await test.db.select().from(batch)
    expect(stored.map(({ lot, organisationId }) => [lot, organisationId])).toEqual([
      ['A1', person.organisationId],
      ['A2', person.organisationId],
    ])
    await createKey({ ctx, input: { authority: 'Sở thử nghiệm' } })
    await issueLabels({ ctx, input: { ref: stored[0]?.ref ?? '', count: 1 } })
    await app.post(`${run}/undo`, { reason: 'Nhầm tệp' })
    await runDueJobs(app.deps, { endBy: app.deps.now() + 3_600_000 })
    const left = await test.db.select().from(batch).orderBy(batch.lot)
    expect(left.map(({ annulledAt }) => annulledAt !== null)).toEqual([false, true])
    const { kept } = (await app.get(run)).model as ImportRunModel
    expect(kept).toEqual([expect.stringContaining('đã in tem')])
  })

  it('store the diary of one’s own places alone', async () => {
    const ctx = makeContext(test.db)
    const own = await makeCode(ctx, { holderId: person.organisationId })
    const foreign = await makeCode(ctx)
    const head = 'Mã số vùng trồng;Ngày;Công việc;Số lượng;Đơn vị tính'
    const lines = [own, foreign].map(({ code }) => `${code};01/06/2026;Thu hoạch;100;kg`)
    const run = await store('diary', [head, ...lines].join('\n'))
    const entries = await test.db.select().from(diaryEvent)
    expect(entries.map(({ siteId }) => siteId)).toEqual([own.siteId])
    await app.post(`${run}/undo`, { reason: 'Nhầm tệp' })
    await runDueJobs(app.deps, { endBy: app.deps.now() + 3_600_000 })
    const all = await test.db.select().from(diaryEvent)
    expect(all.map(({ retracts }) => retracts)).toEqual([false, true])
  })

  it('are seen by colleagues and nobody else', async () => {
    const run = await store('batches', batches(`A1;Xoài;${ownName};10/06/2026;500;kg`))
    const colleague = await makePerson(test.db, 'packer', { organisationId: person.organisationId })
    const stranger = await makePerson(test.db, 'producer')
    const seen = async (by: Person) => {
      const other = portalApp(test.db, by)
      const { rows } = (await other.get('/portal/imports')).model as ImportListModel
      return [rows.length, (await other.get(run)).status]
    }
    expect(await seen(colleague)).toEqual([1, 200])
    expect(await seen(stranger)).toEqual([0, 404])
  })

  it('have templates that name what may be chosen, which the reader takes again', async () => {
    const ctx = makeContext(test.db)
    const own = await makeCode(ctx, { holderId: person.organisationId })
    await makeProduct(ctx, { organisationId: person.organisationId, name: 'Xoài tượng' })
    const { response } = await app.get('/portal/imports/templates/xlsx?kind=batches')
    const bytes = new Uint8Array(await response.arrayBuffer())
    const reading = readWorkbook(bytes, { fileName: 'mau.xlsx' })
    const texts = JSON.stringify(reading)
    for (const text of ['Xoài tượng', own.code, ownName, 'Mã lô']) expect(texts).toContain(text)
    expect((await app.get('/portal/imports/templates/xlsx?kind=codes')).status).toBe(404)
    const template = await ownTemplate(makeContext(test.db, { actor: { ...person } }), 'batches')
    const row = { 'Mã lô': 'T1', 'Tên sản phẩm': 'Xoài tượng', 'Nhà sản xuất': ownName }
    const cells: Readonly<Record<string, WrittenCell>> = {
      ...{ ...row, 'Ngày đóng gói': { on: dayOf('2026-06-10') } },
      ...{ 'Số lượng': 5, 'Đơn vị tính': 'kg', 'Mã số vùng trồng': own.code },
    }
    async function* rows() {
      yield [template.columns.map(({ heading }) => cells[heading] ?? null)]
    }
    const book: Uint8Array[] = []
    for await (const chunk of writeXlsx({ ...template, rows: rows() })) book.push(chunk)
    const file = new File(book as BlobPart[], 'mau.xlsx')
    const { location } = await app.post('/portal/imports/new', { kind: 'batches', file })
    const { report } = await preview(location ?? '')
    expect(report?.added.rows).toHaveLength(1)
    expect(report?.totals.at(-1)?.count).toBe('0')
  })
})
