import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { auditLog, season, siteCrop, siteHousehold } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { SiteModel } from '../../../site/models/sites.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, makeSite, unique } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const PATH = '/portal/seasons'

let db: Database
let ctx: VerbContext
let holder: { id: string }
let producer: PortalApp
let officer: PortalApp
let stranger: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  holder = await makeOrganisation(ctx, { ...HERE, name: `Hợp tác xã ${unique()}` })
  producer = portalApp(db, await makePerson(db, 'producer', { organisationId: holder.id }))
  officer = portalApp(db, await makePerson(db, 'officer', { place: HERE }))
  stranger = portalApp(db, await makePerson(db, 'producer'))
})

async function makeLand() {
  const site = await makeSite(ctx, { ...HERE, organisationId: holder.id, areaHa: 10 })
  const crop = { siteId: site.id, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 10 }
  await db.insert(siteCrop).values(crop)
  return site.id
}

async function makeHousehold(siteId: string, name: string) {
  const id = ctx.newId()
  const row = { id, siteId, name, nameFolded: foldVietnamese(name), position: unique() }
  await db.insert(siteHousehold).values({ ...row, createdAt: 0 })
  return id
}

const MANGO = {
  crop: 'Xoài',
  variety: 'Cát Hòa Lộc',
  startsOn: '01/01/2026',
  expectedFromOn: '01/05/2026',
  expectedToOn: '10/06/2026',
  expectedYieldKg: '12 tấn',
  standard: 'vietgap_2017',
  markets: 'VNM\nCHN',
}

async function send(app: PortalApp, path: string, typed: Readonly<Record<string, string>>) {
  const { model } = await app.get(path)
  const { form, action } = model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

const openOn = (siteId: string, typed: Readonly<Record<string, string>> = {}) =>
  send(producer, `${PATH}/new/${siteId}`, { ...MANGO, ...typed })
const idIn = (location: string | null) => /seasons\/([^?/]+)/.exec(location ?? '')?.[1] ?? ''
const seasonIn = async (id: string) => {
  const [row] = await db.select().from(season).where(eq(season.id, id))
  if (row === undefined) throw new Error(`no season ${id}`)
  return row
}
const countOn = async (siteId: string) =>
  (await db.select().from(season).where(eq(season.siteId, siteId))).length

describe('a season', () => {
  it('is opened on a site with what is expected, and is on its page and in both lists', async () => {
    const siteId = await makeLand()
    const { model } = await producer.get(`${PATH}/new/${siteId}`)
    expect((model as RecordFormModel).form.values).toMatchObject({ crop: 'Xoài' })
    const id = idIn((await openOn(siteId)).location)
    expect(await seasonIn(id)).toMatchObject({
      ...{ organisationId: holder.id, siteId, crop: 'Xoài', cropFolded: 'xoai', endedOn: null },
      ...{ expectedYieldKg: 12_000, markets: ['VNM', 'CHN'], startsOn: '2026-01-01' },
    })
    for (const app of [producer, officer]) {
      const list = (await app.get(`${PATH}?site=${siteId}`)).model as RecordListModel
      expect(list.rows.map(([cell]) => cell?.href)).toEqual([`${PATH}/${id}`])
    }
    const site = (await producer.get(`/portal/sites/${siteId}`)).model as SiteModel
    expect(site.seasons.rows.map(([cell]) => cell?.href)).toEqual([`${PATH}/${id}`])
    expect(site.seasons.newHref).toBe(`${PATH}/new/${siteId}`)
    const seen = (await officer.get(`/portal/sites/${siteId}`)).model as SiteModel
    expect(seen.seasons.newHref).toBeNull()
    const shown = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    expect(shown.primary).toBeUndefined()
    const ways = shown.links?.map(({ href }) => href.replace(`${PATH}/${id}`, ''))
    expect(ways).toEqual(['/book/pdf', '/book/xlsx', `/portal/diary?site=${siteId}`])
  })

  it('is not there for others, and an officer reads and does not write', async () => {
    const siteId = await makeLand()
    const id = idIn((await openOn(siteId)).location)
    expect((await stranger.get(`${PATH}/${id}`)).status).toBe(404)
    expect((await stranger.get(`${PATH}/new/${siteId}`)).status).toBe(404)
    expect((await stranger.post(`${PATH}/new/${siteId}`, MANGO)).status).toBe(404)
    for (const way of ['edit', 'close', 'reopen']) {
      expect((await officer.get(`${PATH}/${id}/${way}`)).status).toBe(403)
      expect((await stranger.post(`${PATH}/${id}/${way}`, {})).status).toBe(404)
    }
    const own = (await stranger.get(`${PATH}?site=${siteId}`)).model as RecordListModel
    expect(own.rows).toEqual([])
  })

  it('sent twice, at once or by the back button, is opened once', async () => {
    const siteId = await makeLand()
    const { model } = await producer.get(`${PATH}/new/${siteId}`)
    const { form, action } = model as RecordFormModel
    const typed = { ...form.values, ...MANGO }
    const answers = await Promise.all([producer.post(action, typed), producer.post(action, typed)])
    answers.push(await producer.post(action, typed))
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    expect(await countOn(siteId)).toBe(1)
  })

  it('never lies on another of its crop on the same land, also of two opened at once', async () => {
    const siteId = await makeLand()
    await openOn(siteId)
    const later = { startsOn: '01/06/2026', expectedFromOn: '01/10/2026' }
    const refused = await openOn(siteId, { ...later, expectedToOn: '01/11/2026' })
    expect(refused.status).toBe(409)
    const { form } = refused.model as RecordFormModel
    expect(form.problem).toContain('01/01/2026')
    expect(form.values).toMatchObject({ crop: 'Xoài', startsOn: '01/06/2026' })
    const both = await Promise.all(
      ['11/06/2026', '12/06/2026'].map((startsOn) =>
        openOn(siteId, { ...later, startsOn, expectedToOn: '01/11/2026' }),
      ),
    )
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect((await openOn(siteId, { crop: 'Xoài ba màu' })).status).toBe(303)
  })

  it('of a household stands beside that of another, and never beside one of the whole site', async () => {
    const siteId = await makeLand()
    const [first, second] = [
      await makeHousehold(siteId, 'Hộ A'),
      await makeHousehold(siteId, 'Hộ B'),
    ]
    const id = idIn((await openOn(siteId, { householdId: first })).location)
    expect(await seasonIn(id)).toMatchObject({ householdId: first, householdName: 'Hộ A' })
    expect((await openOn(siteId, { householdId: second })).status).toBe(303)
    expect((await openOn(siteId, { householdId: first })).status).toBe(409)
    expect((await openOn(siteId)).status).toBe(409)
    const other = await makeLand()
    const strange = await openOn(other, { householdId: first })
    expect(strange.status).toBe(400)
    expect((strange.model as RecordFormModel).form.errors).toHaveProperty('householdId')
  })

  it('whose days or figures do not fit is refused by name, and what was typed stays', async () => {
    const siteId = await makeLand()
    const turned = await openOn(siteId, { expectedToOn: '01/04/2026', floweringOn: '01/12/2025' })
    expect(turned.status).toBe(400)
    const { form } = turned.model as RecordFormModel
    expect(Object.keys(form.errors).toSorted()).toEqual(['expectedToOn', 'floweringOn'])
    const long = await openOn(siteId, { expectedToOn: '01/01/2029', expectedYieldKg: '12 thùng' })
    expect(Object.keys((long.model as RecordFormModel).form.errors)).toContain('expectedYieldKg')
    expect(await countOn(siteId)).toBe(0)
  })

  it('with figures that hardly can be meant is asked about, and goes through when they are', async () => {
    const siteId = await makeLand()
    const odd = {
      ...{ crop: 'Sầu riêng', areaHa: '12', expectedYieldKg: '5.000 tấn' },
      ...{ startsOn: '01/08/2026', expectedFromOn: '01/10/2026', expectedToOn: '02/10/2026' },
    }
    const asked = await openOn(siteId, odd)
    expect(asked.status).toBe(409)
    const questions = (asked.model as RecordFormModel).form.questions ?? []
    const codes = questions.map(({ code }) => code)
    expect(codes).toEqual([
      'standard_not_in_force',
      'crop_not_on_record',
      'area_beyond_site',
      'yield_too_high',
    ])
    expect((await openOn(siteId, { ...odd, confirm: codes.join('\n') })).status).toBe(303)
  })

  it('is closed with the official yield, changed no more, and opened again with a reason', async () => {
    const siteId = await makeLand()
    const id = idIn((await openOn(siteId)).location)
    const path = `${PATH}/${id}`
    const early = await send(producer, `${path}/close`, { endedOn: '31/12/2025', yieldKg: '1' })
    expect(early.status).toBe(400)
    const ahead = await send(producer, `${path}/close`, { endedOn: '16/06/2026', yieldKg: '1' })
    expect(ahead.status).toBe(400)
    const far = await send(producer, `${path}/close`, { endedOn: '09/06/2026', yieldKg: '30 tấn' })
    expect(far.status).toBe(409)
    const done = await send(producer, `${path}/close`, { endedOn: '09/06/2026', yieldKg: '11,5 t' })
    expect(done.location).toBe(`${path}?done=closed`)
    expect(await seasonIn(id)).toMatchObject({ endedOn: '2026-06-09', yieldKg: 11_500 })
    expect((await producer.get(`${path}/edit`)).status).toBe(409)
    const again = await producer.post(`${path}/close`, { endedOn: '08/06/2026', yieldKg: '1' })
    expect(again.status).toBe(409)
    expect((await send(producer, `${path}/reopen`, { reason: ' ' })).status).toBe(400)
    await send(producer, `${path}/reopen`, { reason: 'Còn một đợt thu' })
    expect(await seasonIn(id)).toMatchObject({
      ...{ endedOn: null, yieldKg: null, reopenedFor: 'Còn một đợt thu' },
    })
    const log = await db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(log.map(({ action }) => action)).toEqual([
      'season.open',
      'season.close',
      'season.reopen',
    ])
  })

  it('for no market in particular is for the domestic one', async () => {
    const id = idIn((await openOn(await makeLand(), { markets: '' })).location)
    expect(await seasonIn(id)).toMatchObject({ markets: ['VNM'] })
  })

  it('that failed is closed with nothing', async () => {
    const id = idIn((await openOn(await makeLand())).location)
    const sent = { endedOn: '01/06/2026', yieldKg: '0' }
    await send(producer, `${PATH}/${id}/close`, sent)
    expect(await seasonIn(id)).toMatchObject({ yieldKg: 0 })
  })

  it('is neither closed nor opened again over the one that follows it', async () => {
    const siteId = await makeLand()
    const id = idIn((await openOn(siteId)).location)
    await openOn(siteId, {
      ...{ startsOn: '11/06/2026', expectedFromOn: '01/10/2026', expectedToOn: '01/11/2026' },
    })
    const late = await send(producer, `${PATH}/${id}/close`, {
      ...{ endedOn: '12/06/2026', yieldKg: '12000' },
    })
    expect(late.status).toBe(409)
    await send(producer, `${PATH}/${id}/close`, { endedOn: '10/06/2026', yieldKg: '12000' })
    const reopened = await send(producer, `${PATH}/${id}/reopen`, { reason: 'Sửa sản lượng' })
    expect(reopened.status).toBe(303)
  })

  it('changed by two at once is changed by the first, and the second is told', async () => {
    const id = idIn((await openOn(await makeLand())).location)
    const { model } = await producer.get(`${PATH}/${id}/edit`)
    const { form, action } = model as RecordFormModel
    const change = (variety: string) => producer.post(action, { ...form.values, variety })
    expect((await change('Cát Chu')).status).toBe(303)
    expect((await change('Đài Loan')).status).toBe(409)
    expect(await seasonIn(id)).toMatchObject({ variety: 'Cát Chu' })
  })
})
