import { and, eq, sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { batch, code, residueResult, residueSample, season } from '../../../db/schema/index.ts'
import { newInspection } from '../../../site/app/inspect/inspection-draft.ts'
import { formOf, placed } from '../../../site/app/inspect/placing.ts'
import { readInspection } from '../../../site/app/inspect/read-inspection.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { SiteModel } from '../../../site/models/sites.ts'
import {
  type ApplicationDesk,
  applicationDesk,
  makeMarketRule,
  NOW,
  PATH,
  PROVINCE,
  send,
} from '../../support/applications.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeDiaryEvent,
  makeOrganisation,
  makeProduct,
  unique,
} from '../../support/factories.ts'
import { kitOf, minutesItem, SOUND_ANSWERS } from '../../support/inspections.ts'
import { outboxApp } from '../../support/outbox/outbox-app.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

let db: Database
let desk: ApplicationDesk
let officer: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  desk = await applicationDesk(db)
  officer = desk.officer
})

const detailOf = async (app: PortalApp, id: string) =>
  (await app.get(`${PATH}/${id}`)).model as DetailModel

describe('the days off of a year', () => {
  const CALENDAR = '/portal/calendar'
  const year2027 = {
    off: '01/01/2027\n04/02/2027 - 12/02/2027\n16/04/2027',
    worked: '20/02/2027',
    documentNo: '9/TB-BNV',
    decidedOn: '28/11/2026',
  }

  it('count by the law until they are entered, and a term that leans on them says so', async () => {
    const { id, app } = await desk.handedIn()
    await db.run(sql`UPDATE application SET due_on = '2027-01-06' WHERE id = ${id}`)
    const note = (model: DetailModel) => (model.notes ?? []).map(({ text }) => text).join(' ')
    expect(note(await detailOf(app, id))).toContain('lịch nghỉ năm 2027 tạm tính')
    const list = (await officer.get(CALENDAR)).model as RecordListModel
    const row = list.rows.find(([year]) => year?.text === '2027')
    expect(row?.[1]?.text).toContain('04/02/2027 - 10/02/2027')
    expect(row?.[3]?.text).toContain('Điều 112')
    const slip = await send(officer, `${CALENDAR}/2027`, { ...year2027, off: '01/01/2028' })
    expect((slip.model as RecordFormModel).form.errors['off']).toContain('Dòng 1')
    expect((slip.model as RecordFormModel).form.values['documentNo']).toBe('9/TB-BNV')
    const sent = await send(officer, `${CALENDAR}/2027`, year2027)
    expect(sent.location).toBe(`${CALENDAR}?done=saved`)
    expect(note(await detailOf(app, id))).not.toContain('tạm tính')
  })

  it('are entered by one of two officers at once, and by no producer', async () => {
    const { model } = await officer.get(`${CALENDAR}/2028`)
    const { form, action } = model as RecordFormModel
    const typed = { ...form.values, off: '01/01/2028', documentNo: '1/TB', decidedOn: '01/11/2026' }
    expect((await officer.post(action, typed)).status).toBe(303)
    // The doubled click is one; another desk that saw the year empty is told.
    expect((await officer.post(action, typed)).status).toBe(303)
    const second = await desk.other.post(action, { ...typed, once: 'khoa-khac-1' })
    expect(second.status).toBe(409)
    const { app } = await desk.holder()
    expect((await app.get(`${CALENDAR}/2028`)).status).toBe(403)
    expect((await app.get(CALENDAR)).status).toBe(200)
    await expect(db.run(sql`DELETE FROM days_off_year`)).rejects.toThrow()
  })
})

describe('a place', () => {
  it('shows its applications, those that ended among them, to whoever may read each', async () => {
    const { id, app, siteId } = await desk.handedIn()
    const rowsFor = async (reader: PortalApp) =>
      ((await reader.get(`/portal/sites/${siteId}`)).model as SiteModel).applications.rows
    expect((await rowsFor(app)).map(([number]) => number?.href)).toEqual([`${PATH}/${id}`])
    await send(app, `${PATH}/${id}/withdraw`, { reason: 'Làm lại' })
    const again = await desk.begin(app, siteId)
    const [open, ended] = await rowsFor(app)
    expect([open?.[2]?.text, ended?.[2]?.text]).toEqual(['Đang khai', 'Đã rút'])
    // What a holder is still filling in is nobody else's business.
    expect((await rowsFor(officer)).map(([number]) => number?.href)).toEqual([`${PATH}/${id}`])
    expect(again).not.toBe(id)
  })
})

describe('an inspection of a place', () => {
  it('is prepared with the rules of its crops and markets, which later rules do not change', async () => {
    const inspector = await makePerson(db, 'inspector', { place: PROVINCE })
    const files = officer.deps.files
    const device = outboxApp(db, inspector, { now: () => NOW, files })
    const { id, siteId, app } = await desk.durian()
    await desk.declare(app, id)
    await send(app, `${PATH}/${id}/submit`, {})
    const kit = (await kitOf(device.app)).inspection
    const place = kit?.sites.find((each) => each.id === siteId)
    const rules = kit?.rules?.[place?.rulesAt ?? -1]
    // It has no code yet: what it applies for is what its markets are.
    expect(rules?.pests?.length).toBe(6)
    const seen = rules?.pests?.[0]
    if (kit === undefined || place === undefined) throw new Error('not in the kit')
    // The draft keeps them as they were when the place was chosen.
    const begun = {
      ...newInspection({ accountId: 'a', id: 'x', on: '2026-11-30', name: 'Cán bộ thử' }),
      ...placed(kit, place),
      kind: 'initial' as const,
    }
    const draft = { ...begun, ...formOf(kit, begun) }
    const reading = readInspection(draft)
    const choices = Object.values(reading?.compiled.form.lists ?? {}).flat()
    expect(choices).toContainEqual(seen)
    expect(reading?.faults.has('answers.pests_seen')).toBe(true)
    expect(draft.rules).toEqual(rules)
    const item = minutesItem(
      {
        ...{ siteId, kind: 'initial', formVersionId: 'default-growing-area-2', rules },
        ...{ outcome: 'failed' },
        answers: {
          ...SOUND_ANSWERS,
          ...{ pests_seen: [seen?.name], checks_made: [rules?.checks?.[0]?.name] },
        },
        findings: [
          {
            ...{ question: 'pests_seen', severity: 'critical', text: 'Có đối tượng kiểm dịch' },
            ...{ action: 'Xử lý, thu dọn', dueOn: '2026-12-20' },
          },
        ],
      },
      { happenedOn: '2026-11-30', madeAt: NOW },
    )
    const stray = { ...item, id: `${item.id}x`, body: { ...(item.body as object), rules: null } }
    expect(await device.statuses(stray, item)).toEqual(['refused invalid_input', 'stored'])
    await makeMarketRule(db, {
      ...{ crop: 'durian', market: 'CHN' },
      value: { kind: 'pest', name: { vi: 'Bactrocera correcta' }, status: 'regulated' },
    })
    const shown = (await officer.get(`/portal/inspections/${item.id}`)).model as DetailModel
    expect(JSON.stringify(shown.sections)).toContain(seen?.label.vi)
    const after = (await kitOf(device.app)).inspection
    const now = after?.rules?.[after.sites.find((each) => each.id === siteId)?.rulesAt ?? -1]
    expect(now?.pests?.map(({ label }) => label.vi).join()).toContain('phải kiểm soát')
  })
})

describe('a change of holder in mid-season', () => {
  it('leaves what was done to whoever did it, and gives the new holder the season that goes on', async () => {
    const ctx = makeContext(db, { now: () => NOW })
    const made = await desk.holder()
    const { siteId, organisationId, app } = made
    const old = await makeCode(ctx, { siteId, market: 'VNM', activeFrom: '2025-01-01' })
    const next = await makeOrganisation(ctx, { kind: 'company' })
    const seasonId = `vu-${unique()}`
    await db.insert(season).values({
      ...{ id: seasonId, siteId, organisationId, crop: 'Xoài', cropFolded: 'xoai' },
      ...{ startsOn: '2026-09-01', expectedFromOn: '2027-01-01', expectedToOn: '2027-03-01' },
      ...{ markets: ['VNM'], createdAt: NOW },
    })
    await makeDiaryEvent(ctx, { siteId, summary: 'Bón phân của chủ cũ' })
    const { id: productId } = await makeProduct(ctx, { organisationId })
    const packed = await makeBatch(ctx, { productId, lot: 'LO-CU', growingAreas: [old.code] })
    await db.insert(residueSample).values({
      ...{ id: 'mau-1', state: 'reported', siteId, organisationId, crop: 'mango' },
      ...{ cropName: 'Xoài', markets: ['CHN'], takenOn: '2026-10-01', sampleNo: 'M-77' },
      ...{ actor: 'operator:thu', createdAt: NOW, version: 1 },
    })
    await db.insert(residueResult).values({
      ...{ id: 'kq-1', sampleId: 'mau-1', analyte: 'Cadmi', analyteKey: 'cadmi' },
      ...{ relation: 'equal', unit: 'mg/kg', recordedAt: NOW, actor: 'operator:thu' },
    })
    const id = await desk.begin(app, siteId, { kind: 'change_holder', code: old.code })
    await send(app, `${PATH}/${id}/papers/new`, { kind: 'transfer', file: desk.photo() })
    await send(app, `${PATH}/${id}/form/change`, { changeReason: 'Chuyển nhượng' })
    await send(app, `${PATH}/${id}/form/holder`, { newHolder: next.name })
    await send(app, `${PATH}/${id}/form/commitment`, { committed: 'yes' })
    await send(app, `${PATH}/${id}/submit`, {})
    await send(officer, `${PATH}/${id}/pass`, {})
    expect((await desk.approve(officer, id)).status).toBe(303)
    await makeDiaryEvent(makeContext(db, { now: () => NOW + 1_000 }), {
      ...{ siteId, summary: 'Tưới của chủ mới' },
    })

    // The season is the new holder's; the batch, its code and what was found stay whose they were.
    const [moved] = await db.select().from(season).where(eq(season.id, seasonId))
    expect(moved?.organisationId).toBe(next.id)
    const [kept] = await db
      .select({ organisationId: batch.organisationId })
      .from(batch)
      .where(and(eq(batch.id, packed.id)))
    expect(kept?.organisationId).toBe(organisationId)
    const [former] = await db.select().from(code).where(eq(code.id, old.id))
    expect(former?.withdrawnAt).toBeNull()

    const newcomer = await makePerson(db, 'producer', { organisationId: next.id })
    const everything = async (who: PortalApp) => {
      const { response } = await who.get('/portal/imports/everything')
      const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
      return (name: string) => new TextDecoder().decode(files[`${name}.csv`])
    }
    const theirs = await everything(app)
    const ours = await everything(portalApp(db, newcomer, { now: () => NOW + 2_000 }))
    expect(theirs('applications')).toContain(id)
    expect(theirs('application_papers')).toContain('transfer')
    expect(theirs('application_steps')).toContain('approve')
    expect(theirs('residue_samples')).toContain('M-77')
    expect(theirs('residue_results')).toContain('Cadmi')
    expect(theirs('diary')).toContain('Bón phân của chủ cũ')
    expect(theirs('diary')).not.toContain('Tưới của chủ mới')
    expect(theirs('batches')).toContain('LO-CU')
    expect(theirs('seasons')).not.toContain(seasonId)
    expect(ours('seasons')).toContain(seasonId)
    expect(ours('diary')).toContain('Tưới của chủ mới')
    for (const table of ['applications', 'application_papers', 'residue_samples', 'batches']) {
      expect(ours(table).trim().split('\r\n')).toHaveLength(1)
    }
    // The place shows the newcomer no application of the one before.
    const page = (await portalApp(db, newcomer, { now: () => NOW }).get(`/portal/sites/${siteId}`))
      .model as SiteModel
    expect(page.applications.rows).toEqual([])
  })
})
