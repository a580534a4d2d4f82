import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { protectionProduct, substanceRule } from '../../../db/schema/index.ts'
import type {
  ImportNewModel,
  ImportPreviewModel,
  ImportRunModel,
} from '../../../site/models/imports.ts'
import type { RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import { toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { importProtection } from '../../../worker/verbs/imports/import-protection.ts'
import { judgeUse } from '../../../worker/verbs/protection/judge-use.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let test: TestDatabase
let ctx: VerbContext
let officer: PortalApp
let producer: PortalApp

beforeEach(async () => {
  test = await freshDatabase()
  ctx = makeContext(test.db)
  officer = portalApp(test.db, await makePerson(test.db, 'officer'))
  producer = portalApp(test.db, await makePerson(test.db, 'producer'), {
    files: officer.deps.files,
  })
})

const HEAD = [
  'Tên thương phẩm;Hoạt chất;Đối tượng phòng trừ;Cây trồng;Thời gian cách ly (ngày)',
  'Liều lượng;Có hiệu lực từ;Đến hết ngày;Căn cứ',
].join(';')
const LIST = [
  HEAD,
  'Minh Hoạ 1.8EC;Abamectin 1.8%;bọ trĩ, rệp sáp/ xoài;;7;0,3 – 0,5 lít/ha;10/02/2026;;TT 75/2025',
  'Minh Hoạ 1.8EC;Abamectin 1.8%;bọ trĩ;Chè;14;10 ml/bình 16 lít;10/02/2026;;TT 75/2025',
  'Mẫu Xanh 80WP;Mancozeb 80%;thán thư/ xoài;;10;1-1,5 kg/ha;10/02/2026;14/08/2026;TT 75/2025',
  ';Thiếu tên 10%;rầy/ lúa;;5;;10/02/2026;;TT 75/2025',
].join('\n')

const importText = (text: string, given: { dryRun?: boolean } = {}) =>
  importProtection({
    ctx,
    input: {
      bytes: new TextEncoder().encode(text),
      fileName: 'danh-muc.csv',
      dryRun: false,
      ...given,
    },
  })
const countsOf = async (outcome: ReturnType<typeof importText>) => {
  const told = await outcome
  if (!told.ok) throw new Error(told.problem.message)
  return told.report.counts
}
const current = () =>
  test.db
    .select()
    .from(protectionProduct)
    .where(sql`${protectionProduct.replacedBy} IS NULL`)
    .orderBy(protectionProduct.nameFolded, protectionProduct.permittedFromOn)

const USE = {
  ...{ product: 'minh hoa 1.8ec', activeIngredient: null, on: '2026-06-01' },
  ...{ crop: 'Xoài', pest: 'bọ trĩ', intervalDays: 7, markets: ['CHN'] },
}

describe('a list of plant-protection products', () => {
  it('is read as the ministry writes it, rows of one product together, and judges a use of the day', async () => {
    expect(await countsOf(importText(LIST))).toMatchObject({ rows: 4, added: 3, refused: 1 })
    const rows = await current()
    expect(rows.map(({ tradeName }) => tradeName)).toEqual(['Mẫu Xanh 80WP', 'Minh Hoạ 1.8EC'])
    const told = rows[1]?.uses.map(({ crop, pest, intervalDays }) => [crop, pest, intervalDays])
    expect(told).toEqual([
      ['xoài', 'bọ trĩ', 7],
      ['xoài', 'rệp sáp', 7],
      ['Chè', 'bọ trĩ', 14],
    ])
    expect(rows[1]?.uses[0]).toMatchObject({ doseLeast: 0.3, doseMost: 0.5, doseUnit: 'l/ha' })
    expect(rows[1]?.uses[2]).toMatchObject({ doseMost: 10, doseUnit: 'ml/binh16' })
    expect(await judgeUse(ctx, USE)).toMatchObject({
      verdict: 'permitted',
      use: { intervalDays: 7, doseMost: 0.5 },
    })
    const early = await judgeUse(ctx, { ...USE, on: '2026-02-09' })
    expect(early.verdict).toBe('unknown')
    const other = await judgeUse(ctx, { ...USE, product: 'Không rõ' })
    expect(other.verdict).toBe('not_listed')
  })

  it('changes nothing when looked at or read again, and a newer list leaves what held before', async () => {
    expect(await countsOf(importText(LIST, { dryRun: true }))).toMatchObject({ added: 3 })
    expect(await current()).toEqual([])
    await importText(LIST)
    expect(await countsOf(importText(LIST))).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    const newer = LIST.replaceAll('10/02/2026', '15/08/2026').replaceAll('14/08/2026', '')
    await importText(newer.replaceAll(';7;', ';9;'))
    const on = async (day: string) => (await judgeUse(ctx, { ...USE, on: day })).use?.intervalDays
    expect([await on('2026-08-14'), await on('2026-08-15')]).toEqual([7, 9])
  })

  it('takes the day and the document from who reads it in where the rows do not say', async () => {
    const text = 'Tên thương phẩm;Hoạt chất;Cây trồng\nMẫu 5SL;Validamycin 5%;lúa'
    expect(await countsOf(importText(text))).toMatchObject({ refused: 1 })
    const permittedFromOn = toCalendarDate('2026-02-10')
    if (permittedFromOn === null) throw new Error('no such day')
    await importProtection({
      ctx,
      input: {
        ...{ bytes: new TextEncoder().encode(text), fileName: 'x.csv', dryRun: false },
        defaults: { permittedFromOn, legalBasis: 'TT 75/2025' },
      },
    })
    expect(await current()).toMatchObject([
      { permittedFromOn: '2026-02-10', legalBasis: 'TT 75/2025', uses: [{ crop: 'lúa' }] },
    ])
  })

  it('is handed in by an officer, previewed, stored and taken back, with what it replaced put back', async () => {
    await importText(LIST)
    const offered = (await officer.get('/portal/imports/new')).model as ImportNewModel
    expect(offered.kinds.map(({ value }) => value)).toEqual(['codes', 'protection'])
    const changed = LIST.replace(';7;', ';21;')
    const file = new File([changed], 'moi.csv')
    const sent = await officer.post('/portal/imports/new', { kind: 'protection', file })
    const path = sent.location ?? ''
    const work = () => runDueJobs(officer.deps, { endBy: officer.deps.now() + 3_600_000 })
    await work()
    const seen = (await officer.get(path)).model as ImportPreviewModel
    expect(JSON.stringify(seen.report)).toContain('Minh Hoạ 1.8EC')
    await officer.post(path, {})
    await work()
    expect((await current())[1]?.uses[0]?.intervalDays).toBe(21)
    const run = path.replace('/uploads/', '/')
    await officer.post(`${run}/undo`, { reason: 'Nhầm tệp' })
    await work()
    expect((await current())[1]?.uses[0]?.intervalDays).toBe(7)
    const told = (await officer.get(run)).model as ImportRunModel
    expect(told.lines.join(' ')).toContain('1 mục')
  })

  it('keeps entries that a later list says otherwise when the earlier is taken back', async () => {
    await importText(LIST)
    const [{ importId } = { importId: null }] = await current()
    await importText(LIST.replace(';7;', ';21;'))
    const admin = portalApp(test.db, await makePerson(test.db, 'admin'), {
      files: officer.deps.files,
    })
    await admin.post(`/portal/imports/${importId}/undo`, { reason: 'Sai danh mục' })
    await runDueJobs(admin.deps, { endBy: admin.deps.now() + 3_600_000 })
    expect((await current()).map(({ tradeName }) => tradeName)).toEqual(['Minh Hoạ 1.8EC'])
    const told = (await admin.get(`/portal/imports/${importId}`)).model as ImportRunModel
    expect(told.kept).toEqual([expect.stringContaining('Minh Hoạ 1.8EC')])
  })

  it('is nobody’s to write but officers’ and administrators’, and everybody’s to search', async () => {
    await importText(LIST)
    const file = new File([LIST], 'cua-toi.csv')
    await producer.post('/portal/imports/new', { kind: 'protection', file })
    expect((await producer.get('/portal/protection/substances')).status).toBe(403)
    expect((await producer.post('/portal/protection/substances/new', {})).status).toBe(403)
    const asked = async (q: string) => {
      const { model } = await producer.get(`/portal/protection?q=${encodeURIComponent(q)}`)
      return (model as RecordListModel).rows.map(([cell]) => cell?.text)
    }
    expect(await asked('MINH HOA')).toEqual(['Minh Hoạ 1.8EC'])
    expect(await asked('mancozeb xanh')).toEqual(['Mẫu Xanh 80WP'])
    expect(await asked('%')).toEqual(['Mẫu Xanh 80WP', 'Minh Hoạ 1.8EC'])
    expect(await asked('khong co')).toEqual([])
  })

  it('survives any cell at all', async () => {
    const cells = ['"a/b;c/d"', '/', ';;', '////', `"${','.repeat(500)}/x"`, '1-,-1', '=1+1']
    for (const cell of cells) {
      const row = `Lạ;Hoạt chất;${cell};${cell};${cell};${cell};10/02/2026;;TT`
      const told = await importText([HEAD, row].join('\n'))
      expect(told.ok).toBe(true)
    }
    const many = `"${Array.from({ length: 401 }, (_, at) => `sâu ${at}`).join(', ')}/ lúa"`
    const told = await importText([HEAD, `Nhiều;H;${many};;;;10/02/2026;;TT`].join('\n'))
    expect(told.ok && told.report.counts.refused).toBe(1)
  })
})

describe('an ingredient that a market bans', () => {
  it('is put down once, shown, and told of in a use for that market', async () => {
    const { model } = await officer.get('/portal/protection/substances/new')
    const { form, action } = model as RecordFormModel
    const typed = {
      ...form.values,
      ...{ substance: 'Abamectin', market: 'EU', effect: 'banned' },
      ...{ fromOn: '01/05/2026', legalBasis: 'Quy định minh hoạ' },
    }
    expect((await officer.post(action, typed)).status).toBe(303)
    const again = await officer.post(action, { ...typed, once: 'another-key-1' })
    expect(again.status).toBe(400)
    expect((again.model as RecordFormModel).form.errors).toHaveProperty('substance')
    await importText(LIST)
    expect((await judgeUse(ctx, { ...USE, markets: ['NLD'] })).verdict).toBe('banned_in_market')
    expect((await judgeUse(ctx, USE)).verdict).toBe('permitted')
    const rows = await test.db.select().from(substanceRule).where(eq(substanceRule.market, 'EU'))
    expect(rows).toHaveLength(1)
  })
})
