import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { auditLog, notification, organisation } from '../../../db/schema/index.ts'
import type { OrganisationModel, OrganisationsModel } from '../../../site/models/organisations.ts'
import type { RecordFormModel } from '../../../site/models/records.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  makeUnits,
  unique,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

const PATH = '/portal/organisations'
let db: Database
let ctx: VerbContext

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await makeUnits(db, [
    ['91', 'Tỉnh An Giang'],
    ['15', 'Tỉnh Lào Cai'],
    ['30337', 'Xã Mỹ Hòa Hưng', '91'],
  ])
})

type App = ReturnType<typeof portalApp>
const admin = async () => portalApp(db, await makePerson(db, 'admin'))

async function list(app: App, query = ''): Promise<OrganisationsModel> {
  const { model, status } = await app.get(`${PATH}${query}`)
  expect(status).toBe(200)
  return model as OrganisationsModel
}

async function form(app: App, id: string): Promise<RecordFormModel> {
  return (await app.get(`${PATH}/${id}/edit`)).model as RecordFormModel
}

describe('the list of organisations', () => {
  it('finds a name however its tones are typed, in any order of words', async () => {
    const app = await admin()
    const word = `sau riêng ${unique()}`
    const made = await makeOrganisation(ctx, { name: `Hợp tác xã Đồng Tâm ${word}` })
    for (const q of [`dong tam ${word}`, `Đồng ${word}`, `${word} HOP TAC`, `tâm ${word}`]) {
      const { rows, active } = await list(app, `?q=${encodeURIComponent(q)}`)
      expect([rows.map(({ id }) => id), active]).toEqual([[made.id], true])
    }
    expect((await list(app, `?q=${encodeURIComponent(word)}&kind=household`)).rows).toEqual([])
  })

  it('is walked page by page without losing or repeating any', async () => {
    const app = await admin()
    const word = `trang${unique()}`
    for (let i = 0; i < 103; i++) await makeOrganisation(ctx, { name: `HTX ${word}` })
    const seen: string[] = []
    for (let query = `?q=${word}`, pages = 0; ; pages++) {
      const { rows, paging } = await list(app, query)
      seen.push(...rows.map(({ id }) => id))
      if (paging.olderHref === null) break
      expect(pages).toBeLessThan(3)
      query = paging.olderHref.slice(PATH.length)
    }
    expect(seen).toHaveLength(103)
    expect(new Set(seen).size).toBe(103)
  })

  it('shows an officer those that lie, or have a site, in the place, and no others', async () => {
    const place = { provinceCode: `P${unique()}`, communeCode: null }
    const officer = portalApp(db, await makePerson(db, 'officer', { place }))
    const lies = await makeOrganisation(ctx, { provinceCode: place.provinceCode })
    const grows = await makeOrganisation(ctx, { provinceCode: '15' })
    await makeSite(ctx, { organisationId: grows.id, provinceCode: place.provinceCode })
    const elsewhere = await makeOrganisation(ctx, { provinceCode: '15' })
    const { rows, mayWrite } = await list(officer)
    expect(rows.map(({ id }) => id).sort()).toEqual([lies.id, grows.id].sort())
    expect(mayWrite).toBe(false)
    expect((await officer.get(`${PATH}/${grows.id}`)).status).toBe(200)
    expect((await officer.get(`${PATH}/${elsewhere.id}`)).status).toBe(404)
    expect((await officer.get(`${PATH}/none`)).status).toBe(404)
    expect((await officer.get(`${PATH}/${lies.id}/edit`)).status).toBe(403)
    expect((await officer.post(`${PATH}/${lies.id}/edit`, { name: 'x' })).status).toBe(403)
    expect((await officer.get(`${PATH}/new`)).status).toBe(403)
  })

  it('is closed to producers, packers, inspectors and other agencies', async () => {
    for (const role of ['producer', 'packer', 'inspector', 'agency'] as const) {
      const app = portalApp(db, await makePerson(db, role))
      expect((await app.get(PATH)).status).toBe(403)
    }
  })
})

describe('one organisation', () => {
  it('shows its facts and what hangs on it', async () => {
    const { id } = await makeOrganisation(ctx, { taxNo: '1600123456' })
    const site = await makeSite(ctx, { organisationId: id })
    await makeCode(ctx, { siteId: site.id })
    await makeCode(ctx, { siteId: site.id })
    const app = await admin()
    const { model } = await app.get(`${PATH}/${id}`)
    expect((model as OrganisationModel).organisation.facts).toContainEqual({
      ...{ label: 'Mã số thuế', text: '1600123456', code: true },
    })
    expect(model).toMatchObject({
      kind: 'portal/organisation',
      organisation: { id },
      counts: { sites: 1, codes: 2, members: 0 },
      membersHref: `/portal/members?organisation=${id}`,
      mayWrite: true,
    } satisfies Partial<Record<keyof OrganisationModel, unknown>>)
  })
})

describe('adding an organisation', () => {
  it('resolves the place by its names and writes what was done into the audit log', async () => {
    const app = await admin()
    const name = `Công ty Xoài ${unique()}`
    const answer = await app.post(`${PATH}/new`, {
      ...{ name, kind: 'company', provinceName: 'Tỉnh An Giang', communeName: 'my hoa hung' },
      ...{ email: 'THU@Example.vn', taxNo: '12345', gln: '', address: '  ' },
    })
    expect(answer.status).toBe(303)
    const id = answer.location?.match(/organisations\/([^?]+)\?done=created$/)?.[1] ?? ''
    const [row] = await db.select().from(organisation).where(eq(organisation.id, id))
    expect(row).toMatchObject({
      ...{ name, kind: 'company', provinceCode: '91', communeCode: '30337' },
      ...{ communeName: 'Xã Mỹ Hòa Hưng', email: 'thu@example.vn', taxNo: '12345' },
      ...{ gln: null, address: null },
    })
    const [audit] = await db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(audit).toMatchObject({ action: 'organisation.create', source: 'portal' })
  })

  it('keeps what was typed and says what to mend, field by field', async () => {
    const app = await admin()
    const typed = { name: ' ', kind: 'club', gln: '123', email: 'không phải thư', hotline: '1900' }
    const answer = await app.post(`${PATH}/new`, typed)
    expect(answer.status).toBe(400)
    const { form: view } = answer.model as RecordFormModel
    expect(view.values).toEqual(typed)
    expect(Object.keys(view.errors).sort()).toEqual(['email', 'gln', 'kind', 'name'])
    expect(view.problem).toContain('những gì đã gõ vẫn còn')
  })

  it('names the field of a place that does not exist', async () => {
    const app = await admin()
    const fields = { name: `HTX ${unique()}`, kind: 'cooperative' }
    const wrong = { ...fields, provinceName: 'Tỉnh An Giang', communeName: 'Xã Không Có' }
    const answer = await app.post(`${PATH}/new`, wrong)
    expect((answer.model as RecordFormModel).form.errors).toHaveProperty('communeName')
    const alone = await app.post(`${PATH}/new`, { ...fields, communeName: 'Mỹ Hòa Hưng' })
    expect((alone.model as RecordFormModel).form.errors).toHaveProperty('provinceName')
  })

  it('asks before adding a second one of the same name', async () => {
    const app = await admin()
    const { name } = await makeOrganisation(ctx)
    const fields = { name: name.toUpperCase(), kind: 'cooperative' }
    const asked = await app.post(`${PATH}/new`, fields)
    expect(asked.status).toBe(409)
    const { questions } = (asked.model as RecordFormModel).form
    expect(questions?.map(({ code }) => code)).toEqual(['same_name'])
    expect(questions?.[0]?.text).toContain(name)
    expect((await app.post(`${PATH}/new`, { ...fields, confirm: 'same_name' })).status).toBe(303)
  })
})

describe('editing an organisation', () => {
  it('stores what changed, before and after, and only that', async () => {
    const app = await admin()
    const { id, name } = await makeOrganisation(ctx, { hotline: '1900 1234' })
    const { form: view } = await form(app, id)
    const sent = { ...view.values, hotline: '', name: `${name} mới` }
    const answer = await app.post(`${PATH}/${id}/edit`, sent)
    expect(answer.location).toBe(`${PATH}/${id}?done=saved`)
    const [row] = await db.select().from(organisation).where(eq(organisation.id, id))
    expect(row).toMatchObject({
      ...{ name: `${name} mới`, hotline: null, provinceName: 'An Giang' },
      nameFolded: `hop tac xa thu ${name.match(/\d+/)?.[0]} moi`,
    })
    const [audit] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.entityId, id))
      .orderBy(desc(auditLog.seq))
    expect(audit).toMatchObject({
      action: 'organisation.update',
      before: { name, hotline: '1900 1234' },
      after: { name: `${name} mới`, hotline: null },
    })
  })

  it('writes nothing when nothing changed', async () => {
    const app = await admin()
    const { id } = await makeOrganisation(ctx)
    const { form: view } = await form(app, id)
    const answer = await app.post(`${PATH}/${id}/edit`, view.values)
    expect(answer.location).toBe(`${PATH}/${id}?done=same`)
    const audits = await db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(audits.map(({ action }) => action)).toEqual(['organisation.create'])
  })

  it('tells the second of two who edit at once, keeping what they typed', async () => {
    const [first, second] = [await admin(), await admin()]
    const { id } = await makeOrganisation(ctx)
    const { form: view } = await form(first, id)
    await first.post(`${PATH}/${id}/edit`, { ...view.values, address: 'Ấp 1' })
    // A doubled click is no other person.
    const doubled = await first.post(`${PATH}/${id}/edit`, { ...view.values, address: 'Ấp 1' })
    expect(doubled.location).toBe(`${PATH}/${id}?done=same`)
    const sent = { ...view.values, address: 'Ấp 2' }
    const refused = await second.post(`${PATH}/${id}/edit`, sent)
    expect(refused.status).toBe(409)
    const { form: kept } = refused.model as RecordFormModel
    expect(kept.values['address']).toBe('Ấp 2')
    expect(kept.problem).toContain('vừa sửa')
    const again = await second.post(`${PATH}/${id}/edit`, kept.values)
    expect(again.location).toBe(`${PATH}/${id}?done=saved`)
  })

  it('does not take a mistyped field for having seen another’s change', async () => {
    const [first, second] = [await admin(), await admin()]
    const { id } = await makeOrganisation(ctx)
    const { form: view } = await form(first, id)
    await first.post(`${PATH}/${id}/edit`, { ...view.values, address: 'Ấp 1' })
    const mistyped = await second.post(`${PATH}/${id}/edit`, { ...view.values, gln: '1' })
    expect(mistyped.status).toBe(400)
    const { form: kept } = mistyped.model as RecordFormModel
    const mended = await second.post(`${PATH}/${id}/edit`, { ...kept.values, gln: '' })
    expect(mended.status).toBe(409)
  })

  it('of two writes at the very same moment lets one through', async () => {
    const app = await admin()
    const { id } = await makeOrganisation(ctx)
    const { form: view } = await form(app, id)
    const answers = await Promise.all(
      ['Ấp 1', 'Ấp 2', 'Ấp 3'].map(async (address) =>
        (await admin()).post(`${PATH}/${id}/edit`, { ...view.values, address }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  })

  it('answers 404 for an organisation that is not there', async () => {
    const app = await admin()
    expect((await app.get(`${PATH}/none/edit`)).status).toBe(404)
    const sent = { name: 'X', kind: 'company', expected: '0' }
    expect((await app.post(`${PATH}/none/edit`, sent)).status).toBe(404)
  })
})

describe('what an organisation says of itself', () => {
  const STORY = '/portal/story'
  const own = async (role: 'producer' | 'packer' = 'producer') => {
    const made = await makeOrganisation(ctx)
    const app = portalApp(db, await makePerson(db, role, { organisationId: made.id }))
    const rowOf = async () => {
      const [row] = await db.select().from(organisation).where(eq(organisation.id, made.id))
      return row
    }
    return { ...made, app, rowOf }
  }
  const opened = async (app: App) =>
    ((await app.get(STORY)).model as RecordFormModel).form.values as Record<string, string>

  it('is written by its own people, who change nothing else of it', async () => {
    const { id, name, app, rowOf } = await own('packer')
    const values = await opened(app)
    expect(Object.keys(values)).not.toContain('name')
    const said = {
      storyVi: 'Ba đời trồng xoài.',
      hotline: '0296 000 000',
      hotlineHours: '7–17 giờ',
    }
    const sent = await app.post(STORY, { ...values, ...said, name: 'Tên khác', taxNo: '1' })
    expect([sent.status, sent.location]).toEqual([303, `${STORY}?done=saved`])
    expect(await rowOf()).toMatchObject({
      ...{ name, taxNo: null, story: { vi: 'Ba đời trồng xoài.' } },
      ...{ hotline: '0296 000 000', hotlineHours: '7–17 giờ' },
    })
    const [audit] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.entityId, id))
      .orderBy(desc(auditLog.seq))
    expect(audit).toMatchObject({ action: 'organisation.update' })
    expect(Object.keys(audit?.after ?? {}).sort()).toEqual(['hotline', 'hotlineHours', 'story'])
  })

  it('names people with the day they agreed alone, and asks again for other people', async () => {
    const { app, rowOf } = await own()
    const values = await opened(app)
    const named = { ...values, people: 'Chị Thử' }
    const refused = await app.post(STORY, { ...named, peopleConsentOn: '' })
    const form = (refused.model as RecordFormModel).form
    expect([refused.status, form.values['people']]).toEqual([400, 'Chị Thử'])
    expect(form.errors).toHaveProperty('peopleConsentOn')
    const ahead = await app.post(STORY, { ...named, peopleConsentOn: '16/06/2026' })
    expect(ahead.status).toBe(400)
    expect((await app.post(STORY, { ...named, peopleConsentOn: '01/06/2026' })).status).toBe(303)
    const others = { ...(await opened(app)), people: 'Chị Thử, anh Khác' }
    const asked = await app.post(STORY, others)
    expect(asked.status).toBe(409)
    expect((asked.model as RecordFormModel).form.questions).toMatchObject([
      { code: 'consent_of_all' },
    ])
    expect((await app.post(STORY, { ...others, confirm: 'consent_of_all' })).status).toBe(303)
    const none = await app.post(STORY, { ...(await opened(app)), people: '' })
    expect(none.status).toBe(303)
    expect(await rowOf()).toMatchObject({ people: null, peopleConsentOn: null })
  })

  it('is told of a second editor, and leaves alone what another changes meanwhile', async () => {
    const { id, app, rowOf } = await own()
    const values = await opened(app)
    await app.post(STORY, { ...values, hotlineHours: 'sáng' })
    const late = await app.post(STORY, { ...values, hotlineHours: 'chiều' })
    expect(late.status).toBe(409)
    await db.update(organisation).set({ address: 'Ấp Mới' }).where(eq(organisation.id, id))
    await app.post(STORY, { ...(await opened(app)), hotlineHours: 'tối' })
    expect(await rowOf()).toMatchObject({ hotlineHours: 'tối', address: 'Ấp Mới' })
  })

  it('is nobody else’s to write', async () => {
    for (const role of ['inspector', 'officer', 'agency'] as const) {
      const app = portalApp(db, await makePerson(db, role))
      expect((await app.get(STORY)).status).toBe(403)
    }
  })
})

describe('a suspension', () => {
  const HERE = { provinceCode: '91', communeCode: null }
  const GROUNDS = { documentNo: '12/QĐ-SNN', reason: 'Không cho kiểm tra' }

  async function world() {
    const { id } = await makeOrganisation(ctx, { name: `HTX tạm dừng ${unique()}`, ...HERE })
    const officer = portalApp(db, await makePerson(db, 'officer', { place: HERE }))
    const path = `${PATH}/${id}` as const
    const texts = async (at: string): Promise<Record<string, string>> =>
      ((await officer.get(`${path}/${at}`)).model as RecordFormModel).form.values
    const section = async () => ((await officer.get(path)).model as OrganisationModel).suspensions
    const rowOf = async () => {
      const [row] = await db.select().from(organisation).where(eq(organisation.id, id))
      return row
    }
    return { id, officer, path, texts, section, rowOf }
  }

  it('is decided by an officer of the place, told to the organisation, and lifted again', async () => {
    const { id, officer, path, texts, section, rowOf } = await world()
    expect((await section()).links).toMatchObject([{ href: `${path}/suspend` }])
    const form: Readonly<Record<string, string>> = { ...(await texts('suspend')), ...GROUNDS }
    expect(form['suspendedOn']).toBe('2026-06-15')
    const [one, again] = await Promise.all([
      officer.post(`${path}/suspend`, form),
      officer.post(`${path}/suspend`, form),
    ])
    expect([one.location, again.location]).toEqual([
      `${path}?done=suspended`,
      `${path}?done=suspended`,
    ])
    expect(await rowOf()).toMatchObject({ suspendedOn: '2026-06-15' })
    const told = await db.select().from(notification).where(eq(notification.organisationId, id))
    expect(told).toHaveLength(1)
    expect(told[0]?.body.vi).toContain('12/QĐ-SNN. Lý do: Không cho kiểm tra.')
    const shown = await section()
    expect(shown.links).toMatchObject([{ href: `${path}/lift` }])
    expect(shown.table?.rows).toHaveLength(1)
    const lift = { ...(await texts('lift')), ...GROUNDS, reason: 'Đã khắc phục' }
    expect((await officer.post(`${path}/lift`, lift)).location).toBe(`${path}?done=lifted`)
    expect(await rowOf()).toMatchObject({ suspendedOn: null })
    const rows = (await section()).table?.rows.map(([what, why]) => [what?.text, why?.text])
    expect(rows).toEqual([
      ['Hoạt động lại', 'Đã khắc phục'],
      ['Tạm dừng từ 15/06/2026', 'Không cho kiểm tra'],
    ])
  })

  it('keeps what was typed where it is refused, and tells the second of two officers', async () => {
    const { officer, path, texts, rowOf } = await world()
    const form = { ...(await texts('suspend')), ...GROUNDS }
    const wrong = { ...form, reason: '', suspendedOn: '15/06/2036' }
    const refused = (await officer.post(`${path}/suspend`, wrong)).model as RecordFormModel
    expect(Object.keys(refused.form.errors)).toEqual(['reason'])
    expect(refused.form.values['documentNo']).toBe('12/QĐ-SNN')
    const far = await officer.post(`${path}/suspend`, { ...form, suspendedOn: '15/06/2036' })
    expect((far.model as RecordFormModel).form.errors).toHaveProperty('suspendedOn')
    const lift = await officer.post(`${path}/lift`, GROUNDS)
    expect(lift.status).toBe(409)
    const [one, two] = await Promise.all([
      officer.post(`${path}/suspend`, form),
      officer.post(`${path}/suspend`, { ...form, once: '', suspendedOn: '01/06/2026' }),
    ])
    expect([one.status, two.status].toSorted()).toEqual([303, 409])
    // A page that was opened before the other decided lifts nothing.
    const stale = { ...(await texts('lift')), ...GROUNDS, expected: '2026-01-01' }
    expect((await officer.post(`${path}/lift`, stale)).status).toBe(409)
    expect((await rowOf())?.suspendedOn).not.toBeNull()
  })

  it('is nobody’s of another place, and not shown to be decided', async () => {
    const { path } = await world()
    const place = { provinceCode: '15', communeCode: null }
    const stranger = portalApp(db, await makePerson(db, 'officer', { place }))
    expect((await stranger.get(`${path}/suspend`)).status).toBe(404)
    expect((await stranger.post(`${path}/suspend`, GROUNDS)).status).toBe(404)
    const inspector = portalApp(db, await makePerson(db, 'inspector', { place: HERE }))
    expect((await inspector.post(`${path}/suspend`, GROUNDS)).status).toBe(403)
  })
})
