import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { inspectionVisit, member, notification } from '../../../db/schema/index.ts'
import type { PortalHomeModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { visitLines } from '../../../worker/copy/visits.ts'
import { changeMemberRole } from '../../../worker/verbs/accounts/change-member-role.ts'
import { removeMember } from '../../../worker/verbs/accounts/remove-member.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { makeContext } from '../../support/factories.ts'
import { minutesItem } from '../../support/inspections.ts'
import {
  formOf,
  MONITORING,
  type MonitoringDesk,
  monitoringDesk,
} from '../../support/monitoring-desk.ts'
import { outboxApp } from '../../support/outbox/outbox-app.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makePerson } from '../../support/portal-app.ts'

let db: MonitoringDesk['db']
let person: MonitoringDesk['person']
let inspectorPerson: MonitoringDesk['inspectorPerson']
let officer: MonitoringDesk['officer']
let inspector: MonitoringDesk['inspector']
let visits: MonitoringDesk['visits']
let putOn: MonitoringDesk['putOn']
let madePlan: MonitoringDesk['madePlan']

beforeEach(async () => {
  ;({ db, person, inspectorPerson, officer, inspector, visits, putOn, madePlan } =
    await monitoringDesk())
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

  it('that wait for nobody show no form to give them away, but the way to those that are given', async () => {
    const path = await madePlan()
    const page = (await officer.get(`${path}/assign`)).model as DetailModel
    expect([page.kind, page.notes]).toEqual([
      'portal/detail',
      [{ kind: 'note', text: 'Không có lượt nào chờ giao.' }],
    ])
    const [given] = page.links ?? []
    const open = (await officer.get(given?.href ?? '')).model as RecordListModel
    expect(open.rows).toHaveLength(3)
    expect(open.adding?.href).toContain(`${path}/assign?view=open`)
    // Of two who assign the last ones, the second is told that there are none.
    const late = await officer.post(`${path}/assign`, { inspectorId: inspectorPerson.userId })
    expect(late.status).toBe(400)
    expect((late.model as DetailModel).notes?.[0]?.kind).toBe('error')
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
