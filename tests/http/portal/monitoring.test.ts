import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  inspectionPlan,
  inspectionVisit,
  monitoringRule,
  seasonWindow,
} from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { makePlan } from '../../../worker/verbs/monitoring/make-plan.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { enterDaysOff } from '../../support/days-off.ts'
import { makeContext, NOW, setStatus } from '../../support/factories.ts'
import {
  formOf,
  MONITORING,
  type MonitoringDesk,
  monitoringDesk,
  PLAN,
} from '../../support/monitoring-desk.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

let db: MonitoringDesk['db']
let person: MonitoringDesk['person']
let inspectorPerson: MonitoringDesk['inspectorPerson']
let officer: MonitoringDesk['officer']
let inspector: MonitoringDesk['inspector']
let sites: MonitoringDesk['sites']
let visits: MonitoringDesk['visits']
let madePlan: MonitoringDesk['madePlan']

beforeEach(async () => {
  ;({ db, person, inspectorPerson, officer, inspector, sites, visits, madePlan } =
    await monitoringDesk())
})

describe('a plan', () => {
  it('is put down, shown before anything is stored, and stored once', async () => {
    const { location } = await officer.post(`${MONITORING}/new`, PLAN)
    const path = (location ?? '') as `/portal/${string}`
    const preview = (await officer.get(path)).model as RecordFormModel
    expect(preview.facts?.find(({ label }) => label === 'Lượt thêm mới')?.text).toBe('3')
    expect(await visits()).toEqual([])
    const sent = { ...preview.form.values, overload: 'no' }
    const [first, second] = await Promise.all([officer.post(path, sent), officer.post(path, sent)])
    expect([first.status, second.status]).toEqual([303, 303])
    const stored = await visits()
    expect(stored.map(({ siteId, state, inspectorId }) => [siteId, state, inspectorId])).toEqual(
      sites.toSorted().map((id) => [id, 'planned', inspectorPerson.userId]),
    )
    const shown = (await officer.get(first.location as `/portal/${string}`)).model as DetailModel
    const [table] = shown.sections.map((section) => section.table)
    expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Cộng', '', '3', '0', '0', '0'],
      ['Xã Mỹ Hòa', 'Cả năm', '2', '0', '0', '0'],
      ['Xã Tân Lập', 'Cả năm', '1', '0', '0', '0'],
    ])
    const other = await officer.post(`${MONITORING}/new`, PLAN)
    expect([other.status, (other.model as RecordFormModel).form.errors['year']]).toEqual([
      400,
      expect.stringContaining('đã có kế hoạch'),
    ])
  })

  it('says by which years its days may still move, shown and stored, until they are decided', async () => {
    const { location } = await officer.post(`${MONITORING}/new`, { ...PLAN, year: '2027' })
    const path = (location ?? '') as `/portal/${string}`
    const plan = path.replace(/\/make$/, '') as `/portal/${string}`
    const preview = (await officer.get(path)).model as RecordFormModel
    const note = expect.objectContaining({ text: expect.stringContaining('năm 2027') })
    expect(preview.notes).toEqual([note])
    await officer.post(path, { ...preview.form.values, overload: 'no' })
    const notes = async () => ((await officer.get(plan)).model as DetailModel).notes
    expect(await notes()).toEqual([note])
    await enterDaysOff(makeContext(db), { year: '2027', off: [['2027-01-01', '2027-01-01']] })
    expect(await notes()).toEqual([])
  })

  it('made again stores only what changed; of two who do it one is told', async () => {
    const path = await madePlan()
    const before = await visits()
    const ctx = makeContext(db, { actor: person, source: 'portal' })
    const id = path.split('/').at(-1) ?? ''
    const again = { id, overload: false, expected: '2' }
    expect(await makePlan({ ctx, input: again })).toEqual({ id, changed: false })
    const asked = { expected: '2', overload: 'no', once: 'once-plan-012345' }
    expect((await officer.post(`${path}/make`, asked)).location).toBe(`${path}?done=made`)
    expect(await visits()).toEqual(before)
    await db.insert(monitoringRule).values({
      ...{ id: 'r', provinceCode: '91', market: 'CHN', kind: 'unannounced', perSeason: 2 },
      ...{ fromOn: '2026-01-01', legalBasis: 'CV 1', createdAt: NOW },
    })
    const [one, two] = await Promise.allSettled([
      makePlan({ ctx, input: again }),
      makePlan({ ctx, input: again }),
    ])
    expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected'])
    const after = await visits()
    expect(after).toHaveLength(6)
    for (const visit of before) expect(after).toContainEqual(visit)
    expect(
      after.filter(({ number }) => number === 2).map(({ kind, why }) => [kind, why.market]),
    ).toEqual(Array.from({ length: 3 }, () => ['unannounced', 'CHN']))
    const stale = await officer.post(`${path}/make`, { expected: '2', overload: 'no' })
    expect([stale.status, (stale.model as RecordFormModel).form.values['expected']]).toEqual([
      409,
      '3',
    ])
  })

  it('follows the seasons of a crop, and leaves out codes that are not active', async () => {
    await db.insert(seasonWindow).values([
      {
        ...{ id: 'w', provinceCode: '91', name: 'Vụ nghịch', crop: 'Xoài', cropFolded: 'xoai' },
        fromOn: '2026-07-01',
        toOn: '2026-10-31',
        createdAt: NOW,
      },
    ])
    const [{ id: codeId } = { id: '' }] = await db.all<{ id: string }>(
      sql`SELECT id FROM code WHERE site_id = ${sites[0]}`,
    )
    await setStatus(makeContext(db), {
      codeId,
      market: 'CHN',
      status: 'suspended',
      effectiveOn: '2026-06-01',
    })
    await madePlan()
    const stored = await visits()
    expect(
      stored.map(({ seasonName, windowFrom, dueOn }) => [seasonName, windowFrom, dueOn]),
    ).toEqual([
      ['Vụ nghịch', '2026-07-01', '2026-10-31'],
      ['Vụ nghịch', '2026-07-01', '2026-10-31'],
    ])
  })

  it('drops what nobody has of a place whose code stopped, and brings it back with the code', async () => {
    const path = await madePlan()
    const [one] = await visits()
    const id = one?.id ?? ''
    const isOne = eq(inspectionVisit.id, id)
    await db.update(inspectionVisit).set({ inspectorId: null, plannedOn: null }).where(isOne)
    const [code] = await db.all<{ id: string }>(
      sql`SELECT id FROM code WHERE site_id = ${one?.siteId}`,
    )
    const decided = { codeId: code?.id ?? '', market: 'CHN' }
    const remake = async () =>
      officer.post(`${path}/make`, { ...(await formOf(officer, `${path}/make`)), overload: 'no' })
    const now = async () => (await db.select().from(inspectionVisit).where(isOne))[0]
    await setStatus(makeContext(db), { ...decided, status: 'suspended', effectiveOn: '2026-06-10' })
    await remake()
    expect(await now()).toMatchObject({ state: 'cancelled', stateReason: null })
    await setStatus(makeContext(db), { ...decided, status: 'active', effectiveOn: '2026-06-12' })
    await remake()
    expect(await now()).toMatchObject({ state: 'planned', inspectorId: inspectorPerson.userId })
    await setStatus(makeContext(db), { ...decided, status: 'revoked', effectiveOn: '2026-06-14' })
    const shown = (await officer.get(`${path}/make`)).model as RecordFormModel
    expect(shown.sections?.[1]?.table?.rows[0]?.[0]?.href).toBe(`${MONITORING}/visits/${id}`)
  })

  it('goes along as the table of the department', async () => {
    const path = await madePlan()
    const { response } = await officer.get(`${path}/export`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const reading = readWorkbook(bytes, { fileName: 'a.xlsx' })
    const read = reading.ok ? (reading.workbook.sheets[0]?.rows ?? []) : []
    const rows = read.map((row) => row.cells.map(String))
    expect(rows[0]?.slice(0, 4)).toEqual(['STT', 'Mã số', 'Vùng trồng, cơ sở', 'Xã, phường'])
    expect(rows).toHaveLength(4)
    expect(
      rows
        .slice(1)
        .map((row) => row[1])
        .toSorted(),
    ).toEqual(['VN-AGOR-1000', 'VN-AGOR-1001', 'VN-AGOR-1002'])
  })

  it('says how many places a day are for one person; where and when it is stays', async () => {
    const path = await madePlan()
    const edit = `${path}/edit` as const
    const { location } = await officer.post(edit, { ...(await formOf(officer, edit)), perDay: '6' })
    expect(location).toBe(`${path}?done=saved`)
    expect((await db.select().from(inspectionPlan))[0]).toMatchObject({ perDay: 6, year: 2026 })
    const many = await officer.post(edit, { ...(await formOf(officer, edit)), perDay: '60' })
    expect((many.model as RecordFormModel).form.errors).toHaveProperty('perDay')
  })

  it('follows rules and seasons that officers of the province keep', async () => {
    const rule = {
      ...{ crop: 'Xoài', market: 'CHN', risk: '', perSeason: '3', kind: 'unannounced' },
      ...{ fromOn: '01/01/2026', toOn: '', legalBasis: 'Công văn 12' },
    }
    const rules = `${MONITORING}/rules` as const
    expect((await officer.post(`${rules}/new`, rule)).location).toBe(`${rules}?done=saved`)
    const wrong = await officer.post(`${rules}/new`, {
      ...rule,
      perSeason: '99',
      toOn: '01/01/2025',
    })
    expect(Object.keys((wrong.model as RecordFormModel).form.errors)).toEqual(['toOn', 'perSeason'])
    const season = { name: 'Vụ nghịch', crop: 'Xoài', fromOn: '01/07/2026', toOn: '31/10/2026' }
    const seasons = `${MONITORING}/seasons` as const
    expect((await officer.post(`${seasons}/new`, season)).location).toBe(`${seasons}?done=saved`)
    const long = await officer.post(`${seasons}/new`, { ...season, toOn: '31/12/2027' })
    expect((long.model as RecordFormModel).form.errors).toHaveProperty('toOn')
    for (const path of [rules, seasons]) {
      expect(((await officer.get(path)).model as RecordListModel).rows).toHaveLength(1)
      expect((await inspector.get(path)).status).toBe(403)
    }
    // In a commune both are read, and what stands there is the province's to change.
    const place = { provinceCode: '91', communeCode: '30002' }
    const commune = portalApp(db, await makePerson(db, 'officer', { place }))
    const ways: unknown[] = []
    for (const path of [rules, seasons]) {
      const { rows, adding } = (await commune.get(path)).model as RecordListModel
      ways.push([rows[0]?.[0]?.href, adding?.href])
    }
    expect(ways).toEqual([
      [undefined, `${rules}/new`],
      [undefined, undefined],
    ])
    await madePlan()
    const [first] = await visits()
    expect(await visits()).toHaveLength(9)
    expect([first?.seasonName, first?.dueOn, first?.why.crop]).toEqual([
      ...['Vụ nghịch', expect.stringMatching(/^2026-/), expect.toBeOneOf([null, 'Xoài'])],
    ])
  })

  it('is of its place: another province knows nothing of it, a commune sees its own part', async () => {
    const path = await madePlan()
    const elsewhere = portalApp(
      db,
      await makePerson(db, 'officer', { place: { provinceCode: '15', communeCode: null } }),
    )
    for (const end of ['', '/visits', '/make', '/assign', '/export'] as const) {
      expect((await elsewhere.get(`${path}${end}`)).status).toBe(404)
    }
    const commune = portalApp(
      db,
      await makePerson(db, 'officer', { place: { provinceCode: '91', communeCode: '30002' } }),
    )
    const { rows } = (await commune.get(`${path}/visits`)).model as RecordListModel
    expect(rows.map(([cell]) => cell?.text)).toEqual(['Vùng 2'])
    expect((await commune.get(`${path}/make`)).status).toBe(404)
    const [visit] = await db
      .select()
      .from(inspectionVisit)
      .where(eq(inspectionVisit.siteId, sites[0] ?? ''))
    expect((await commune.get(`${MONITORING}/visits/${visit?.id}`)).status).toBe(404)
    expect((await officer.post(`${MONITORING}/new`, { ...PLAN, provinceCode: '15' })).status).toBe(
      400,
    )
  })

  it('ask about a crop that no place with a code grows, naming what is grown', async () => {
    const rule = {
      ...{ crop: 'Xoàii', market: '', risk: '', perSeason: '2', kind: 'periodic' },
      ...{ fromOn: '01/01/2026', toOn: '', legalBasis: 'Công văn 12' },
    }
    const season = { name: 'Vụ nghịch', crop: 'Xoàii', fromOn: '01/07/2026', toOn: '31/10/2026' }
    const forms = [
      [`${MONITORING}/rules`, rule],
      [`${MONITORING}/seasons`, season],
    ] as const
    for (const [path, typed] of forms) {
      const asked = await officer.post(`${path}/new`, typed)
      const [question] = (asked.model as RecordFormModel).form.questions ?? []
      expect([asked.status, question?.code]).toEqual([409, 'crop_not_grown:xoaii'])
      expect(question?.text).toContain('Có nơi trồng: Xoài.')
      // The yes is to this crop and to no other, and a kind that is grown under its name needs none.
      const confirm = question?.code ?? ''
      const other = await officer.post(`${path}/new`, { ...typed, crop: 'Sầu riêng', confirm })
      const [another] = (other.model as RecordFormModel).form.questions ?? []
      expect(another?.text).not.toContain('Có nơi trồng')
      expect((await officer.post(`${path}/new`, { ...typed, confirm })).status).toBe(303)
      const [row] = ((await officer.get(path)).model as RecordListModel).rows
      const edit = (row?.[0]?.href ?? '') as `/portal/${string}`
      const values = await formOf(officer, edit)
      // What was meant once is not asked again with another slip of the form.
      expect((await officer.post(edit, { ...values, toOn: '31/10/2026' })).status).toBe(303)
      expect(
        (await officer.post(edit, { ...(await formOf(officer, edit)), crop: 'xoài' })).status,
      ).toBe(303)
    }
  })
})
