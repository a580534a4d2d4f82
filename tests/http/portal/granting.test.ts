import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { finding } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import type { RuleValue } from '../../../worker/domain/market-rules/market-rule.ts'
import { toDecimal } from '../../../worker/lib/measure/decimal.ts'
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
import { minutesItem } from '../../support/inspections.ts'
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

const formOf = async (app: PortalApp, path: string) =>
  (await app.get(path)).model as RecordFormModel
const detailOf = async (app: PortalApp, id: string) =>
  (await app.get(`${PATH}/${id}`)).model as DetailModel
const problemOf = ({ model }: { model: unknown }) => (model as RecordFormModel).form.problem

const check = (name: string): RuleValue => ({
  kind: 'required_check',
  name: { vi: name },
  ...{ before: 'harvest', proof: 'inspection', days: null, samplePercent: null },
})

describe('what a market asks', () => {
  it('is shown with its source in a step of the form, and must be declared where it is sure', async () => {
    const { app, id } = await desk.durian()
    const form = await formOf(app, `${PATH}/${id}/form/rules`)
    const asked = form.inputs.find(({ name }) => name === 'declared')?.choices ?? []
    expect(asked.map(({ value }) => value)).toContain('lib:durian-chn-fallen-fruit')
    const table = form.sections?.find((section) => section.id === 'rules')?.table
    expect(JSON.stringify(table)).toContain('Nghị định thư ngày 11/7/2022')
    expect(JSON.stringify(table)).toContain('chưa đối chiếu văn bản gốc')
    expect((await detailOf(app, id)).primary?.href).toBe(`${PATH}/${id}/form/rules`)
    const early = await send(app, `${PATH}/${id}/submit`, {})
    expect([early.status, problemOf(early)]).toEqual([
      409,
      expect.stringContaining('quy định của thị trường'),
    ])
    const strange = await send(app, `${PATH}/${id}/form/rules`, { declared: 'khong-co' })
    expect(Object.keys((strange.model as RecordFormModel).form.errors)).toEqual(['declared'])
    // Doubtful rules warn, and refuse nothing.
    const sure = [...asked].filter(({ text }) => !text.includes('Bactrocera'))
    await send(app, `${PATH}/${id}/form/rules`, {
      declared: sure.map(({ value }) => value).join('\n'),
    })
    expect((await formOf(app, `${PATH}/${id}/submit`)).note).toContain('Bactrocera correcta')
    expect((await send(app, `${PATH}/${id}/submit`, {})).status).toBe(303)
    const { marketAsks } = await desk.read(id)
    expect(marketAsks?.length).toBe(asked.length)
  })

  it('of an area that is too small is refused with both figures, whoever hands it in', async () => {
    const { app, siteId } = await desk.holder()
    const id = await desk.begin(app, siteId)
    await desk.fillIn(app, id, 'VNM')
    await send(app, `${PATH}/${id}/form/place`, { areaHa: '0,5' })
    const { notes = [] } = await detailOf(app, id)
    expect(notes.find(({ kind }) => kind === 'error')?.text).toContain('≥ 1 ha')
    expect((await send(app, `${PATH}/${id}/submit`, {})).status).toBe(409)
    await send(app, `${PATH}/${id}/form/place`, { areaHa: '1' })
    expect((await send(app, `${PATH}/${id}/submit`, {})).status).toBe(303)
    // A crop that stands on a part of it counts by that part.
    await db.run(sql`UPDATE site_crop SET planted_area_ha = 0.4 WHERE site_id = ${siteId}`)
    await send(officer, `${PATH}/${id}/pass`, {})
    expect((await desk.approve(officer, id)).status).toBe(409)
  })

  it('refuses nobody who handed in before anything was asked, and tells the officer', async () => {
    const { app, id } = await desk.durian()
    await desk.declare(app, id)
    await send(app, `${PATH}/${id}/submit`, {})
    await db.run(sql`UPDATE application SET market_asks = NULL, check_required = 0,
      answers = json_remove(answers, '$.declared') WHERE id = ${id}`)
    await send(officer, `${PATH}/${id}/pass`, {})
    await send(officer, `${PATH}/${id}/schedule`, { checkOn: '30/11/2026' })
    await send(officer, `${PATH}/${id}/check`, { checkOn: '30/11/2026', outcome: 'passed' })
    const asked = await send(officer, `${PATH}/${id}/approve`, {
      ...{ issuedOn: '30/11/2026', documentNo: '4/GXN' },
    })
    const { questions = [] } = (asked.model as RecordFormModel).form
    expect(questions[0]?.text).toContain('Quy định đã đổi từ ngày nộp')
    expect((await desk.approve(officer, id)).status).toBe(303)
  })

  it('is asked again on the day of the decision, and what differs is told first', async () => {
    const { id, app } = await desk.handedIn('JPN')
    await send(officer, `${PATH}/${id}/pass`, {})
    const area = toDecimal('12')
    if (area === null) throw new Error('no figure')
    await makeMarketRule(db, {
      ...{ crop: 'mango', market: 'JPN' },
      value: { kind: 'minimum_area', areaHa: area },
    })
    const asked = await send(officer, `${PATH}/${id}/approve`, {
      ...{ issuedOn: '30/11/2026', documentNo: '3/GXN' },
    })
    const { questions = [] } = (asked.model as RecordFormModel).form
    expect([asked.status, questions[0]?.text]).toEqual([
      409,
      expect.stringContaining('thêm Diện tích tối thiểu'),
    ])
    // One that is sure and not declared stands in the way until it is.
    await makeMarketRule(db, { crop: 'mango', market: 'JPN', value: check('Bao trái') })
    const refused = await desk.approve(officer, id)
    expect([refused.status, problemOf(refused)]).toEqual([
      409,
      expect.stringContaining('quy định của thị trường'),
    ])
    await send(officer, `${PATH}/${id}/supplement`, { reason: 'Khai quy định mới' })
    await desk.declare(app, id)
    await send(app, `${PATH}/${id}/submit`, {})
    await send(officer, `${PATH}/${id}/pass`, {})
    expect((await detailOf(officer, id)).notes ?? []).toEqual([])
    expect((await desk.approve(officer, id)).status).toBe(303)
  })
})

describe('a check that was passed with something to put right', () => {
  /** Handed in, passed, and seen with one thing to put right. */
  async function seen() {
    const made = await desk.handedIn()
    const path = `${PATH}/${made.id}`
    await send(officer, `${path}/pass`, {})
    await send(officer, `${path}/schedule`, { checkOn: '30/11/2026' })
    const inspector = await makePerson(db, 'inspector', { place: PROVINCE })
    const device = outboxApp(db, inspector, { now: () => NOW, files: officer.deps.files })
    const item = minutesItem(
      {
        ...{ siteId: made.siteId, kind: 'initial', outcome: 'passed_with_actions' },
        findings: [
          {
            ...{ severity: 'minor', text: 'Cỏ chưa dọn', action: 'Dọn cỏ', dueOn: '2026-12-10' },
          },
        ],
      },
      { happenedOn: '2026-11-30', madeAt: NOW },
    )
    expect(await device.statuses(item)).toEqual(['stored'])
    await send(officer, `${path}/check`, { inspectionId: item.id })
    return {
      ...made,
      path,
      inspectionId: item.id,
      inspector: portalApp(db, inspector, { now: () => NOW }),
    }
  }

  it('waits until an inspector has accepted it', async () => {
    const { id, path, inspector, inspectionId } = await seen()
    const early = await desk.approve(officer, id)
    expect([early.status, problemOf(early)]).toEqual([409, expect.stringContaining('khắc phục')])
    expect((await detailOf(officer, id)).notes?.map(({ text }) => text).join()).toContain(
      'còn điểm phải khắc phục',
    )
    const [open] = await db.select().from(finding).where(eq(finding.inspectionId, inspectionId))
    const closed = await send(inspector, `/portal/findings/${open?.id}/close`, {
      ...{ outcome: 'mended', text: 'Đã dọn, có ảnh' },
    })
    expect(closed.status).toBe(303)
    const form = await formOf(officer, `${path}/approve`)
    expect(form.inputs.some(({ name }) => name === 'waiver')).toBe(false)
    expect((await desk.approve(officer, id)).status).toBe(303)
  })

  it('is approved without by a decision that says why, which the history keeps', async () => {
    const { id, path } = await seen()
    const form = await formOf(officer, `${path}/approve`)
    expect(form.inputs.some(({ name }) => name === 'waiver')).toBe(true)
    expect((await desk.approve(officer, id, { waiver: '  ' })).status).toBe(409)
    const sent = await desk.approve(officer, id, { waiver: 'Cỏ không ảnh hưởng tới mã số' })
    expect(sent.status).toBe(303)
    const last = (await desk.stepsOf(id)).at(-1)
    expect(last?.reason).toContain('Cỏ không ảnh hưởng tới mã số')
  })

  it('cannot be got round by a supplement: the place is seen again', async () => {
    const { id, path, app } = await seen()
    await send(officer, `${path}/supplement`, { reason: 'Bổ sung ảnh' })
    await send(app, `${path}/submit`, {})
    expect(await desk.read(id)).toMatchObject({ checkRequired: true, checkOutcome: null })
    await send(officer, `${path}/pass`, {})
    expect((await desk.approve(officer, id)).status).toBe(409)
    await send(officer, `${path}/schedule`, { checkOn: '30/11/2026' })
    await send(officer, `${path}/check`, { checkOn: '30/11/2026', outcome: 'passed' })
    expect((await desk.approve(officer, id)).status).toBe(303)
  })
})
