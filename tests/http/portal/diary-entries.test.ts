import { beforeEach, describe, expect, it } from 'vitest'
import { diaryEvent, diaryPhoto, diaryVerification, outboxPhoto } from '../../../db/schema/index.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext, makeSite, NOW } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makeJpeg, NODE_PICTURES } from '../../support/pictures.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'
import {
  keeper,
  makeHousehold,
  makePhoto,
  recordId,
  SPRAY,
} from '../../unit/verbs/diary/diary-support.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await freshDatabase()
})

function shown<K extends NonNullable<PortalAnswer['model']>['kind']>(
  answer: PortalAnswer,
  kind: K,
): Extract<NonNullable<PortalAnswer['model']>, { kind: K }> {
  const { model } = answer
  if (model?.kind !== kind) throw new Error(`shown: ${model?.kind} (${answer.status})`)
  return model as Extract<NonNullable<PortalAnswer['model']>, { kind: K }>
}

async function producer() {
  const kept = await keeper(test)
  return { ...kept, app: portalApp(test.db, kept.person) }
}

const FIELDS = {
  happenedOn: '2026-06-14',
  'values.product': 'Anvil 5SC',
  'values.dose': '25',
  'values.dose.unit': 'ml/binh16',
  'values.area': '2,5',
  'values.area.unit': 'cong',
  'values.intervalDays': '14',
}

describe('writing an entry in the portal', () => {
  it('leads from the place to the kind of work to its short form, and tells the interval', async () => {
    const { app, site } = await producer()
    const chosen = shown(await app.get('/portal/diary/new'), 'portal/detail')
    const hrefs = chosen.sections.flatMap(({ links = [] }) => links.map(({ href }) => href))
    const path = `/portal/diary/new/plant_protection?site=${site.id}`
    expect(hrefs).toContain(path)
    expect(hrefs.join()).not.toContain('veterinary')
    const { form, inputs } = shown(await app.get(path), 'portal/record')
    expect(form.values).toMatchObject({ happenedOn: '2026-06-15', 'values.dose.unit': 'ml/binh16' })
    expect(inputs.find(({ name }) => name === 'values.product')?.required).toBe(true)
    const { status, location } = await app.post(path, { ...form.values, ...FIELDS })
    expect(status).toBe(303)
    const page = shown(await app.get(location ?? ''), 'portal/detail')
    expect(page.done?.kind).toBe('done')
    expect(page.notes).toEqual([
      { kind: 'note', text: 'Cách ly 14 ngày: được thu hoạch từ ngày 28/06/2026.' },
    ])
    const said = page.sections[0]?.facts ?? []
    expect(said).toContainEqual({ label: 'Diện tích đã làm', text: '2,5\u00a0công' })
    expect(said.at(-1)).toMatchObject({ label: 'Chưa ghi' })
  })

  it('records a form once, however often it is sent', async () => {
    const { app, site, rows } = await producer()
    const path = `/portal/diary/new/plant_protection?site=${site.id}`
    const { form } = shown(await app.get(path), 'portal/record')
    const sent = { ...form.values, ...FIELDS }
    const answers = await Promise.all([app.post(path, sent), app.post(path, sent)])
    const again = await app.post(path, sent)
    const places = [...answers, again].map(({ location }) => location)
    expect(new Set(places).size).toBe(1)
    expect(await rows()).toHaveLength(1)
  })

  it('keeps what was typed where it is refused or asked about, and offers the last values next time', async () => {
    const { app, site } = await producer()
    const path = `/portal/diary/new/plant_protection?site=${site.id}`
    const wrong = { ...FIELDS, 'values.dose': 'hai mươi', 'values.product': '' }
    const refused = await app.post(path, wrong)
    const { form } = shown(refused, 'portal/record')
    expect([refused.status, Object.keys(form.errors).sort()]).toEqual([
      400,
      ['values.dose', 'values.product'],
    ])
    expect(form.values['values.dose']).toBe('hai mươi')
    const huge = { ...FIELDS, 'values.area': '400', 'values.area.unit': 'ha' }
    const asked = await app.post(path, huge)
    expect(asked.status).toBe(409)
    expect(shown(asked, 'portal/record').form.questions).toMatchObject([{ code: 'unusual_area' }])
    expect((await app.post(path, { ...huge, confirm: 'unusual_area' })).status).toBe(303)
    const next = shown(await app.get(path), 'portal/record').form.values
    expect(next).toMatchObject({ 'values.product': 'Anvil 5SC', 'values.intervalDays': '14' })
  })

  it('takes a photo along, and says on its field what is none', async () => {
    const files = memoryFiles()
    const { person, site } = await producer()
    const app = portalApp(test.db, person, { files, pictures: NODE_PICTURES })
    const path = `/portal/diary/new/plant_protection?site=${site.id}`
    const jpeg = new File([new Uint8Array(await makeJpeg({ width: 40, height: 30 }))], 'anh.jpg')
    const video = new File([new TextEncoder().encode('\0\0\0\x18ftypmp42')], 'phim.mp4')
    const refused = await app.post(path, { ...FIELDS, photo: video })
    const { form } = shown(refused, 'portal/record')
    expect([refused.status, Object.keys(form.errors)]).toEqual([400, ['photo']])
    const { status, location } = await app.post(path, { ...FIELDS, photo: jpeg })
    expect(status).toBe(303)
    expect(await test.db.select().from(diaryPhoto)).toMatchObject([{ position: 0 }])
    expect(await test.db.select().from(outboxPhoto)).toMatchObject([{ usedAt: NOW }])
    expect((await runDueJobs(app.deps, { endBy: NOW + 60_000 })).ends).toEqual(['done'])
    const page = shown(await app.get(location ?? ''), 'portal/detail')
    const photos = page.sections.find(({ id }) => id === 'photos')
    expect(photos?.images).toMatchObject([{ width: 40, height: 30 }])
  })

  it('lets nobody write who does not keep the diary', async () => {
    const { site } = await producer()
    const path = `/portal/diary/new/plant_protection?site=${site.id}`
    for (const role of ['inspector', 'officer', 'agency'] as const) {
      const app = portalApp(test.db, await makePerson(test.db, role))
      expect([(await app.get(path)).status, (await app.post(path, FIELDS)).status]).toEqual([
        403, 403,
      ])
    }
    const other = portalApp(test.db, await makePerson(test.db, 'producer'))
    expect((await other.post(path, FIELDS)).status).toBe(404)
    expect(await test.db.select().from(diaryEvent)).toEqual([])
  })
})

describe('an entry’s page', () => {
  it('shows old and new of a correction, and what was taken back', async () => {
    const { app, record } = await producer()
    const id = recordId()
    await record({}, { id })
    const path = `/portal/diary/${id}/amend`
    const { form } = shown(await app.get(path), 'portal/record')
    expect(form.values).toMatchObject({ 'values.dose': '25', 'values.intervalDays': '14' })
    const sent = { ...form.values, 'values.intervalDays': '21', reason: 'Đọc nhầm nhãn' }
    const { location } = await app.post(path, sent)
    const page = shown(await app.get(location ?? ''), 'portal/detail')
    const history = page.sections.find(({ id: part }) => part === 'history')
    expect(history?.table?.rows.map((row) => row.at(-1)?.text)).toEqual(['Đọc nhầm nhãn', ''])
    expect(JSON.stringify(history)).toContain('14\u00a0ngày')
    const old = shown(await app.get(`/portal/diary/${id}`), 'portal/detail')
    expect(old.notes?.[0]).toMatchObject({ kind: 'warning' })
    expect(old.links?.map(({ text }) => text)).toEqual(['Xem dòng mới nhất'])
    const newest = (location ?? '').split('?')[0] ?? ''
    const back = await app.post(`${newest}/take-back`, { reason: 'Không có việc này' })
    expect(back.status).toBe(303)
    const gone = shown(await app.get(back.location ?? ''), 'portal/detail')
    expect(gone.notes?.[0]?.text).toContain('Không có việc này')
  })

  it('tells late entries by days, and those only sent late apart', async () => {
    const { app, record } = await producer()
    const [late, sent] = [recordId(), recordId()]
    const day = 86_400_000
    await record({}, { id: late, happenedOn: '2026-06-05' })
    const body = { values: { ...SPRAY, targetPest: 'Rầy' } }
    await record(body, { id: sent, happenedOn: '2026-06-05', madeAt: NOW - 10 * day })
    const stateOf = async (id: string) => {
      const { facts } = shown(await app.get(`/portal/diary/${id}`), 'portal/detail')
      return facts.find(({ label }) => label === 'Trạng thái')?.text
    }
    expect(await stateOf(late)).toBe('Ghi sau 10 ngày')
    expect(await stateOf(sent)).toBe('Gửi về sau 10 ngày; máy ghi ngay khi làm')
  })

  it('is checked at one tap by who checks diaries, who also sees what was found', async () => {
    const { record, shelf, app } = await producer()
    const photo = makePhoto({ takenAt: NOW - 10 * 86_400_000 })
    shelf.push(photo)
    const id = recordId()
    await record({ photos: [photo.sha256] }, { id })
    const own = shown(await app.get(`/portal/diary/${id}`), 'portal/detail')
    expect(own.sections.map((section) => section.id)).toEqual(['said', 'photos'])
    const inspector = portalApp(test.db, await makePerson(test.db, 'inspector'))
    const page = shown(await inspector.get(`/portal/diary/${id}`), 'portal/detail')
    expect(page.sections.map((section) => section.id)).toEqual(['said', 'photos', 'signals'])
    const [button] = page.buttons ?? []
    expect((await inspector.post(button?.action ?? '', {})).status).toBe(303)
    expect(await test.db.select().from(diaryVerification)).toMatchObject([
      { diaryEventId: id, verifiedOn: '2026-06-15', verifiedByRole: 'inspector' },
    ])
    expect((await app.post(`/portal/diary/${id}/verify`, {})).status).toBe(403)
  })
})

describe('the list', () => {
  it('is narrowed by place, kind of work and household', async () => {
    const { app, record, site, person } = await producer()
    const { organisationId } = person
    const other = await makeSite(makeContext(test.db), { organisationId })
    const household = await makeHousehold(test, site.id)
    await record({ householdIds: [household.id] })
    await record({ siteId: other.id })
    await record({ kind: 'other', values: { topic: 'Tỉa cành' } })
    const count = async (query: string) => (await listOf(app, query)).rows.length
    expect(await count('')).toBe(3)
    expect(await count(`?site=${site.id}`)).toBe(2)
    expect(await count('?kind=plant_protection')).toBe(2)
    expect(await count(`?kind=plant_protection&household=${household.id}`)).toBe(1)
    expect(await count('?kind=nothing')).toBe(3)
  })

  it('of what is worth a look is for who checks diaries', async () => {
    const { record, shelf, app } = await producer()
    const photo = makePhoto({ takenAt: NOW - 10 * 86_400_000 })
    shelf.push(photo)
    await record({ photos: [photo.sha256] })
    expect((await app.get('/portal/diary/signals')).status).toBe(403)
    const officer = portalApp(test.db, await makePerson(test.db, 'officer'))
    const { rows } = shown(await officer.get('/portal/diary/signals'), 'portal/records')
    expect(rows).toHaveLength(1)
    expect(rows[0]?.[2]).toMatchObject({ text: 'Ảnh chụp ngày khác' })
    const place = { provinceCode: '01', communeCode: null }
    const elsewhere = portalApp(test.db, await makePerson(test.db, 'officer', { place }))
    const far = shown(await elsewhere.get('/portal/diary/signals'), 'portal/records')
    expect(far.rows).toEqual([])
  })
})

async function listOf(app: PortalApp, query: string) {
  return shown(await app.get(`/portal/diary${query}`), 'portal/records')
}
