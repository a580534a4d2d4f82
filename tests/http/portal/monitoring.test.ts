import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import {
  certification,
  finding,
  inspectionPlan,
  inspectionVisit,
  member,
  minutesDraft,
  monitoringRule,
  notification,
  residueSample,
  seasonWindow,
  siteCrop,
} from '../../../db/schema/index.ts'
import type { PortalHomeModel, WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { visitLines } from '../../../worker/copy/visits.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import { readWorkbook } from '../../../worker/lib/sheet/read-workbook.ts'
import { changeMemberRole } from '../../../worker/verbs/accounts/change-member-role.ts'
import { removeMember } from '../../../worker/verbs/accounts/remove-member.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { makePlan } from '../../../worker/verbs/monitoring/make-plan.ts'
import { remindOfVisits } from '../../../worker/verbs/monitoring/remind-of-visits.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  makeUnits,
  NOW,
  setStatus,
} from '../../support/factories.ts'
import { FINDING, minutesItem, SOUND_ANSWERS } from '../../support/inspections.ts'
import { outboxApp } from '../../support/outbox/outbox-app.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE = { provinceCode: '91', communeCode: null }
const MONITORING = '/portal/monitoring'

let db: Database
let person: Person
let inspectorPerson: Person
let officer: PortalApp
let inspector: PortalApp
/** Places with an active code: two in one commune, one in another. */
let sites: string[]

const visits = () => db.select().from(inspectionVisit).orderBy(inspectionVisit.siteId)

beforeEach(async () => {
  db = (await freshDatabase()).db
  const ctx = makeContext(db)
  await makeUnits(db, [
    ['91', 'Tỉnh An Giang'],
    ['30001', 'Xã Mỹ Hòa', '91'],
    ['30002', 'Xã Tân Lập', '91'],
  ])
  const { id: organisationId } = await makeOrganisation(ctx, {
    provinceCode: '91',
    name: 'HTX Xoài thử',
  })
  sites = []
  for (const [at, communeCode] of ['30001', '30001', '30002'].entries()) {
    const place = {
      provinceCode: '91',
      communeCode,
      communeName: communeCode === '30001' ? 'Xã Mỹ Hòa' : 'Xã Tân Lập',
    }
    const { id } = await makeSite(ctx, {
      organisationId,
      ...place,
      lat: 10 + at / 10,
      lng: 105,
      name: `Vùng ${at}`,
    })
    await makeCode(ctx, { siteId: id, code: `VN-AGOR-100${at}` })
    await db.insert(siteCrop).values({ siteId: id, crop: 'Xoài', cropFolded: 'xoai' })
    sites.push(id)
  }
  person = await makePerson(db, 'officer', { place: HERE })
  inspectorPerson = await makePerson(db, 'inspector', {
    place: HERE,
    organisationId: person.organisationId,
  })
  officer = portalApp(db, person)
  inspector = portalApp(db, inspectorPerson)
})

const PLAN = { year: '2026', perDay: '4', provinceCode: '91', communeName: '', note: '' }

/** A plan of the province with its visits, made as the pages do; gives its path. */
async function madePlan(): Promise<`/portal/${string}`> {
  const { location } = await officer.post(`${MONITORING}/new`, PLAN)
  const path = (location ?? '').replace(/\/make$/, '') as `/portal/${string}`
  const form = (await officer.get(`${path}/make`)).model as RecordFormModel
  await officer.post(`${path}/make`, { ...form.form.values, overload: 'no' })
  return path
}

const formOf = async (app: PortalApp, path: `/portal/${string}`) =>
  ((await app.get(path)).model as RecordFormModel).form.values as Record<string, string>

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
})

describe('visits', () => {
  it('are given to somebody many at once; the second of two officers is told', async () => {
    const path = await madePlan()
    const other = await makePerson(db, 'inspector', {
      place: { provinceCode: '91', communeCode: '30001' },
    })
    const assign = `${path}/assign?view=open&commune=30001` as const
    const form = await formOf(officer, assign)
    const ids = (form['visits'] ?? '').split('\n')
    expect(ids).toHaveLength(2)
    const given = {
      ...form,
      inspectorId: other.userId,
      plannedOn: '2026-06-16',
      visits: ids[0] ?? '',
    }
    const [first, again] = await Promise.all([
      officer.post(assign, given),
      officer.post(assign, given),
    ])
    expect([first.status, again.status]).toEqual([303, 303])
    const second = await officer.post(assign, {
      ...given,
      once: '',
      inspectorId: inspectorPerson.userId,
    })
    expect(second.status).toBe(409)
    const [visit] = await db
      .select()
      .from(inspectionVisit)
      .where(eq(inspectionVisit.id, ids[0] ?? ''))
    expect([visit?.inspectorId, visit?.plannedOn, visit?.version]).toEqual([
      other.userId,
      '2026-06-16',
      2,
    ])
    const all = `${path}/assign?view=open` as const
    const whole = await formOf(officer, all)
    const beyond = await officer.post(all, { ...whole, inspectorId: other.userId })
    expect((beyond.model as RecordFormModel).form.errors).toHaveProperty('inspectorId')
    const late = await officer.post(all, {
      ...whole,
      inspectorId: inspectorPerson.userId,
      plannedOn: '2027-02-01',
    })
    expect((late.model as RecordFormModel).form.errors).toHaveProperty('plannedOn')
    const none = await officer.post(all, { ...whole, inspectorId: other.userId, visits: '' })
    expect((none.model as RecordFormModel).form.errors).toHaveProperty('visits')
  })

  it('are put down as done, moved and cancelled, each with what was seen', async () => {
    await madePlan()
    const [one, two, three] = await visits()
    const at = (id = '') => `${MONITORING}/visits/${id}` as const
    const done = await formOf(inspector, `${at(one?.id)}/done`)
    const later = await inspector.post(`${at(one?.id)}/done`, {
      ...done,
      doneOn: '2026-06-16',
      reason: 'Biên bản 12/BB',
    })
    expect((later.model as RecordFormModel).form.errors).toHaveProperty('doneOn')
    const made = await inspector.post(`${at(one?.id)}/done`, { ...done, reason: 'Biên bản 12/BB' })
    expect(made.location).toBe(`${at(one?.id)}?done=done`)
    const move = await formOf(inspector, `${at(two?.id)}/move`)
    await inspector.post(`${at(two?.id)}/move`, { ...move, plannedOn: '2026-06-20' })
    expect(
      (await inspector.post(`${at(two?.id)}/move`, { ...move, once: '', plannedOn: '2026-06-21' }))
        .status,
    ).toBe(409)
    expect((await inspector.get(`${at(three?.id)}/cancel`)).status).toBe(403)
    const cancel = await formOf(officer, `${at(three?.id)}/cancel`)
    await officer.post(`${at(three?.id)}/cancel`, { ...cancel, reason: 'Ngừng canh tác' })
    const [first, second, third] = await visits()
    expect([first?.state, first?.doneOn, first?.doneBy, first?.stateReason]).toEqual([
      ...['done', '2026-06-15', `user:${inspectorPerson.userId}`, 'Biên bản 12/BB'],
    ])
    expect([second?.plannedOn, third?.state, third?.stateReason]).toEqual([
      '2026-06-20',
      'cancelled',
      'Ngừng canh tác',
    ])
    const ended = (await officer.get(at(three?.id))).model as DetailModel
    expect(ended.primary).toBeUndefined()
    expect(
      (await officer.post(`${at(three?.id)}/cancel`, { ...cancel, once: '', reason: 'x' })).status,
    ).toBe(409)
    const plan = two?.planId ?? ''
    const counts = (await officer.get(`${MONITORING}/${plan}/visits?view=done`))
      .model as RecordListModel
    expect(counts.rows).toHaveLength(1)
    const log = await db.all<{ action: string }>(
      sql`SELECT action FROM audit_log WHERE entity = 'inspection_visit' ORDER BY seq`,
    )
    expect(log.map(({ action }) => action)).toEqual([
      'monitoring.visit.done',
      'monitoring.visit.move',
      'monitoring.visit.cancel',
    ])
  })
})

describe('minutes of a place with visits to be made', () => {
  const device = () => outboxApp(db, inspectorPerson, { files: memoryFiles() })
  const minutesOf = (siteId = '', body: object = {}) => minutesItem({ siteId, ...body })
  const doneBy = async () =>
    (await visits()).flatMap(({ id, state, inspectionId }) =>
      state === 'done' ? [[id, inspectionId]] : [],
    )

  it('finish the visit they name or the one whose time it is, once, and both pages lead over', async () => {
    await madePlan()
    const [one, two] = await visits()
    const app = device()
    const item = minutesOf(one?.siteId, { visitId: two?.id, kind: 'initial' })
    const all = await Promise.all(Array.from({ length: 3 }, () => app.statuses(item)))
    expect(all.flat().toSorted()).toEqual(['already', 'already', 'stored'])
    expect(await app.statuses(item)).toEqual(['already'])
    // The visit named is of another place.
    expect(await doneBy()).toEqual([[one?.id, item.id]])
    const [made] = await visits()
    expect(made).toMatchObject({
      ...{ doneOn: '2026-06-15', doneBy: `user:${inspectorPerson.userId}`, stateReason: null },
      ...{ remindOn: null, version: 2 },
    })
    const visitPage = (await officer.get(`${MONITORING}/visits/${one?.id}`)).model as DetailModel
    const hrefs = ({ links = [] }: DetailModel) => links.map(({ href }) => href)
    expect(hrefs(visitPage)).toContain(`/portal/inspections/${item.id}`)
    const minutes = (await officer.get(`/portal/inspections/${item.id}`)).model as DetailModel
    expect(hrefs(minutes)).toContain(`${MONITORING}/visits/${one?.id}`)
    const log = await db.all<{ action: string }>(
      sql`SELECT action FROM audit_log WHERE entity = 'inspection_visit'`,
    )
    expect(log).toEqual([{ action: 'monitoring.visit.done' }])
    // A second inspector of the day is stored all the same, and finishes nothing more.
    expect(await app.statuses(minutesOf(one?.siteId, { visitId: one?.id }))).toEqual(['stored'])
    expect(await doneBy()).toHaveLength(1)
  })

  it('finish one that is late where it is named; of two at once each visit is finished by one', async () => {
    await madePlan()
    await putOn([
      { plannedOn: '2026-06-01', dueOn: '2026-06-10' },
      { plannedOn: '2026-06-20', dueOn: '2026-06-30' },
    ])
    const [late, two] = await visits()
    const app = device()
    expect(await app.statuses(minutesOf(late?.siteId))).toEqual(['stored'])
    expect(await doneBy()).toEqual([])
    const named = minutesOf(late?.siteId, { visitId: late?.id })
    expect(await app.statuses(named)).toEqual(['stored'])
    expect(await doneBy()).toEqual([[late?.id, named.id]])
    const both = [minutesOf(two?.siteId), minutesOf(two?.siteId)]
    const became = await Promise.all(both.map((item) => app.statuses(item)))
    expect(became.flat()).toEqual(['stored', 'stored'])
    expect(await doneBy()).toHaveLength(2)
  })

  it('say what the last check of the place concluded, unless one was put down since', async () => {
    await madePlan()
    const [one] = await visits()
    const seen = async () => {
      const { day } = (await inspector.get('/portal')).model as PortalHomeModel
      return day?.visits.find(({ siteId }) => siteId === one?.siteId)
    }
    const old = minutesItem({ siteId: one?.siteId ?? '' }, { happenedOn: '2025-12-01' })
    expect(await device().statuses(old)).toEqual(['stored'])
    await putOn([{ plannedOn: '2026-06-15', dueOn: '2026-06-30' }])
    const found = await seen()
    expect(found).toMatchObject({ lastCheckOn: '2025-12-01', lastOutcome: 'passed' })
    const lines = found && visitLines(found, { lang: 'vi', today: '2026-06-15' })
    expect(lines).toContain('Kiểm tra gần nhất: 01/12/2025 (Đạt)')
    await db.insert(inspectionVisit).values({
      ...(one as typeof inspectionVisit.$inferInsert),
      ...{ id: 'paper', windowId: 'w', state: 'done', doneOn: '2026-01-05', inspectorId: null },
      stateReason: 'BB 7',
    })
    expect(await seen()).toMatchObject({
      ...{ lastCheckOn: '2026-01-05', lastMinutes: 'BB 7', lastOutcome: null },
    })
  })
})

/** Puts visits on days, as if they had been planned so. */
async function putOn(days: readonly { plannedOn: string; dueOn: string }[]) {
  const all = await visits()
  for (const [at, set] of days.entries()) {
    await db
      .update(inspectionVisit)
      .set(set)
      .where(eq(inspectionVisit.id, all[at]?.id ?? ''))
  }
}

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

describe('visits of somebody who leaves', () => {
  const memberOf = async ({ userId }: Person) => {
    const [row] = await db.select().from(member).where(eq(member.userId, userId))
    return row?.id ?? ''
  }

  it('are nobody’s again, and the authority of the plan is told; other visits stay', async () => {
    await madePlan()
    const before = await visits()
    expect(before.every(({ inspectorId }) => inspectorId === inspectorPerson.userId)).toBe(true)
    const ctx = makeContext(db)
    const memberId = await memberOf(inspectorPerson)
    const role = { memberId, role: 'inspector' as const, province: '91', commune: 'Xã Mỹ Hòa' }
    await changeMemberRole({ ctx, input: role })
    const moved = await visits()
    // Of one commune alone now: the visit in the other is to be given to somebody else.
    expect(moved.filter(({ inspectorId }) => inspectorId === null)).toMatchObject([
      { plannedOn: null, version: 2, state: 'planned' },
    ])
    await removeMember({ ctx, input: { memberId } })
    const after = await visits()
    expect(after.map(({ inspectorId, plannedOn }) => inspectorId ?? plannedOn)).toEqual([
      ...Array(3).fill(null),
    ])
    const told = await db.select().from(notification).where(eq(notification.kind, 'visit'))
    expect(told.map(({ organisationId }) => organisationId)).toEqual([
      ...Array(2).fill(person.organisationId),
    ])
    expect(told.at(-1)?.href).toContain('view=unassigned')
  })
})

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

const RULE = {
  ...{ provinceCode: '91', communeCode: null, crop: null, cropFolded: null, market: null },
  ...{ kind: 'periodic' as const, fromOn: '2026-01-01', toOn: null, legalBasis: 'QĐ thử' },
  createdAt: NOW,
}

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
