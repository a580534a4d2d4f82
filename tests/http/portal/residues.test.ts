import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { residueResult, residueSample, season } from '../../../db/schema/index.ts'
import type { WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { SiteModel } from '../../../site/models/sites.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { addCertification } from '../../../worker/verbs/certifications/save-certification.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeSite,
  makeUnits,
} from '../../support/factories.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const PATH = '/portal/residues'

let test: TestDatabase
let ctx: VerbContext
let officer: PortalApp
let holder: PortalApp
let elsewhere: PortalApp
let organisationId: string
let siteId: string
let code: string
let codeId: string

beforeEach(async () => {
  test = await freshDatabase()
  ctx = makeContext(test.db)
  await makeUnits(test.db, [
    ['91', 'Tỉnh An Giang'],
    ['30337', 'Xã Mỹ Đức', '91'],
    ['30338', 'Phường Long Xuyên', '91'],
  ])
  const place = { provinceCode: '91', communeCode: '30337' }
  organisationId = (await makeOrganisation(ctx, place)).id
  siteId = (await makeSite(ctx, { ...place, organisationId, name: 'Vùng sầu riêng' })).id
  const made = await makeCode(ctx, { siteId })
  code = made.code
  codeId = made.id
  officer = portalApp(test.db, await makePerson(test.db, 'officer', { place: HERE }))
  holder = portalApp(test.db, await makePerson(test.db, 'producer', { organisationId }))
  const far = { provinceCode: '15', communeCode: null }
  elsewhere = portalApp(test.db, await makePerson(test.db, 'inspector', { place: far }))
})

const sample = (texts: Readonly<Record<string, string>> = {}) => ({
  ...{ about: code, communeName: '', cropName: 'Sầu riêng Ri6', markets: 'CHN', note: '' },
  ...{ plannedOn: '', takenOn: '10/06/2026', sampleNo: 'AG-001', takenBy: 'Trần Thử' },
  ...texts,
})
const add = (texts?: Readonly<Record<string, string>>) => officer.post(`${PATH}/new`, sample(texts))
const idOf = ({ location }: PortalAnswer) => /residues\/([^/?]+)/.exec(location ?? '')?.[1] ?? ''
const faultsOf = (answer: PortalAnswer) => (answer.model as RecordFormModel).form.errors
const detail = (answer: PortalAnswer) => answer.model as DetailModel
const list = (answer: PortalAnswer) => answer.model as RecordListModel
const REPORT = {
  laboratory: 'Phòng thử Mẫu',
  reportNo: 'KQ-1',
  reportedOn: '14/06/2026',
  correction: '',
}
const report = (id: string, texts: Readonly<Record<string, string>>) =>
  officer.post(`${PATH}/${id}/results`, { ...REPORT, ...texts })

describe('a sample', () => {
  it('lies where its site does, and is its holder’s to see once it was taken', async () => {
    const planned = idOf(await add({ takenOn: '', sampleNo: '', plannedOn: '20/06/2026' }))
    const [row] = await test.db.select().from(residueSample)
    expect(row).toMatchObject({
      ...{ state: 'planned', siteId, crop: 'durian', communeCode: '30337', about: code },
      communeName: 'Xã Mỹ Đức',
    })
    expect((await holder.get(`${PATH}/${planned}`)).status).toBe(404)
    expect(list(await holder.get(PATH)).rows).toEqual([])
    const form = (await officer.get(`${PATH}/${planned}/edit`)).model as RecordFormModel
    expect(form.form.values).toMatchObject({ about: code, plannedOn: '2026-06-20' })
    const taken = { ...sample(), expected: form.form.values['expected'] ?? '' }
    expect((await officer.post(`${PATH}/${planned}/edit`, taken)).location).toContain('done=saved')
    expect((await holder.get(`${PATH}/${planned}`)).status).toBe(200)
    expect(list(await holder.get(PATH)).adding).toBeNull()
    // Of two who change it at once the second is told.
    expect((await officer.post(`${PATH}/${planned}/edit`, { ...taken, note: 'x' })).status).toBe(
      409,
    )
    expect((await elsewhere.get(`${PATH}/${planned}`)).status).toBe(404)
    expect(list(await elsewhere.get(PATH)).rows).toEqual([])
  })

  it('may be of a batch, or of a stall in a commune; what is unknown or elsewhere is refused', async () => {
    const { id: productId } = await makeProduct(ctx, { organisationId })
    const batch = await makeBatch(ctx, { productId, growingAreas: [code] })
    expect((await add({ about: batch.ref, sampleNo: 'AG-2' })).status).toBe(303)
    const stall = { about: '', communeName: 'Long Xuyên', sampleNo: 'AG-3' }
    expect((await add(stall)).status).toBe(303)
    const rows = await test.db.select().from(residueSample)
    expect(rows.map(({ batchId }) => batchId)).toContain(batch.id)
    expect(rows.map(({ communeName }) => communeName)).toContain('Phường Long Xuyên')
    const refused: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ about: 'VN-XXOR-9999' }, 'about'],
      [{ about: '' }, 'communeName'],
      [{ about: '', communeName: 'Không có' }, 'communeName'],
      [{ takenOn: '16/06/2026' }, 'takenOn'],
      [{ sampleNo: '' }, 'sampleNo'],
      [{ sampleNo: 'ag-3' }, 'sampleNo'],
      [{ markets: 'XXX' }, 'markets'],
    ]
    for (const [texts, field] of refused) {
      const answer = await add({ sampleNo: 'AG-9', ...texts })
      expect([answer.status, Object.keys(faultsOf(answer))]).toEqual([400, [field]])
    }
    const far = await elsewhere.post(`${PATH}/new`, sample())
    expect(Object.keys(faultsOf(far))).toEqual(['about'])
  })

  it('that was planned can be given up, with why, and then is not taken', async () => {
    const id = idOf(await add({ takenOn: '', sampleNo: '', plannedOn: '20/06/2026' }))
    expect((await officer.post(`${PATH}/${id}/drop`, { reason: '' })).status).toBe(400)
    expect((await officer.post(`${PATH}/${id}/drop`, { reason: 'Vườn đã chặt' })).status).toBe(303)
    expect((await officer.get(`${PATH}/${id}/edit`)).status).toBe(409)
    expect((await report(id, { analyte1: 'Cadmi', result1: '1' })).status).toBe(409)
  })
})

describe('the results of a sample', () => {
  it('are held against the rules of each market on its day; a breach proposes a finding', async () => {
    const id = idOf(await add({ markets: 'CHN\nJPN' }))
    const stored = await report(id, {
      ...{ analyte1: 'Cadmi', result1: '0,07', unit1: 'mg/kg' },
      ...{ analyte2: 'Auramine O', result2: 'KPH', unit2: 'mg/kg' },
    })
    expect(stored.location).toContain('done=recorded')
    const shown = detail(await officer.get(`${PATH}/${id}`))
    expect(shown.sections.map(({ title }) => title)).toEqual([
      'Kết quả',
      'Trung Quốc: vượt mức',
      'Nhật Bản: chưa có giới hạn',
    ])
    expect(shown.sections[1]?.table?.rows.map(([, , verdict]) => verdict?.text)).toEqual([
      'vượt mức',
      'đạt',
    ])
    const href = shown.primary?.href ?? ''
    const form = (await officer.get(href)).model as RecordFormModel
    expect(form.form.values).toMatchObject({
      ...{ aboutKind: 'site', aboutText: siteId },
      text: 'Mẫu AG-001 lấy ngày 10/06/2026: Cadmi (Trung Quốc) vượt mức cho phép.',
    })
    const found = await officer.post('/portal/findings/new', {
      ...form.form.values,
      ...{ severity: 'major', foundOn: '14/06/2026', action: '', dueOn: '', placeNote: '' },
    })
    expect(found.status).toBe(303)
    // Its holder reads it without being asked to act, and sees it on the page of the place.
    const own = detail(await holder.get(`${PATH}/${id}`))
    expect([own.primary, own.notes?.[0]?.kind]).toEqual([undefined, 'error'])
    const site = (await holder.get(`/portal/sites/${siteId}`)).model as SiteModel
    expect(site.residues.rows[0]?.at(-1)).toMatchObject({
      ...{ text: 'vượt mức', small: 'Cadmi (Trung Quốc)' },
    })
    expect(site.residues.newHref).toBeNull()
  })

  it('are corrected with a reason, the first word staying to be seen', async () => {
    const id = idOf(await add())
    const first = { analyte1: 'Cadmi', result1: '0,7', unit1: 'mg/kg' }
    await report(id, first)
    const again = await report(id, { ...first, analyte1: 'Cadmium', result1: '0,07' })
    expect(Object.keys(faultsOf(again))).toEqual(['correction'])
    const corrected = { ...first, result1: '0,04', correction: 'Gõ nhầm' }
    expect((await report(id, corrected)).status).toBe(303)
    const shown = detail(await holder.get(`${PATH}/${id}`))
    const [result] = shown.sections[0]?.table?.rows ?? []
    expect(result?.[1]).toMatchObject({ text: '0,04 mg/kg' })
    expect(result?.[1]?.small).toContain('0,7 mg/kg')
    expect(shown.sections[1]?.title).toBe('Trung Quốc: đạt')
    await expect(test.db.delete(residueResult)).rejects.toThrow()
    await expect(test.db.update(residueResult).set({ unit: 'x' })).rejects.toThrow()
  })

  it('are refused on the very field, what was typed staying', async () => {
    const id = idOf(await add())
    const faults = async (texts: Readonly<Record<string, string>>) => {
      const answer = await report(id, texts)
      return [answer.status, ...Object.keys(faultsOf(answer))]
    }
    expect(await faults({})).toEqual([400, 'analyte1'])
    expect(await faults({ analyte1: 'Cadmi', result1: '' })).toEqual([400, 'result1'])
    expect(await faults({ analyte1: 'Cadmi', result1: 'đạt' })).toEqual([400, 'result1'])
    const twice = { analyte1: 'Cadmi', result1: '1', analyte2: 'Cd', result2: '2' }
    expect(await faults(twice)).toEqual([400, 'analyte2'])
    expect(await faults({ ...twice, reportedOn: '09/06/2026' })).toEqual([400, 'reportedOn'])
    expect((await holder.get(`${PATH}/${id}/results`)).status).toBe(403)
  })
})

describe('a laboratory’s list', () => {
  const HEAD = 'Mã mẫu;Chỉ tiêu;Kết quả;Đơn vị;Phòng thử nghiệm;Số phiếu kết quả;Ngày trả kết quả'
  const line = (sampleNo: string, analyte: string, result: string) =>
    `${sampleNo};${analyte};${result};mg/kg;Phòng thử Mẫu;KQ-7;14/06/2026`

  it('finds each sample by its number, is looked at first, and says nothing new the second time', async () => {
    await add()
    await add({ sampleNo: 'AG-002' })
    await add({ sampleNo: '', takenOn: '', plannedOn: '20/06/2026' })
    const text = [
      HEAD,
      line('ag-001', 'Cadmi', '0,03'),
      line('AG-001', 'Chì', '<0,01'),
      line('AG-002', 'Cadmi', '0,09'),
      line('AG-404', 'Cadmi', '0,09'),
      line('AG-002', 'Chì', 'mờ'),
    ].join('\n')
    const looked = (await officer.post(`${PATH}/list`, { list: text })).model as RecordFormModel
    expect(looked.note).toBe('3 dòng mới, 0 dòng đã có, 2 dòng phải sửa.')
    expect(await test.db.select().from(residueResult)).toEqual([])
    expect((await officer.post(`${PATH}/list/save`, looked.form.values)).status).toBe(303)
    const states = await test.db.all<{ state: string; n: number }>(
      sql`SELECT state, count(*) AS n FROM residue_sample GROUP BY state ORDER BY state`,
    )
    expect(states).toEqual([
      { state: 'planned', n: 1 },
      { state: 'reported', n: 2 },
    ])
    const again = detail(await officer.post(`${PATH}/list`, { list: text }))
    expect(again.notes?.[0]?.text).toContain('3 dòng đã có')
    const other = [HEAD, line('AG-001', 'Cadmium', '0,3')].join('\n')
    const corrected = detail(await officer.post(`${PATH}/list`, { list: other }))
    expect(corrected.sections[0]?.table?.rows[0]?.[1]?.text).toContain('Hãy mở mẫu để sửa')
    const reported = list(await officer.get(`${PATH}?state=reported`))
    expect(reported.rows.map((row) => row.at(-1)?.text).toSorted()).toEqual([
      'chưa có giới hạn',
      'vượt mức',
    ])
    const far = await elsewhere.post(`${PATH}/list`, { list: text })
    expect(detail(far).notes?.[0]?.text).toContain('5 dòng phải sửa')
  })
})

describe('the plan of a year', () => {
  it('counts what was taken against it, by crop and commune', async () => {
    await add()
    await add({ sampleNo: 'AG-002', cropName: 'Lúa' })
    const plan = (texts: Readonly<Record<string, string>>) =>
      officer.post(`${PATH}/plan/new`, {
        ...{ year: '2026', crop: 'Sầu riêng', communeName: 'Mỹ Đức', samples: '10' },
        ...texts,
      })
    expect((await plan({})).location).toBe(`${PATH}/plan?done=saved`)
    expect(Object.keys(faultsOf(await plan({})))).toEqual(['crop'])
    expect(Object.keys(faultsOf(await plan({ year: '1999' })))).toEqual(['year'])
    expect((await plan({ crop: 'mọi cây trồng', communeName: '', samples: '90' })).status).toBe(303)
    const shown = list(await officer.get(`${PATH}/plan`))
    expect(shown.lead).toContain('2 trên 100')
    expect(shown.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Mọi cây trồng', 'Cả địa bàn', '90', '1', '89'],
      ['Sầu riêng', 'Xã Mỹ Đức', '10', '1', '9'],
    ])
    const edit = shown.rows[1]?.[0]?.href ?? ''
    const form = (await officer.get(edit)).model as RecordFormModel
    expect((await officer.post(edit, { ...form.form.values, samples: '12' })).status).toBe(303)
    expect(list(await officer.get(`${PATH}/plan`)).lead).toContain('2 trên 102')
    expect(list(await officer.get(`${PATH}/plan?year=2025`)).rows).toEqual([])
    expect((await holder.get(`${PATH}/plan`)).status).toBe(403)
    expect((await elsewhere.get(edit)).status).toBe(403)
  })
})

describe('a holder’s own plan', () => {
  const OWN = `${PATH}/own`
  const plan = (texts: Readonly<Record<string, string>> = {}) =>
    holder.post(`${OWN}/new`, {
      ...{ codeId, seasonId: '', cropName: 'Sầu riêng Ri6', samples: '2', dueOn: '20/06/2026' },
      ...{ laboratory: 'Vinacontrol', note: '', ...texts },
    })
  const rows = async (year = '') =>
    list(await holder.get(`${OWN}${year}`)).rows.map((row) =>
      [0, 1, 3, 4, 5].map((at) => [row[at]?.text, row[at]?.small].filter(Boolean).join(' | ')),
    )
  const due = async () =>
    ((await holder.get('/portal/waiting/own_samples_due')).model as WaitingModel).rows

  it('is counted from the authority’s samples and its own tests, and says what is due', async () => {
    const empty = list(await holder.get(OWN))
    expect([empty.rows, empty.adding?.href]).toEqual([[], `${OWN}/new`])
    expect((await plan()).location).toBe(`${OWN}?done=saved`)
    await plan({ samples: '1', dueOn: '30/12/2026' })
    expect(await due()).toMatchObject([{ cropName: 'Sầu riêng Ri6', code, left: 2 }])
    const id = idOf(await add())
    await report(id, { analyte1: 'Cadmi', result1: '0,02', unit1: 'mg/kg' })
    await add({ sampleNo: 'AG-002', cropName: 'Xoài' })
    expect(await due()).toMatchObject([{ left: 1 }])
    const { id: productId } = await makeProduct(ctx, { organisationId, name: 'Sầu riêng Ri6' })
    const { id: batchId } = await makeBatch(ctx, { productId, growingAreas: [code] })
    for (const analyte of ['Cadmi', 'Vàng O']) {
      const texts = { organisationId, batchId, analyte, result: '0,9', unit: 'mg/kg' }
      const found = { verdict: 'failed', sampledOn: '2026-06-12', sampleId: 'M-1' }
      await addCertification({ ctx, input: { kind: 'lab_test', texts: { ...texts, ...found } } })
    }
    const head = ['Sầu riêng Ri6 | cả năm', `${code} | Vùng sầu riêng`]
    expect(await rows()).toEqual([
      [...head, '2', '2 | 1 không đạt, 1 đạt', '0'],
      [...head, '1', '0', '1'],
    ])
    expect(await due()).toEqual([])
    expect(await rows('?year=2025')).toEqual([])
    expect((await officer.get(OWN)).status).toBe(403)
  })

  it('belongs to a season of its growing area, and is refused where it does not fit', async () => {
    const faults = async (texts: Readonly<Record<string, string>>) =>
      Object.keys(faultsOf(await plan(texts)))
    const seasonId = 'vu-1'
    await test.db.insert(season).values({
      ...{ id: seasonId, organisationId, siteId, crop: 'Sầu riêng', cropFolded: 'sau rieng' },
      ...{ startsOn: '2026-06-11', expectedFromOn: '2026-08-01', expectedToOn: '2026-09-01' },
      ...{ markets: [], createdAt: 1 },
    })
    const other = await makeCode(ctx)
    expect(await faults({ codeId: other.id })).toEqual(['codeId'])
    expect(await faults({ seasonId, cropName: 'Xoài' })).toEqual(['seasonId'])
    expect(await faults({ seasonId, dueOn: '10/06/2026' })).toEqual(['dueOn'])
    expect(await faults({ samples: '0' })).toEqual(['samples'])
    // Taken the day before the season began.
    await add()
    await plan({ seasonId, samples: '1' })
    expect((await rows())[0]?.slice(2)).toEqual(['1', '0', '1'])
    await add({ sampleNo: 'AG-003', takenOn: '12/06/2026' })
    expect((await rows())[0]?.slice(2)).toEqual(['1', '1 | 1 chưa kết luận', '0'])
    const shown = list(await holder.get(OWN)).rows[0]
    const edit = shown?.[0]?.href ?? ''
    const form = (await holder.get(edit)).model as RecordFormModel
    const two = { ...form.form.values, samples: '2' }
    expect((await holder.post(edit, two)).location).toContain('done=saved')
    expect((await holder.post(edit, { ...two, samples: '3' })).status).toBe(409)
    const stranger = portalApp(test.db, await makePerson(test.db, 'producer'))
    expect((await stranger.get(edit)).status).toBe(403)
    expect((await stranger.post(`${edit}/remove`, {})).status).toBe(403)
    await holder.post(shown?.[6]?.button?.action ?? '', {})
    expect(await rows()).toEqual([])
  })
})

describe('a producer’s own test of a batch', () => {
  it('is held against the markets of the batch, where its product says the crop', async () => {
    const named = async (name: string) => {
      const { id: productId } = await makeProduct(ctx, { organisationId, name })
      const batch = await makeBatch(ctx, { productId, growingAreas: [code] })
      const texts = {
        organisationId,
        batchId: batch.id,
        analyte: 'Cadmi',
        result: '0,07',
        unit: 'ppm',
      }
      const { id } = await addCertification({ ctx, input: { kind: 'lab_test', texts } })
      return detail(await holder.get(`/portal/certifications/${id}`)).sections.map(
        ({ title }) => title,
      )
    }
    expect(await named('Sầu riêng Ri6')).toEqual([
      'Trong nước: chưa có giới hạn',
      'Trung Quốc: vượt mức',
      expect.any(String),
    ])
    expect(await named('Mứt')).toHaveLength(1)
  })
})
