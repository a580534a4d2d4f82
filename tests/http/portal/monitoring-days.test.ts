import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  certification,
  finding,
  inspectionVisit,
  minutesDraft,
  monitoringRule,
  notification,
  residueSample,
} from '../../../db/schema/index.ts'
import type { PortalHomeModel, WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import { remindOfVisits } from '../../../worker/verbs/monitoring/remind-of-visits.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { makeContext, NOW } from '../../support/factories.ts'
import { FINDING, minutesItem, SOUND_ANSWERS } from '../../support/inspections.ts'
import {
  HERE,
  MONITORING,
  type MonitoringDesk,
  monitoringDesk,
} from '../../support/monitoring-desk.ts'
import { outboxApp } from '../../support/outbox/outbox-app.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let db: MonitoringDesk['db']
let inspectorPerson: MonitoringDesk['inspectorPerson']
let officer: MonitoringDesk['officer']
let inspector: MonitoringDesk['inspector']
let sites: MonitoringDesk['sites']
let visits: MonitoringDesk['visits']
let putOn: MonitoringDesk['putOn']
let madePlan: MonitoringDesk['madePlan']

beforeEach(async () => {
  ;({ db, inspectorPerson, officer, inspector, sites, visits, putOn, madePlan } =
    await monitoringDesk())
})

describe('the first screen', () => {
  it('of an officer says what is overdue, due within a week and done of the running season', async () => {
    await madePlan()
    await putOn([
      { plannedOn: '2026-06-01', dueOn: '2026-06-10' },
      { plannedOn: '2026-06-18', dueOn: '2026-06-22' },
    ])
    const { waiting, figures } = (await officer.get('/portal')).model as PortalHomeModel
    expect(waiting.slice(0, 2).map(({ task, count }) => [task, count])).toEqual([
      ['visits_overdue', 1],
      ['visits_due', 1],
    ])
    expect(figures).toEqual([{ figure: 'visits_season', count: 0, of: 3 }])
    const { rows } = (await officer.get('/portal/waiting/visits_overdue')).model as WaitingModel
    expect(rows).toMatchObject([{ day: '2026-06-10', inspectorName: inspectorPerson.name }])
  })

  it('of an inspector is today’s way with what to bring, the last check and open findings', async () => {
    await madePlan()
    await putOn([
      { plannedOn: '2026-06-15', dueOn: '2026-06-30' },
      { plannedOn: '2026-06-12', dueOn: '2026-06-14' },
      { plannedOn: '2026-06-29', dueOn: '2026-06-30' },
    ])
    const [one] = await visits()
    const [owner] = await db.all<{ id: string }>(
      sql`SELECT organisation_id AS id FROM site LIMIT 1`,
    )
    await db.insert(finding).values({
      ...{ id: 'f', severity: 'major', text: 'Thiếu biển báo', aboutKind: 'site', shown: 'Vùng' },
      ...{
        aboutId: one?.siteId ?? '',
        provinceCode: '91',
        foundOn: '2026-05-01',
        foundBy: 'user:x',
      },
      ...{ state: 'told', action: 'Dựng biển', dueOn: '2026-06-20', createdAt: NOW, version: 1 },
    })
    await db.insert(certification).values({
      ...{
        id: 'c',
        kind: 'vietgap',
        organisationId: owner?.id ?? '',
        number: 'VG-1',
        state: 'confirmed',
      },
      ...{ expiresOn: '2026-07-01', version: 1, createdAt: NOW },
    })
    await db.insert(inspectionVisit).values({
      ...(one as typeof inspectionVisit.$inferInsert),
      ...{ id: 'old', windowId: 'old', state: 'done', doneOn: '2025-11-20', inspectorId: null },
      stateReason: 'BB 7',
    })
    const { day, changes } = (await inspector.get('/portal')).model as PortalHomeModel
    expect(changes).toBeNull()
    expect(day?.today).toBe('2026-06-15')
    expect(day?.visits.map(({ plannedOn }) => plannedOn).toSorted()).toEqual([
      '2026-06-12',
      '2026-06-15',
    ])
    const found = day?.visits.find(({ siteId }) => siteId === one?.siteId)
    expect(found).toMatchObject({
      ...{ lastCheckOn: '2025-11-20', lastMinutes: 'BB 7', crops: ['Xoài'], point: { lng: 105 } },
      findings: [{ id: 'f', text: 'Thiếu biển báo', action: 'Dựng biển', dueOn: '2026-06-20' }],
      papers: [{ kind: 'vietgap', number: 'VG-1', expiresOn: '2026-07-01' }],
    })
    const { rows } = (await inspector.get('/portal/waiting/visits_mine')).model as WaitingModel
    expect(rows).toHaveLength(3)
  })

  it('of the app has the visits of the fortnight, for who makes them alone', async () => {
    await madePlan()
    await putOn([
      { plannedOn: '2026-06-15', dueOn: '2026-06-30' },
      { plannedOn: '2026-06-29', dueOn: '2026-06-30' },
      { plannedOn: '2026-07-01', dueOn: '2026-07-30' },
    ])
    const kitOf = async (app: PortalApp) =>
      (await (
        await app.ask('/app/kit', { headers: { accept: 'application/json' } })
      ).response.json()) as FieldKit
    const kit = await kitOf(inspector)
    expect(kit.visits?.map(({ plannedOn }) => plannedOn)).toEqual(['2026-06-15', '2026-06-29'])
    const producer = portalApp(db, await makePerson(db, 'producer'))
    expect(await kitOf(producer)).not.toHaveProperty('visits')
  })
})

describe('once a day', () => {
  it('offices are told a week before a visit is due and when it is overdue, once each', async () => {
    await madePlan()
    await putOn([{ plannedOn: '2026-06-15', dueOn: '2026-06-20' }])
    await db.run(sql`UPDATE inspection_visit SET remind_on = date(due_on, '-7 day')`)
    const at = (day: string) => makeContext(db, { now: () => Date.parse(`${day}T02:00:00Z`) })
    const told = async () =>
      (await db.select().from(notification).orderBy(notification.createdAt)).map(
        ({ title }) => title.vi,
      )
    expect(await remindOfVisits(at('2026-06-12'))).toBe(0)
    expect(await remindOfVisits(at('2026-06-15'))).toBe(1)
    expect(await remindOfVisits(at('2026-06-15'))).toBe(0)
    expect(await told()).toEqual(['1 lượt kiểm tra đến hạn trong 7 ngày tới'])
    const twice = await Promise.all([
      remindOfVisits(at('2026-06-22')),
      remindOfVisits(at('2026-06-22')),
    ])
    expect(twice.toSorted()).toEqual([0, 1])
    expect((await told()).at(-1)).toBe('1 lượt kiểm tra đã quá hạn')
    expect(await remindOfVisits(at('2026-06-23'))).toBe(0)
  })
})

const RULE = {
  ...{ provinceCode: '91', communeCode: null, crop: null, cropFolded: null, market: null },
  ...{ kind: 'periodic' as const, fromOn: '2026-01-01', toOn: null, legalBasis: 'QĐ thử' },
  createdAt: NOW,
}

it('a place inspected outside every plan counts as checked', async () => {
  const rule = { ...RULE, risk: 'never_checked' as const, perSeason: 3 }
  await db.insert(monitoringRule).values({ ...rule, id: 'rule' })
  const outbox = outboxApp(db, inspectorPerson, { files: memoryFiles() })
  await outbox.statuses(minutesItem({ siteId: sites[0] }))
  await madePlan()
  const counts = sites.map(
    async (id) => (await visits()).filter(({ siteId }) => siteId === id).length,
  )
  const [first, second] = await Promise.all(counts)
  expect(first).toBeLessThan(second ?? 0)
})

it('plan and results are a workbook by commune and season, with samples and what was found', async () => {
  const path = await madePlan()
  const outbox = outboxApp(db, inspectorPerson, { files: memoryFiles() })
  const found = { ...FINDING, text: 'Cỏ chưa dọn', question: 'weeds_cleared' }
  const wrong = {
    answers: { ...SOUND_ANSWERS, weeds_cleared: 'no' },
    ...{ outcome: 'failed', findings: [found] },
  }
  expect(await outbox.statuses(minutesItem({ siteId: sites[0], ...wrong }))).toEqual(['stored'])
  await db.insert(residueSample).values({
    ...{ id: 'sample', state: 'taken', siteId: sites[2] ?? '', crop: 'mango', cropName: 'Xoài' },
    ...{ markets: [], takenOn: '2026-06-10', actor: 'x', createdAt: NOW, version: 1 },
  })
  const { response } = await officer.get(`${path}/results`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const reading = readWorkbook(bytes, { fileName: 'a.xlsx' })
  const read = reading.ok ? (reading.workbook.sheets[0]?.rows ?? []) : []
  const figures = read.slice(1).map((row) => [row.cells[0], ...row.cells.slice(4)].map(String))
  expect(figures).toEqual([
    ['Cộng', '3', '3', '1', '0', '1', '1', '1', '1', '1', '0', '33.3'],
    ['Xã Mỹ Hòa', '2', '2', '1', '0', '1', '1', '1', '0', '1', '0', '50'],
    ['Xã Tân Lập', '1', '1', '0', '0', '0', '0', '0', '1', '0', '0', '0'],
  ])
})

it('minutes begun at a desk from a visit are of that visit, and of no other place’s', async () => {
  await madePlan()
  const [visit, other] = await visits()
  const page = (await officer.get(`${MONITORING}/visits/${visit?.id}`)).model as DetailModel
  const start = page.links?.find(({ href }) => href.startsWith('/portal/inspections/new'))?.href
  const { form, action } = (await officer.get(start ?? '')).model as RecordFormModel
  const values = { ...form.values, kind: 'periodic' }
  for (const visitId of [form.values['visitId'] ?? '', other?.id ?? '']) {
    const once = `begun-of-${visitId}`.slice(0, 60)
    expect((await officer.post(action, { ...values, visitId, once })).location).toContain('/ask')
  }
  const drafts = await db.select().from(minutesDraft)
  expect(drafts.map(({ visitId }) => visitId).toSorted()).toEqual([visit?.id, null].toSorted())
})

it('visits are given away by a list: looked at first, unmatched rows shown, saved once', async () => {
  const path = await madePlan()
  const other = await makePerson(db, 'inspector', { place: HERE })
  const [first] = await visits()
  const list = [
    'Mã số;Người kiểm tra;Ngày kiểm tra',
    `vn agor 1000;${other.email};${first?.dueOn}`,
    `VN-AGOR-1001;${inspectorPerson.email};`,
    'VN-AGOR-9999;Ai đó;',
    `VN-AGOR-1002;Không ai tên này;`,
    `VN-AGOR-1000;${other.email};`,
    `VN-AGOR-1002;${other.email};01/01/2020`,
  ].join('\n')
  const look = (await officer.post(`${path}/assignments`, { list })).model as RecordFormModel
  expect(look.note).toContain('1 dòng mới, 1 dòng đã có, 4 dòng phải sửa')
  const faults = look.sections?.find(({ id }) => id === 'faults')?.table?.rows ?? []
  expect(faults.map((cells) => cells[1]?.text)).toEqual([
    expect.stringContaining('Không có mã số này'),
    expect.stringContaining('Không có cán bộ tên này'),
    expect.stringContaining('không còn lượt nào'),
    expect.stringContaining('đã qua'),
  ])
  const sent = look.form.values as Record<string, string>
  const saved = [await officer.post(look.action, sent), await officer.post(look.action, sent)]
  expect(saved.map(({ location }) => location)).toEqual([
    ...Array(2).fill(`${path}/visits?done=assigned`),
  ])
  const given = (await visits()).filter(({ inspectorId }) => inspectorId === other.userId)
  expect(given).toMatchObject([{ plannedOn: first?.dueOn, version: 2 }])
  expect((await inspector.get(`${path}/assignments`)).status).toBe(403)
})
