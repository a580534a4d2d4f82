import { and, desc, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import {
  code,
  codeCertificate,
  codeStatusEvent,
  notification,
  season,
  site,
  siteHousehold,
} from '../../../db/schema/index.ts'
import type { PortalHomeModel, WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { APPLICATION_STEPS } from '../../../worker/domain/applications/workflow.ts'
import { remindOfApplications } from '../../../worker/verbs/applications/remind-applications.ts'
import { openAnswers } from '../../../worker/verbs/applications/sealed-answers.ts'
import { takeApplicationStep } from '../../../worker/verbs/applications/take-step.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import {
  ANSWERS,
  type ApplicationDesk,
  applicationDesk,
  COMMUNE,
  NOW,
  PATH,
  PROVINCE,
  send,
} from '../../support/applications.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeUnits,
  TEST_KEK,
  unique,
} from '../../support/factories.ts'
import { minutesItem } from '../../support/inspections.ts'
import { outboxApp } from '../../support/outbox/outbox-app.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let db: Database
let desk: ApplicationDesk
let officerPerson: Person
let officer: PortalApp
let other: PortalApp
let commune: PortalApp
let stranger: PortalApp
let agency: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  desk = await applicationDesk(db)
  ;({ officerPerson, officer, other, commune, stranger, agency } = desk)
})

const holder: ApplicationDesk['holder'] = (given) => desk.holder(given)
const begin: ApplicationDesk['begin'] = (...asked) => desk.begin(...asked)
const read: ApplicationDesk['read'] = (id) => desk.read(id)
const photo: ApplicationDesk['photo'] = () => desk.photo()
const handedIn: ApplicationDesk['handedIn'] = (...asked) => desk.handedIn(...asked)
const approve: ApplicationDesk['approve'] = (...asked) => desk.approve(...asked)
const stepsOf: ApplicationDesk['stepsOf'] = (id) => desk.stepsOf(id)
const codesOf: ApplicationDesk['codesOf'] = (siteId) => desk.codesOf(siteId)

describe('an application', () => {
  it('goes from its form to code, certificate and notices in one act', async () => {
    const { id, siteId, organisationId } = await handedIn('VNM')
    expect(await read(id)).toMatchObject({
      state: 'submitted',
      dueOn: '2026-12-03',
      workingDays: 3,
    })
    await send(commune, `${PATH}/${id}/pass`, { note: 'Đủ giấy tờ' })
    const sent = await approve(officer, id)
    expect(sent.location).toContain('done=approvedNow')
    const row = await read(id)
    expect(row).toMatchObject({ state: 'approved', dueOn: null, remindOn: null })
    const [granted, ...more] = await codesOf(siteId)
    expect(more).toEqual([])
    expect(granted).toMatchObject({ code: row.grantedCodes[0], documentNo: '12/GXN-CCTT' })
    expect(granted?.code).toMatch(/^91-PUC-XOAI01-\d{6}$/)
    const issued = await db
      .select()
      .from(codeCertificate)
      .where(eq(codeCertificate.codeId, granted?.id ?? ''))
    expect(issued).toHaveLength(1)
    const told = await db
      .select({ href: notification.href })
      .from(notification)
      .where(eq(notification.organisationId, organisationId))
    expect(told.map(({ href }) => href)).toContain(
      `/portal/codes/${granted?.code}/household-notice`,
    )
    const [place] = await db.select().from(site).where(eq(site.id, siteId))
    expect(place).toMatchObject({ areaHa: 12.5, householdCount: 9, representative: 'Bà Thử' })
    const way = (await stepsOf(id)).map(({ step, side }) => [step, side])
    expect(way).toEqual([
      ['open', 'holder'],
      ['submit', 'holder'],
      ['pass_documents', 'commune'],
      ['approve', 'province'],
    ])
    await expect(db.run(sql`DELETE FROM application_step`)).rejects.toThrow()
    // Who only looks reads no number of a person.
    expect(JSON.stringify((await agency.get(`${PATH}/${id}`)).model)).not.toContain('012345678901')
    const shown = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    expect(JSON.stringify(shown)).toContain('012345678901')
    expect(shown.sections.find((section) => section.id === 'history')?.table?.rows).toHaveLength(4)
  })

  it('keeps the number of an identity card from whoever gets hold of the database', async () => {
    const { app, siteId } = await holder()
    const id = await begin(app, siteId)
    const identityNo = '012345678901'
    await send(app, `${PATH}/${id}/form/people`, { ...ANSWERS.people, identityNo })
    const stored = (await read(id)).answers
    expect(JSON.stringify(stored)).not.toContain(identityNo)
    expect(stored['representative']).toBe('Bà Thử')
    const asked = await app.get(`${PATH}/${id}/form/people`)
    expect((asked.model as RecordFormModel).form.values['identityNo']).toBe(identityNo)
    expect(await openAnswers(TEST_KEK, stored)).toMatchObject({ identityNo })
    // What was kept before it was sealed, and what another key sealed.
    expect(await openAnswers(TEST_KEK, { identityNo })).toEqual({ identityNo })
    expect(await openAnswers(new Uint8Array(32), stored)).toMatchObject({ identityNo: '' })
    // Sent again unchanged nothing is written.
    const { version } = await read(id)
    await send(app, `${PATH}/${id}/form/people`, { ...ANSWERS.people, identityNo })
    expect((await read(id)).version).toBe(version)
  })

  it('can be left and gone on with, and says what is missing before it is handed in', async () => {
    const { app, siteId } = await holder()
    const id = await begin(app, siteId)
    const later = await send(app, `${PATH}/${id}/form/place`, { areaHa: '3', later: '1' })
    expect(later.location).toBe(`${PATH}/${id}?done=saved`)
    const next = await send(app, `${PATH}/${id}/form/place`, { householdCount: '4' })
    expect(next.location).toBe(`${PATH}/${id}/form/people`)
    const slip = await send(app, `${PATH}/${id}/form/people`, { identityNo: '123' })
    expect(slip.status).toBe(400)
    expect((slip.model as RecordFormModel).form.values['identityNo']).toBe('123')
    expect((await read(id)).answers).toMatchObject({ areaHa: '3', householdCount: '4' })
    const early = await send(app, `${PATH}/${id}/submit`, {})
    expect(early.status).toBe(409)
    expect((early.model as RecordFormModel).form.problem).toContain('khai đủ thông tin')
    expect(await read(id)).toMatchObject({ state: 'draft' })
    // An office knows nothing of what a holder is still filling in.
    expect((await officer.get(`${PATH}/${id}`)).status).toBe(404)
  })

  it('is one of a kind for a site, and a doubled click is one', async () => {
    const { app, siteId } = await holder()
    const { model } = await app.get(`${PATH}/for/${siteId}`)
    const { form, action } = model as RecordFormModel
    const typed = { ...form.values, kind: 'new' }
    const [one, two] = [await app.post(action, typed), await app.post(action, typed)]
    expect(one.location).toBe(two.location)
    const again = await send(app, `${PATH}/for/${siteId}`, { kind: 'new' })
    expect([again.status, (again.model as RecordFormModel).form.problem]).toEqual([
      409,
      expect.stringContaining('HS-91-2026-'),
    ])
  })

  it('is typed in by a commune for a holder, and says so', async () => {
    const { siteId, app, name } = await holder()
    const { model } = await commune.get(`${PATH}/for/${siteId}`)
    expect((model as RecordFormModel).note).toContain(name)
    const id = await begin(commune, siteId)
    expect(await read(id)).toMatchObject({ byOffice: true })
    const [opened] = await stepsOf(id)
    expect(opened).toMatchObject({ step: 'open', side: 'commune' })
    expect((await app.get(`${PATH}/${id}`)).status).toBe(200)
    expect((await stranger.get(`${PATH}/${id}`)).status).toBe(404)
  })

  it('asked a second time takes a step once; out of order it says where it stands', async () => {
    const { id } = await handedIn()
    const { model } = await commune.get(`${PATH}/${id}/pass`)
    const { form, action } = model as RecordFormModel
    await commune.post(action, { ...form.values })
    // Another tab, another key, the same step.
    const again = await commune.post(action, { ...form.values, once: 'another-key-1' })
    expect(again.status).toBe(303)
    expect((await stepsOf(id)).filter(({ step }) => step === 'pass_documents')).toHaveLength(1)
    const wrong = await send(officer, `${PATH}/${id}/check`, { outcome: 'passed' })
    expect([wrong.status, (wrong.model as RecordFormModel).form.problem]).toEqual([
      409,
      expect.stringContaining('Hồ sơ hợp lệ'),
    ])
    expect((await approve(commune, id)).status).toBe(409)
  })

  it('of two officers at once is moved by one, and the other is told', async () => {
    const { id, siteId } = await handedIn()
    await send(commune, `${PATH}/${id}/pass`, {})
    const [a, b] = await Promise.all([
      approve(officer, id),
      send(other, `${PATH}/${id}/reject`, { reason: 'Trùng vùng trồng' }),
    ])
    expect([a.status, b.status].sort()).toEqual([303, 409])
    const { state, grantedCodes } = await read(id)
    expect(await codesOf(siteId)).toHaveLength(state === 'approved' ? 1 : 0)
    expect(grantedCodes).toHaveLength(state === 'approved' ? 1 : 0)
    expect((await stepsOf(id)).filter(({ toState }) => toState === state)).toHaveLength(1)
  })

  it('is granted once though two officers approve at the same moment', async () => {
    const { id, siteId } = await handedIn()
    await send(commune, `${PATH}/${id}/pass`, {})
    const [a, b] = await Promise.all([approve(officer, id), approve(other, id)])
    expect([a, b].filter(({ status }) => status === 303).length).toBeGreaterThan(0)
    expect(await codesOf(siteId)).toHaveLength(1)
  })

  it('begins its term anew when a supplement was handed in, and is seen first for durian to China', async () => {
    const { id, app } = await handedIn('CHN', { crop: 'Sầu riêng' })
    expect((await read(id)).state).toBe('draft')
    for (const kind of ['pest_monitoring']) {
      await send(app, `${PATH}/${id}/papers/new`, { kind, file: photo() })
    }
    await send(app, `${PATH}/${id}/submit`, {})
    expect(await read(id)).toMatchObject({ dueOn: '2026-12-14', checkRequired: true })
    await send(officer, `${PATH}/${id}/supplement`, { reason: 'Thiếu lịch bẫy' })
    expect(await read(id)).toMatchObject({ state: 'supplement_requested', dueOn: null })
    const returned = async (reader: PortalApp) =>
      ((await reader.get('/portal/waiting/applications_returned')).model as WaitingModel).rows
    expect(await returned(app)).toMatchObject([
      { applicationId: id, number: expect.stringMatching(/^HS-91-/), reason: 'Thiếu lịch bẫy' },
    ])
    expect(await returned(portalApp(db, await makePerson(db, 'producer')))).toEqual([])
    await send(app, `${PATH}/${id}/submit`, {})
    await send(officer, `${PATH}/${id}/pass`, {})
    expect((await approve(officer, id)).status).toBe(409)
    await send(officer, `${PATH}/${id}/schedule`, { checkOn: '02/12/2026' })
    expect((await read(id)).checkOn).toBe('2026-12-02')
    await send(officer, `${PATH}/${id}/check`, { checkOn: '30/11/2026', outcome: 'passed' })
    const sent = await approve(officer, id)
    expect(sent.status).toBe(303)
    const { grantedCodes } = await read(id)
    expect(grantedCodes[0]).toMatch(/^91-PUC-SAURIENG01-\d{6}-CHN$/)
    const [event] = await db
      .select({ status: codeStatusEvent.status, codeId: codeStatusEvent.codeId })
      .from(codeStatusEvent)
      .innerJoin(code, eq(code.id, codeStatusEvent.codeId))
      .where(eq(code.code, grantedCodes[0] ?? ''))
    expect(event?.status).toBe('pending_foreign_approval')
    // No certificate of what does not count yet.
    const certificates = await db
      .select()
      .from(codeCertificate)
      .where(eq(codeCertificate.codeId, event?.codeId ?? ''))
    expect(certificates).toEqual([])
    const list = await officer.get(
      '/portal/exports/codes?status=pending_foreign_approval&format=csv',
    )
    const text = await list.response.text()
    expect(text).toContain(grantedCodes[0])
  })

  it('takes the next number of its format, and refuses one that was taken meanwhile on its field', async () => {
    const first = await handedIn()
    await send(commune, `${PATH}/${first.id}/pass`, {})
    await approve(officer, first.id)
    const [before] = (await read(first.id)).grantedCodes
    const second = await handedIn()
    await send(commune, `${PATH}/${second.id}/pass`, {})
    const { model } = await officer.get(`${PATH}/${second.id}/approve`)
    const suggested = (model as RecordFormModel).form.values['code.VNM'] ?? ''
    expect(Number(suggested.slice(-6))).toBe(Number(before?.slice(-6)) + 1)
    const taken = await approve(officer, second.id, { 'code.VNM': before ?? '' })
    expect([taken.status, Object.keys((taken.model as RecordFormModel).form.errors)]).toEqual([
      400,
      ['code.VNM'],
    ])
  })
})

describe('a field check', () => {
  it('is recorded from minutes of the place, or by hand', async () => {
    const { id, app, siteId } = await handedIn()
    await send(commune, `${PATH}/${id}/pass`, {})
    await send(officer, `${PATH}/${id}/schedule`, { checkOn: '30/11/2026' })
    const inspector = await makePerson(db, 'inspector', { place: PROVINCE })
    const device = outboxApp(db, inspector, { now: () => NOW, files: officer.deps.files })
    const made = (there: string, happenedOn: string) =>
      minutesItem({ siteId: there, kind: 'initial' }, { happenedOn, madeAt: NOW })
    const elsewhere = made((await holder()).siteId, '2026-11-30')
    const [before, after] = [made(siteId, '2026-11-29'), made(siteId, '2026-11-30')]
    const sent = await device.statuses(elsewhere, before)
    expect(sent).toEqual(['stored', 'stored'])
    const asked = async () => (await officer.get(`${PATH}/${id}/check`)).model as RecordFormModel
    const named = (model: RecordFormModel, name: string) =>
      model.inputs.find((input) => input.name === name)
    const none = await asked()
    expect([named(none, 'inspectionId'), named(none, 'outcome')?.required]).toEqual([
      undefined,
      true,
    ])
    expect(await device.statuses(after)).toEqual(['stored'])
    const some = await asked()
    expect(named(some, 'inspectionId')?.choices?.map(({ value }) => value)).toEqual([after.id])
    expect(named(some, 'outcome')?.required).toBe(false)
    const check = (typed: Record<string, string>) => send(officer, `${PATH}/${id}/check`, typed)
    const errors = async (typed: Record<string, string>) =>
      Object.keys(((await check(typed)).model as RecordFormModel).form.errors)
    expect(await errors({ inspectionId: before.id, outcome: 'passed' })).toEqual(['inspectionId'])
    expect(await errors({ inspectionId: elsewhere.id })).toEqual(['inspectionId'])
    expect(await errors({ checkOn: '' })).toEqual(['checkOn', 'outcome'])
    const chosen = { inspectionId: after.id, outcome: 'failed', checkOn: '' }
    expect((await check(chosen)).status).toBe(303)
    expect(await read(id)).toMatchObject({
      ...{ state: 'field_checked', checkOn: '2026-11-30', checkOutcome: 'passed' },
      inspectionId: after.id,
    })
    for (const who of [officer, app]) {
      const { links = [] } = (await who.get(`${PATH}/${id}`)).model as DetailModel
      expect(links.map(({ href }) => href)).toContain(`/portal/inspections/${after.id}`)
    }
    await send(officer, `${PATH}/${id}/schedule`, { checkOn: '01/12/2026' })
    expect(await read(id)).toMatchObject({ checkOutcome: null, inspectionId: null })
    await check({ checkOn: '30/11/2026', outcome: 'failed' })
    expect(await read(id)).toMatchObject({ checkOutcome: 'failed', inspectionId: null })
  })
})

describe('a change of a code that there is', () => {
  async function withCode() {
    const made = await holder()
    const { code: old } = await makeCode(makeContext(db), {
      ...{ siteId: made.siteId, market: 'VNM', code: `VN-AGOR-${7000 + unique()}` },
    })
    return { ...made, old }
  }

  async function toApproval(
    app: PortalApp,
    id: string,
    parts: Record<string, Record<string, string>>,
  ) {
    for (const [part, typed] of Object.entries(parts)) {
      await send(app, `${PATH}/${id}/form/${part}`, typed)
    }
    const sent = await send(app, `${PATH}/${id}/submit`, {})
    expect(sent.status).toBe(303)
    await send(commune, `${PATH}/${id}/pass`, {})
  }

  it('gives the place, its open season and a new code to another holder; the old code ends and resolves', async () => {
    const { app, siteId, old, organisationId } = await withCode()
    const { id: nextId, name } = await makeOrganisation(makeContext(db), { kind: 'company' })
    await db.insert(season).values({
      ...{ id: `vu-${unique()}`, siteId, organisationId, crop: 'Xoài', cropFolded: 'xoai' },
      ...{ startsOn: '2026-09-01', expectedFromOn: '2027-01-01', expectedToOn: '2027-03-01' },
      ...{ markets: ['VNM'], createdAt: NOW },
    })
    const id = await begin(app, siteId, { kind: 'change_holder', code: old })
    await send(app, `${PATH}/${id}/papers/new`, { kind: 'transfer', file: photo() })
    await toApproval(app, id, {
      change: { changeReason: 'Chuyển nhượng' },
      holder: { newHolder: name },
      commitment: { committed: 'yes' },
    })
    const shown = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    expect(shown.notes?.some(({ text }) => text.includes('1 vụ'))).toBe(true)
    const none = await approve(officer, id, { 'code.VNM': '' })
    expect(Object.keys((none.model as RecordFormModel).form.errors)).toEqual(['code.VNM'])
    expect((await approve(officer, id)).status).toBe(303)
    const [place] = await db.select().from(site).where(eq(site.id, siteId))
    expect(place?.organisationId).toBe(nextId)
    const seasons = await db.select().from(season).where(eq(season.siteId, siteId))
    expect(seasons.map((row) => row.organisationId)).toEqual([nextId])
    const codes = await codesOf(siteId)
    const before = codes.find((row) => row.code === old)
    const after = codes.find((row) => row.code !== old)
    expect(after).toMatchObject({ supersedesId: before?.id })
    const [last] = await db
      .select()
      .from(codeStatusEvent)
      .where(and(eq(codeStatusEvent.codeId, before?.id ?? ''), eq(codeStatusEvent.market, 'VNM')))
      .orderBy(desc(codeStatusEvent.effectiveOn))
    expect(last).toMatchObject({ status: 'expired', effectiveOn: '2026-11-30' })
  })

  it('keeps the code where an area changes and no new one is given; others’ edits stay', async () => {
    const { app, siteId, old } = await withCode()
    await db.run(sql`UPDATE site SET area_ha = 5, household_count = 3 WHERE id = ${siteId}`)
    const id = await begin(app, siteId, { kind: 'change_area', code: old })
    await send(app, `${PATH}/${id}/papers/new`, { kind: 'site_map', file: photo() })
    await toApproval(app, id, {
      change: { changeReason: 'Mở rộng' },
      place: { areaHa: '8' },
      commitment: { committed: 'yes' },
    })
    await db.run(sql`UPDATE site SET hamlet = 'Ấp Mới' WHERE id = ${siteId}`)
    expect((await approve(officer, id)).status).toBe(303)
    expect((await read(id)).grantedCodes).toEqual([old])
    const [place] = await db.select().from(site).where(eq(site.id, siteId))
    expect(place).toMatchObject({ areaHa: 8, hamlet: 'Ấp Mới', householdCount: 3 })
    expect(await codesOf(siteId)).toHaveLength(1)
  })

  it('puts the new list of households in the place of the old one', async () => {
    const { app, siteId, old } = await withCode()
    await db.insert(siteHousehold).values({
      ...{ id: `ho-${unique()}`, siteId, position: 1, name: 'Hộ Cũ', nameFolded: 'ho cu' },
      createdAt: NOW,
    })
    const id = await begin(app, siteId, { kind: 'change_households', code: old })
    const wrong = await send(app, `${PATH}/${id}/form/households`, {
      households: 'Họ tên chủ hộ\tDiện tích (ha)\nHộ A\tnhiều',
    })
    expect(Object.keys((wrong.model as RecordFormModel).form.errors)).toEqual(['households'])
    await toApproval(app, id, {
      change: { changeReason: 'Hai hộ vào' },
      households: { households: 'Họ tên chủ hộ\tDiện tích (ha)\nHộ A\t1,5\nHộ B\t2' },
      commitment: { committed: 'yes' },
    })
    expect((await approve(officer, id)).status).toBe(303)
    const rows = await db.select().from(siteHousehold).where(eq(siteHousehold.siteId, siteId))
    expect(rows.map(({ name }) => name).sort()).toEqual(['Hộ A', 'Hộ B'])
  })

  it('gives a code a new last day, and its certificate', async () => {
    const { app, siteId, old } = await withCode()
    const id = await begin(app, siteId, { kind: 'renewal', code: old })
    await toApproval(app, id, {
      people: ANSWERS.people,
      growing: ANSWERS.growing,
      commitment: { committed: 'yes' },
    })
    const without = await approve(officer, id)
    expect(Object.keys((without.model as RecordFormModel).form.errors)).toEqual(['validTo'])
    expect((await approve(officer, id, { validTo: '30/11/2028' })).status).toBe(303)
    const [row] = await codesOf(siteId)
    const events = await db
      .select()
      .from(codeStatusEvent)
      .where(eq(codeStatusEvent.codeId, row?.id ?? ''))
    expect(events.map(({ status, effectiveOn }) => [status, effectiveOn])).toContainEqual([
      'expired',
      '2028-12-01',
    ])
    const issued = await db
      .select()
      .from(codeCertificate)
      .where(eq(codeCertificate.codeId, row?.id ?? ''))
    expect(issued).toHaveLength(1)
  })
})

describe('on the way', () => {
  it('an officer adds the place with its holder, and comes back to the application', async () => {
    await makeUnits(db, [
      ['91', 'Tỉnh An Giang'],
      ['30337', 'Xã Thử', '91'],
    ])
    const name = `HTX mới ${unique()}`
    const { model } = await officer.get('/portal/sites/new?kind=growing_area&next=application')
    const hidden = (model as { hidden?: { name: string; value: string }[] }).hidden ?? []
    expect(hidden).toContainEqual({ name: 'next', value: 'application' })
    const sent = await officer.post('/portal/sites/new', {
      ...{ kind: 'growing_area', next: 'application', name: 'Vùng mới' },
      ...{ organisation: name, holderKind: 'cooperative', commune: 'Xã Thử', province: 'An Giang' },
    })
    expect(sent.location).toContain(`${PATH}/for/`)
    const start = (await officer.get(sent.location ?? '')).model as RecordFormModel
    expect(start.note).toContain(name)
  })

  it('a place that went to somebody else meanwhile is no longer asked for; it can be withdrawn', async () => {
    const { id, app, siteId } = await handedIn()
    const next = await makeOrganisation(makeContext(db))
    await db.run(sql`UPDATE site SET organisation_id = ${next.id} WHERE id = ${siteId}`)
    const sent = await send(commune, `${PATH}/${id}/pass`, {})
    expect([sent.status, (sent.model as RecordFormModel).form.problem]).toEqual([
      409,
      expect.stringContaining('đã đổi chủ'),
    ])
    const byOffice = await send(officer, `${PATH}/${id}/withdraw`, { reason: 'x' })
    expect(byOffice.status).toBe(409)
    const out = await send(app, `${PATH}/${id}/withdraw`, { reason: 'Đã chuyển nhượng' })
    expect(out.status).toBe(303)
    expect(await read(id)).toMatchObject({ state: 'withdrawn', dueOn: null })
  })
})

describe('what waits', () => {
  it('is listed with the late first, counted for a place, and reminded of once a day', async () => {
    const { id, app, organisationId } = await handedIn()
    await db.run(sql`UPDATE application SET due_on = '2026-11-20', remind_on = '2026-11-30',
      handed_in_on = '2026-11-17' WHERE id = ${id}`)
    const list = (await officer.get(PATH)).model as RecordListModel
    expect(list.rows[0]?.[0]?.href).toBe(`${PATH}/${id}`)
    const late = (await officer.get(`${PATH}?late=1`)).model as RecordListModel
    expect(late.rows).toHaveLength(1)
    expect(((await app.get(PATH)).model as RecordListModel).rows).toHaveLength(1)
    expect(((await stranger.get(PATH)).model as RecordListModel).rows).toEqual([])
    const countedFor = async (reader: typeof officer) =>
      ((await reader.get('/portal')).model as PortalHomeModel).figures.find(
        ({ figure }) => figure === 'applications_late',
      )
    const [waiting] = await db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM application WHERE due_on IS NOT NULL`,
    )
    expect(await countedFor(officer)).toMatchObject({ count: 1, of: waiting?.n })
    const elsewhere = { provinceCode: '15', communeCode: null }
    const other = portalApp(db, await makePerson(db, 'officer', { place: elsewhere }))
    expect([await countedFor(other), await countedFor(app)]).toEqual([undefined, undefined])
    const ctx = makeContext(db, { now: () => NOW })
    expect(await remindOfApplications(ctx)).toBe(1)
    expect(await remindOfApplications(ctx)).toBe(0)
    const told = await db
      .select()
      .from(notification)
      .where(eq(notification.href, `${PATH}/${id}`))
    expect(told.some(({ title }) => title.vi.includes('quá hạn'))).toBe(true)
    expect(told.every((row) => row.organisationId !== organisationId)).toBe(true)
  })
})

describe('steps in any order, by anybody', () => {
  it('never lose a step, double one or grant what was not passed', async () => {
    const { id, siteId, organisationId } = await handedIn()
    const base = { db, now: () => NOW }
    const people: Person[] = [
      officerPerson,
      await makePerson(db, 'officer', { place: COMMUNE }),
      await makePerson(db, 'producer', { organisationId }),
    ]
    const steps = APPLICATION_STEPS.filter((step) => step !== 'approve' && step !== 'withdraw')
    const texts = { reason: 'Lý do', note: '', checkOn: '2026-11-30', outcome: 'passed' }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(people.length - 1)), {
          ...{ minLength: 5, maxLength: 12 },
        }),
        async (asked) => {
          for (const [step, who] of asked) {
            const actor = people[who] ?? officerPerson
            const ctx = makeContext(base.db, { actor, now: base.now })
            const { state, version } = await read(id)
            const before = (await stepsOf(id)).length
            await takeApplicationStep({
              ctx,
              input: { id, step: step as 'submit', texts },
            }).catch(() => undefined)
            const after = await read(id)
            const added = (await stepsOf(id)).slice(before)
            expect(added).toHaveLength(after.version - version)
            if (added.length === 0) expect(after.state).toBe(state)
            else expect(added[0]).toMatchObject({ fromState: state, toState: after.state })
          }
        },
      ),
      { numRuns: 4, seed: 20261130 },
    )
    expect(await codesOf(siteId)).toEqual([])
  })
})
