import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { inspectionForm } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeSite } from '../../support/factories.ts'
import { kitOf, minutesItem, workbookOf } from '../../support/inspections.ts'
import { outboxApp } from '../../support/outbox/outbox-app.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }

let db: Database
beforeAll(async () => {
  db = (await freshDatabase()).db
})

const SURVEY = [
  ['type', 'name', 'label', 'required'],
  ['text', 'ghi_chu', 'Ghi chú', 'yes'],
]
const book = (survey: readonly (readonly string[])[], formId = 'vung-trong') =>
  workbookOf({
    survey,
    choices: [['list_name', 'name', 'label']],
    settings: [
      ['form_title', 'form_id', 'site_kind', 'inspection_kinds'],
      ['Biên bản của tỉnh', formId, 'growing_area', 'periodic'],
    ],
  })

describe('a form of a department', () => {
  let officer: PortalApp
  beforeAll(async () => {
    officer = portalApp(db, await makePerson(db, 'officer', { place: ELSEWHERE }))
  })

  async function handIn(bytes: Uint8Array) {
    const page = (await officer.get('/portal/inspection-forms/new')).model as RecordFormModel
    const file = new File([new Uint8Array(bytes)], 'mau.xlsx')
    return officer.post(page.action, { ...page.form.values, file })
  }

  it('is a new version each time, counts once it is put to use, and leaves drafts to theirs', async () => {
    const there = await makeSite(makeContext(db), ELSEWHERE)
    const local = outboxApp(db, await makePerson(db, 'inspector', { place: ELSEWHERE }))
    const inUse = async () =>
      (await kitOf(local.app)).inspection?.forms.find(({ form }) => form.formId === 'vung-trong')
    expect((await inUse())?.id).toBe('default-growing-area-2')
    const sent = await handIn(await book(SURVEY))
    const path = sent.location?.split('?')[0] ?? ''
    const id = path.split('/').at(-1) ?? ''
    expect((await inUse())?.id).toBe('default-growing-area-2')
    const shown = (await officer.get(path)).model as DetailModel
    expect(shown.buttons?.map(({ action }) => action)).toEqual([`${path}/use`])
    await officer.post(`${path}/use`, {})
    expect((await inUse())?.id).toBe(id)
    expect((await officer.post(`${path}/use`, {})).status).toBe(409)
    // Elsewhere nothing changes.
    const elsewhere = portalApp(db, await makePerson(db, 'inspector', { place: HERE }))
    expect((await kitOf(elsewhere)).inspection?.forms.map((each) => each.id)).not.toContain(id)
    const second = await handIn(await book([...SURVEY, ['text', 'them', 'Thêm', 'yes']]))
    await officer.post(`${second.location?.split('?')[0] ?? ''}/use`, {})
    expect((await inUse())?.form.items).toHaveLength(2)
    const versions = await db
      .select()
      .from(inspectionForm)
      .where(eq(inspectionForm.formId, 'vung-trong'))
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
    // A draft that was begun before is sent by the version it was begun with.
    const draft = { siteId: there.id, formVersionId: id, answers: { ghi_chu: 'Tốt' } }
    expect(await local.statuses(minutesItem(draft))).toEqual(['stored'])
    // And back: the older one is put to use again.
    await officer.post(`${path}/use`, {})
    expect((await inUse())?.id).toBe(id)
  })

  it('that cannot be read says every fault beneath, and what is edited is what was taken', async () => {
    const bad = await handIn(await book([...SURVEY, ['barcode', 'b', 'B', '']]))
    expect(bad.status).toBe(400)
    const model = bad.model as RecordFormModel
    expect(model.form.errors['file']).toContain('1 chỗ cần sửa')
    expect(model.sections?.[0]?.table?.rows[0]?.[0]?.text).toMatch(/^survey, dòng 3, cột type: /)
    const text = await handIn(new TextEncoder().encode('a;b\n1;2'))
    expect(text.status).toBe(400)
    const taken = await officer.get('/portal/inspection-forms/default-packing-house-1/file')
    const bytes = new Uint8Array(await taken.response.arrayBuffer())
    expect((await handIn(bytes)).location).toContain('done=added')
  })

  it('of everybody is read by all and changed by administrators; a commune reads its province’s', async () => {
    const admin = portalApp(db, await makePerson(db, 'admin'))
    const file = new File([new Uint8Array(await book(SURVEY, 'chung'))], 'mau.xlsx')
    const { location } = await admin.post('/portal/inspection-forms/new', { file })
    const path = location?.split('?')[0] ?? ''
    await admin.post(`${path}/use`, {})
    expect((await officer.get(path)).status).toBe(200)
    expect((await officer.post(`${path}/use`, {})).status).toBe(403)
    const place = { provinceCode: '15', communeCode: '02647' }
    const commune = portalApp(db, await makePerson(db, 'officer', { place }))
    const list = (await commune.get('/portal/inspection-forms')).model as RecordListModel
    expect(list.adding).toBeNull()
    const hrefs = list.rows.map(([first]) => first?.href ?? '')
    expect(hrefs).toContain(path)
    for (const href of hrefs) expect((await commune.get(href)).status).toBe(200)
    expect((await commune.post('/portal/inspection-forms/new', { file })).status).toBe(403)
  })

  it('is nobody’s business elsewhere', async () => {
    const [row] = await db
      .select()
      .from(inspectionForm)
      .where(eq(inspectionForm.provinceCode, '15'))
    const stranger = portalApp(db, await makePerson(db, 'officer', { place: HERE }))
    const path = `/portal/inspection-forms/${row?.id}`
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.get(`${path}/file`)).status).toBe(404)
    expect((await stranger.post(`${path}/use`, {})).status).toBe(404)
  })
})
