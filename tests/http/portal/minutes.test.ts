import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { listUnusedPhotos } from '../../../db/queries/outbox-photos.ts'
import { finding, inspection, inspectionVisit, minutesDraft } from '../../../db/schema/index.ts'
import type { CodeDetailModel } from '../../../site/models/codes.ts'
import type { WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { SiteModel } from '../../../site/models/sites.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { minutesPaper } from '../../../worker/verbs/inspections/minutes-paper.ts'
import { showInspection } from '../../../worker/verbs/inspections/show-inspection.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite, NOW, unique } from '../../support/factories.ts'
import { SIGNED, SOUND_ANSWERS } from '../../support/inspections.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makeJpeg, withMoment } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const files = memoryFiles()

let db: Database
let inspector: Person
let app: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  inspector = await makePerson(db, 'inspector', { place: HERE })
  app = portalApp(db, inspector, { files })
})

const place = () =>
  makeSite(makeContext(db), { ...HERE, kind: 'growing_area', name: `Vùng bàn ${unique()}` })

const record = async (path: string, from = app) => (await from.get(path)).model as RecordFormModel

/** Sends a page as a browser does: what stands on it, with what is typed. */
async function send(
  path: string,
  typed: Readonly<Record<string, string | File>>,
  from: PortalApp = app,
) {
  const { form, action, inputs, hidden = [] } = await record(path, from)
  const names = ['expected', 'once', ...hidden, ...inputs.map(({ name }) => name)]
  const shown = names.flatMap((name) => {
    const value = form.values[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return from.post(action, { ...Object.fromEntries(shown), ...typed })
}

async function begin(siteId: string, from: PortalApp = app): Promise<string> {
  const { location } = await send(`/portal/inspections/new?site=${siteId}`, {}, from)
  const [, id = ''] = /drafts\/([^/]+)\/ask$/.exec(location ?? '') ?? []
  expect(id).not.toBe('')
  return id
}

const pathOf = (id: string, step: string) => `/portal/inspections/drafts/${id}/${step}`

const ANSWERS = Object.fromEntries(
  Object.entries({ ...SOUND_ANSWERS, area_ha: '2,5' }).map(([name, value]) => [
    ...[`answers.${name}`, String(value)],
  ]),
)

const SIGN = {
  'inspector.name': 'Cán bộ bàn',
  'holder.name': 'Bà Tư',
  'inspector.signature': JSON.stringify(SIGNED),
  'holder.whyUnsigned': 'Vắng mặt',
}

async function photo() {
  const bytes = withMoment(await makeJpeg({ width: 16 + unique(), height: 16 }))
  const file = new File([new Uint8Array(bytes)], 'anh.jpg', { type: 'image/jpeg' })
  return { file, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Questions that the first answers call for are answered after. */
async function answer(id: string, from: PortalApp = app) {
  await send(pathOf(id, 'ask'), ANSWERS, from)
  await send(pathOf(id, 'ask'), ANSWERS, from)
}

const stored = async (id: string) => {
  const [row] = await db.select().from(inspection).where(eq(inspection.id, id))
  return row
}

describe('minutes written at a desk', () => {
  it('are asked page by page, kept while something is missing, and become the record a device sends', async () => {
    const { id: siteId } = await place()
    const id = await begin(siteId)
    const ask = pathOf(id, 'ask')
    // A question is asked only where the answers before call for it.
    expect((await record(ask)).inputs.map(({ name }) => name)).not.toContain(
      'answers.diary_complete',
    )
    const kept = await send(ask, {
      'answers.area_ha': 'nhiều',
      'answers.diary_exists': 'yes',
      later: '1',
    })
    expect(kept.location).toBe(`${ask}?done=kept`)
    const names = (await record(ask)).inputs.map(({ name }) => name)
    expect(names).toContain('answers.diary_complete')
    const refused = await send(ask, {})
    expect(refused.location).toBe(`${ask}?check=1`)
    const { form } = await record(`${ask}?check=1`)
    expect(form.values['answers.area_ha']).toBe('nhiều')
    expect(form.errors['answers.area_ha']).toContain('2,5')
    expect(form.errors['answers.diary_complete']).toBeDefined()
    const picture = await photo()
    const answered = {
      ...ANSWERS,
      'answers.weeds_cleared': 'no',
      'files.answers.photos': picture.file,
    }
    expect((await send(ask, answered)).location).toBe(pathOf(id, 'findings'))
    const called = await record(pathOf(id, 'findings'))
    expect(called.form.values['finding.weeds_cleared.dueOn']).toBe('2026-07-15')
    const found = {
      'finding.weeds_cleared.action': 'Dọn cỏ trong vườn',
      'finding.1.text': 'Chưa có biển tên',
      'finding.1.action': 'Dựng biển',
      'finding.1.dueOn': '01/07/2026',
      outcome: 'passed_with_actions',
    }
    expect((await send(pathOf(id, 'findings'), found)).location).toBe(pathOf(id, 'sign'))
    const sheet = await photo()
    const unsigned = await send(pathOf(id, 'sign'), { 'holder.name': 'Bà Tư' })
    expect(unsigned.location).toBe(`${pathOf(id, 'sign')}?check=1`)
    const { errors } = (await record(`${pathOf(id, 'sign')}?check=1`)).form
    expect(Object.keys(errors)).toEqual(expect.arrayContaining(['scans', 'holder.whyUnsigned']))
    const done = await send(pathOf(id, 'sign'), {
      'holder.name': 'Bà Tư',
      'files.scans': sheet.file,
    })
    expect(done.location).toBe(`/portal/inspections/${id}?done=finished`)
    expect(await stored(id)).toMatchObject({
      ...{ siteId, kind: 'periodic', inspectedOn: '2026-06-15', dayState: 'sure', secondOf: null },
      ...{ inspectorSignature: [], holderSignature: null, whyUnsigned: null },
      ...{ paperScans: [sheet.sha256], inspectorName: inspector.name, holderName: 'Bà Tư' },
      answers: { area_ha: 2.5, weeds_cleared: 'no', photos: [picture.sha256] },
    })
    expect((await stored(id))?.photos.every(({ takenAt }) => takenAt !== null)).toBe(true)
    const findings = await db.select().from(finding).where(eq(finding.inspectionId, id))
    expect(findings.map(({ action, dueOn, state }) => [action, dueOn, state]).toSorted()).toEqual([
      ['Dọn cỏ trong vườn', '2026-07-15', 'told'],
      ['Dựng biển', '2026-07-01', 'told'],
    ])
    expect(await db.select().from(minutesDraft).where(eq(minutesDraft.id, id))).toEqual([])
    // Sent again it leads to what was made of it.
    expect((await app.post(pathOf(id, 'sign'), {})).location).toContain(`/portal/inspections/${id}`)
    const shown = (await app.get(`/portal/inspections/${id}?done=finished`)).model as DetailModel
    expect(shown.done?.text).toContain('Đã lập biên bản')
    expect(shown.sections.find((section) => section.id === 'holder')?.after).toContain('giấy')
    const made = { at: NOW, origin: 'https://tem.example.vn', authority: 'Chi cục thử' }
    const paper = minutesPaper(await showInspection(makeContext(db), id), made)
    expect(paper.signatures?.map(({ note }) => note)).toEqual([
      ...Array(2).fill('(Đã ký trên bản giấy, ảnh kèm theo)'),
    ])
  })

  it('are signed in the frame where there is script, and say why the other side did not', async () => {
    const id = await begin((await place()).id)
    await answer(id)
    await send(pathOf(id, 'findings'), { outcome: 'passed' })
    await send(pathOf(id, 'sign'), SIGN)
    expect(await stored(id)).toMatchObject({
      ...{ outcome: 'passed', inspectorSignature: SIGNED, whyUnsigned: 'Vắng mặt' },
      ...{ paperScans: null },
    })
  })

  it('stay with the form they were begun by, tell of two windows the second, and are nobody else’s', async () => {
    const id = await begin((await place()).id)
    const { form, action } = await record(pathOf(id, 'ask'))
    const own = { expected: form.values['expected'] ?? '', later: '1' }
    await app.post(action, { ...own, 'answers.variety': 'cũ', once: 'window-one-1' })
    const second = await app.post(action, {
      ...own,
      'answers.variety': 'mới',
      once: 'window-two-2',
    })
    expect(second.status).toBe(409)
    expect((second.model as RecordFormModel).form.values['answers.variety']).toBe('mới')
    const colleague = portalApp(db, await makePerson(db, 'inspector', { place: HERE }), { files })
    expect((await colleague.get(pathOf(id, 'ask'))).status).toBe(404)
    expect((await colleague.get(`/portal/inspections/drafts/${id}/drop`)).status).toBe(404)
    await db
      .update(minutesDraft)
      .set({ formVersionId: 'default-packing-house-1' })
      .where(eq(minutesDraft.id, id))
    const other = await record(pathOf(id, 'ask'))
    expect(other.inputs.map(({ name }) => name)).not.toContain('answers.weeds_cleared')
    const waiting = (await app.get('/portal/waiting/minutes_drafts')).model as WaitingModel
    expect(JSON.stringify(waiting.rows)).toContain(id)
    const list = (await app.get('/portal/inspections/drafts')).model as RecordListModel
    expect(list.rows.map(([first]) => first?.href)).toContain(pathOf(id, 'ask'))
    const drop = `/portal/inspections/drafts/${id}/drop` as const
    const typed = { ...(await record(drop)).form.values, once: 'once-drop-012345' }
    for (const dropped of [await app.post(drop, typed), await app.post(drop, typed)]) {
      expect(dropped.location).toContain('done=dropped')
    }
    expect((await app.post(drop, { ...typed, once: 'once-other-01234' })).status).toBe(404)
    expect((await app.get(pathOf(id, 'ask'))).status).toBe(404)
  })

  it('stand to be mended whatever day was typed', async () => {
    const id = await begin((await place()).id)
    for (const on of ['9999-12-31', '0001-01-01', '30/02/2026']) {
      const kept = await send(pathOf(id, 'ask'), { on, later: '1' })
      expect(kept.location).toContain('done=kept')
      for (const step of ['ask?check=1', 'findings', 'sign']) {
        expect([on, step, (await app.get(pathOf(id, step))).status]).toEqual([on, step, 200])
      }
      expect((await record(`${pathOf(id, 'ask')}?check=1`)).form.errors).toHaveProperty('on')
    }
    await send(`/portal/inspections/drafts/${id}/drop`, {})
  })

  it('of two people at one place are both kept: the second is told before and after', async () => {
    const { id: siteId } = await place()
    const colleague = portalApp(db, await makePerson(db, 'officer', { place: HERE }), { files })
    const ids = [await begin(siteId), await begin(siteId, colleague)] as const
    const apps = [app, colleague] as const
    expect((await record(pathOf(ids[0], 'ask'))).done?.text).toContain('cũng đang lập biên bản')
    for (const [at, from] of apps.entries()) {
      const id = ids[at] ?? ''
      await answer(id, from)
      const findings = await record(pathOf(id, 'findings'), from)
      if (at === 1) expect(findings.done?.text).toContain('Biên bản của bạn vẫn được lưu')
      await send(pathOf(id, 'findings'), { outcome: 'passed' }, from)
      expect((await send(pathOf(id, 'sign'), SIGN, from)).location).toContain('done=finished')
    }
    expect((await stored(ids[1]))?.secondOf).toBe(ids[0])
  })

  it('keep their photos for as long as the draft waits', async () => {
    const id = await begin((await place()).id)
    const picture = await photo()
    await send(pathOf(id, 'ask'), { 'files.answers.photos': picture.file, later: '1' })
    const old = async () =>
      (await listUnusedPhotos(db, { before: NOW + 1e12, limit: 500 })).map(({ sha256 }) => sha256)
    expect(await old()).not.toContain(picture.sha256)
    const page = await record(pathOf(id, 'ask'))
    expect(page.form.values['answers.photos']).toBe(picture.sha256)
    // Its box taken away it is shown no more.
    await send(pathOf(id, 'ask'), { 'answers.photos': '', later: '1' })
    expect(await old()).toContain(picture.sha256)
    const text = new File(['không phải ảnh'], 'a.jpg', { type: 'image/jpeg' })
    const refused = await send(pathOf(id, 'ask'), {
      'answers.variety': 'Hòa Lộc',
      'files.answers.photos': text,
    })
    expect(refused.status).toBe(400)
    const { form } = refused.model as RecordFormModel
    expect(form.errors['answers.photos']).toBeDefined()
    expect(form.values['answers.variety']).toBe('Hòa Lộc')
  })

  it('are begun by a code as it is typed, for the places of who inspects alone', async () => {
    const { id: siteId } = await place()
    const { code } = await makeCode(makeContext(db), { siteId })
    const typed = ` ${code.toLowerCase()} `
    expect((await send('/portal/inspections/new', { code: typed })).location).toContain('/ask')
    expect((await send('/portal/inspections/new', { code: '' })).status).toBe(400)
    const far = portalApp(
      db,
      await makePerson(db, 'inspector', { place: { provinceCode: '15', communeCode: null } }),
      { files },
    )
    expect((await send('/portal/inspections/new', { code: typed }, far)).status).toBe(404)
    const grower = portalApp(db, await makePerson(db, 'producer'), { files })
    expect((await grower.get('/portal/inspections/new')).status).toBe(403)
    expect(await db.select().from(inspectionVisit)).toEqual([])
  })
})

it('the pages of a place and of its code tell how it was looked at, to its holder too', async () => {
  const site = await place()
  const { code } = await makeCode(makeContext(db), { siteId: site.id })
  const { organisationId } = site
  const holder = portalApp(db, await makePerson(db, 'producer', { organisationId }), { files })
  const pages = async (from: PortalApp) => ({
    site: ((await from.get(`/portal/sites/${site.id}`)).model as SiteModel).checks,
    code: (await from.get(`/portal/codes/${code}`)).model as CodeDetailModel,
  })
  const before = await pages(app)
  expect(before.site.rows).toEqual([])
  expect(before.site.newHref).toBe(`/portal/inspections/new?site=${site.id}`)
  const id = await begin(site.id)
  await answer(id)
  const found = { 'finding.1.text': 'Thiếu biển', 'finding.1.action': 'Dựng biển' }
  await send(pathOf(id, 'findings'), { ...found, outcome: 'passed_with_actions' })
  await send(pathOf(id, 'sign'), SIGN)
  for (const from of [app, holder]) {
    const { site: shown, code: detail } = await pages(from)
    const hrefs = shown.rows.map(([first]) => first?.href)
    expect(hrefs[0]).toBe(`/portal/inspections/${id}`)
    expect(hrefs[1]).toMatch(/^\/portal\/findings\//)
    expect(detail.facts.find(({ href }) => href === hrefs[0])?.text).toContain('15/06/2026')
    expect(detail.links.map(({ value }) => value)).toEqual(
      expect.arrayContaining(shown.links.map(({ href }) => href)),
    )
    for (const { href } of shown.links) {
      expect(((await from.get(href)).model as RecordListModel).rows).toHaveLength(1)
    }
    expect(shown.newHref === null).toBe(from === holder)
  }
  const late = (await holder.get('/portal/findings?late=1')).model as RecordListModel
  expect(late.rows).toEqual([])
})
