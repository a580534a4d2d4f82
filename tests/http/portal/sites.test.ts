import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { administrativeSuccession, administrativeUnit } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { EVERYWHERE, type Role } from '../../../worker/domain/access/roles.ts'
import { foldVietnamese } from '../../../worker/domain/codes/fold-vietnamese.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  unique,
} from '../../support/factories.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

const { db } = await freshDatabase()
const ctx = makeContext(db)
const AN_GIANG = { provinceCode: '91', communeCode: null }
const HERE = {
  ...{ provinceCode: '91', provinceName: 'Tỉnh An Giang' },
  ...{ communeCode: '30000', communeName: 'Xã Mỹ Hội Đông' },
}

const unit = (code: string, name: string, parentCode: string | null) => ({
  ...{ code, name, parentCode, level: parentCode === null ? 'province' : 'commune' },
  ...{ nameFolded: foldVietnamese(name), validFrom: '2025-07-01' },
})
await db
  .insert(administrativeUnit)
  .values([
    unit('91', 'Tỉnh An Giang', null),
    unit('15', 'Tỉnh Lào Cai', null),
    unit('30000', 'Xã Mỹ Hội Đông', '91'),
    unit('30001', 'Xã Tân Mỹ', '91'),
    unit('30002', 'Phường Tân Mỹ', '91'),
    unit('02600', 'Xã Bảo Hà', '15'),
  ])
await db.insert(administrativeSuccession).values({
  ...{ id: 'old', oldName: 'Xã Kiến An', oldDistrictName: 'Huyện Chợ Mới' },
  ...{ oldProvinceName: 'Tỉnh An Giang', oldNameFolded: 'xa kien an', newCode: '30000' },
  effectiveOn: '2025-07-01',
})

function shown<K extends PageModel['kind']>(answer: PortalAnswer, kind: K) {
  expect(answer.model?.kind).toBe(kind)
  return answer.model as Extract<PageModel, { kind: K }>
}

async function signedIn(role: Role, given: Parameters<typeof makePerson>[2] = {}) {
  const person = await makePerson(db, role, given)
  const app = portalApp(db, person)
  apps.push(app)
  return { person, ...app }
}

const apps: PortalApp[] = []
afterAll(async () => {
  for (const { settle } of apps) await settle()
})

const FORM = { commune: 'Mỹ Hội Đông', areaHa: '2,5', 'crops.0.crop': 'Xoài cát Hòa Lộc' }

async function makeOwnSite(given: Parameters<typeof makeSite>[1] = {}) {
  const app = await signedIn('producer')
  const { organisationId } = app.person
  const site = await makeSite(ctx, { organisationId, ...HERE, areaHa: 10, ...given })
  return { ...app, id: site.id, path: `/portal/sites/${site.id}` }
}

describe('adding a place', () => {
  test('a producer adds a growing area to the own organisation, whatever the form says', async () => {
    const { person, post, get } = await signedIn('producer')
    const other = await makeOrganisation(ctx)
    const answer = await post('/portal/sites/new', {
      ...FORM,
      ...{ kind: 'growing_area', name: 'Vùng xoài Mỹ Hội', organisationId: other.id },
      ...{ province: 'An Giang', 'details.treeCount': '1.200', 'crops.0.plantedAreaHa': '12 công' },
    })
    expect(answer.status).toBe(303)
    const page = shown(await get(answer.location ?? ''), 'portal/sites/show')
    expect(page.facts[0]?.text).toBe(person.organisationName)
    expect(page.crops[0]?.[2]?.text).toBe('1,2\u00a0ha')
    expect(page.facts.find(({ text }) => text === '1200 cây')).toBeDefined()
  })

  test('a former name leads to today’s commune', async () => {
    const { post, get } = await signedIn('officer', { place: AN_GIANG })
    const holder = await makeOrganisation(ctx, { name: `Hợp tác xã Kiến An ${unique()}` })
    const answer = await post('/portal/sites/new', {
      ...{ ...FORM, kind: 'growing_area', name: 'Vùng Kiến An', commune: 'kien an' },
      organisation: holder.name.replace('Hợp tác xã ', '').toLowerCase(),
    })
    expect(answer.status).toBe(303)
    const page = shown(await get(answer.location ?? ''), 'portal/sites/show')
    expect(page.facts[1]?.text).toContain('Xã Mỹ Hội Đông')
  })

  test('a name of several communes is asked back with all of them, and what was typed stays', async () => {
    const { post } = await signedIn('producer')
    const fields = { ...FORM, kind: 'growing_area', name: 'Vùng A', province: 'An Giang' }
    const answer = await post('/portal/sites/new', { ...fields, commune: 'Tân Mỹ' })
    expect(answer.status).toBe(400)
    const page = shown(answer, 'portal/sites/edit')
    expect(page.communeChoices.map(({ value }) => value).sort()).toEqual(['30001', '30002'])
    expect(page.form.values['name']).toBe('Vùng A')
    const picked = await post('/portal/sites/new', { ...fields, communeCode: '30002' })
    expect(picked.status).toBe(303)
  })

  test('wrong figures are named field by field', async () => {
    const { post } = await signedIn('producer')
    const answer = await post('/portal/sites/new', {
      ...{ ...FORM, kind: 'growing_area', name: ' ', province: 'An Giang', areaHa: '3 sào' },
      ...{
        phone: 'gọi sau',
        'crops.1.crop': 'xoai cat hoa loc',
        'details.plantingYear': 'năm ngoái',
      },
    })
    const { errors } = shown(answer, 'portal/sites/edit').form
    expect(Object.keys(errors).sort()).toEqual(
      ['areaHa', 'crops.1.crop', 'details.plantingYear', 'name', 'phone'].sort(),
    )
  })

  test('the same place twice is refused, however often the form is sent', async () => {
    const { post } = await signedIn('producer')
    const fields = { ...FORM, kind: 'growing_area', name: 'Vùng B', province: 'An Giang' }
    const answers = await Promise.all([1, 2, 3].map(() => post('/portal/sites/new', fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  })

  test('an officer cannot add a place outside the own province', async () => {
    const { post } = await signedIn('officer', { place: AN_GIANG })
    const holder = await makeOrganisation(ctx)
    const answer = await post('/portal/sites/new', {
      ...{ ...FORM, kind: 'growing_area', name: 'Vùng C', organisation: holder.name },
      ...{ commune: 'Bảo Hà', province: 'Lào Cai' },
    })
    expect(shown(answer, 'portal/sites/edit').form.errors['commune']).toContain('ngoài địa bàn')
  })

  test('a barn is added by its configuration alone', async () => {
    const { post, get } = await signedIn('producer')
    const form = shown(await get('/portal/sites/new?kind=barn'), 'portal/sites/edit')
    expect(form.fields.map(({ name }) => name)).toEqual(['details.heads', 'details.floorAreaM2'])
    const answer = await post('/portal/sites/new', {
      ...{ kind: 'barn', name: 'Trại gà', commune: 'Mỹ Hội Đông', province: 'An Giang' },
      'details.heads': '500',
    })
    expect(answer.status).toBe(303)
    const page = shown(await get(answer.location ?? ''), 'portal/sites/show')
    expect(page.facts.find(({ text }) => text === '500 con')).toBeDefined()
  })
})

describe('who may see and change a place', () => {
  const paths = ['', '/edit', '/boundary', '/households', '/parcels', '/links', '/documents']

  test('a place of another organisation does not exist for a producer', async () => {
    const { id } = await makeOwnSite()
    const { get, post } = await signedIn('producer')
    for (const path of [...paths, '/withdraw']) {
      expect((await get(`/portal/sites/${id}${path}`)).status, path).toBe(404)
    }
    for (const path of [
      '/edit',
      '/boundary/save',
      '/households',
      '/parcels',
      '/links',
      '/restore',
    ]) {
      expect((await post(`/portal/sites/${id}${path}`, { name: 'x' })).status, path).toBe(404)
    }
  })

  test('a place of another commune does not exist for a commune’s officer', async () => {
    const { id } = await makeOwnSite()
    const place = { provinceCode: '91', communeCode: '30001' }
    const { get } = await signedIn('officer', { place })
    for (const path of paths) expect((await get(`/portal/sites/${id}${path}`)).status).toBe(404)
    const list = shown(await get('/portal/sites'), 'portal/sites')
    expect(list.rows.flat().some(({ href }) => href?.includes(id))).toBe(false)
  })

  test('an agency reads and may not write', async () => {
    const { id } = await makeOwnSite()
    const { get, post } = await signedIn('agency', { place: AN_GIANG })
    const page = shown(await get(`/portal/sites/${id}`), 'portal/sites/show')
    expect(page.mayWrite).toBe(false)
    expect((await get(`/portal/sites/${id}/edit`)).status).toBe(403)
    expect((await post(`/portal/sites/${id}/households`, { name: 'Hộ lạ' })).status).toBe(403)
  })
})

describe('changing a place', () => {
  test('of two who edit at once the second is told and nothing is lost', async () => {
    const { get, post, path } = await makeOwnSite()
    const first = shown(await get(`${path}/edit`), 'portal/sites/edit')
    const values = { ...first.form.values, version: first.hidden[0]?.value ?? '' }
    expect((await post(`${path}/edit`, { ...values, areaHa: '11' })).status).toBe(303)
    const second = await post(`${path}/edit`, { ...values, areaHa: '12', hamlet: 'Ấp Mỹ Hòa' })
    expect(second.status).toBe(409)
    const form = shown(second, 'portal/sites/edit')
    expect(form.form.values['hamlet']).toBe('Ấp Mỹ Hòa')
    expect(form.form.problem).toContain('vừa sửa')
    const page = shown(await get(path), 'portal/sites/show')
    expect(page.facts.find(({ text }) => text === '11\u00a0ha')).toBeDefined()
    expect(page.history[0]?.lines).toContain('Diện tích (ha): 10 → 11')
  })

  test('the words of the register follow', async () => {
    const { get, post, path, id } = await makeOwnSite({ name: 'Vùng tên cũ' })
    const { code } = await makeCode(ctx, { siteId: id })
    const form = shown(await get(`${path}/edit`), 'portal/sites/edit')
    const version = form.hidden[0]?.value ?? ''
    await post(`${path}/edit`, { ...form.form.values, version, name: 'Vùng tên mới tinh' })
    const { response } = await get('/api/v1/codes?q=ten+moi+tinh')
    expect(await response.json()).toMatchObject({ items: [{ code, name: 'Vùng tên mới tinh' }] })
  })

  test('a place entered by mistake leaves the list and comes back', async () => {
    const { get, post, path, id } = await makeOwnSite({ name: `Vùng nhầm ${unique()}` })
    expect((await post(`${path}/withdraw`, { reason: '' })).status).toBe(400)
    expect((await post(`${path}/withdraw`, { reason: 'nhập hai lần' })).status).toBe(303)
    const listed = async (query: string) =>
      shown(await get(`/portal/sites${query}`), 'portal/sites')
        .rows.flat()
        .some(({ href }) => href?.includes(id))
    expect(await listed('')).toBe(false)
    expect(await listed('?withdrawn=1')).toBe(true)
    expect(shown(await get(path), 'portal/sites/show').mayRestore).toBe(true)
    expect((await post(`${path}/restore`, {})).status).toBe(303)
    expect(await listed('')).toBe(true)
  })

  test('a place with a code is not taken back', async () => {
    const { post, path, id } = await makeOwnSite()
    await makeCode(ctx, { siteId: id })
    expect((await post(`${path}/withdraw`, { reason: 'thử' })).status).toBe(409)
  })
})

const SQUARE = [
  [105.4, 10.5],
  [105.41, 10.5],
  [105.41, 10.51],
  [105.4, 10.51],
  [105.4, 10.5],
]
const shape = (by: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [SQUARE.map(([x = 0, y = 0]) => [x + by, y])],
  })

describe('a boundary', () => {
  test('is looked at with its area before it is saved, and shown after', async () => {
    const { get, post, path, id } = await makeOwnSite({ areaHa: 100 })
    const file = new File([shape(0)], 'ranh-gioi.geojson')
    const looked = await post(`${path}/boundary`, { file, text: '' })
    const { preview } = shown(looked, 'portal/sites/boundary')
    expect(preview?.areaHa).toBeGreaterThan(115)
    expect(preview?.warnings[0]).toContain('lệch')
    const [stored] = await db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM site_boundary WHERE site_id = ${id}`,
    )
    expect(stored?.n).toBe(0)
    const { geojson = '', source = '', fileName = '', currentId = '' } = preview ?? {}
    const fields = { geojson, source, fileName, currentId }
    expect((await post(`${path}/boundary/save`, fields)).status).toBe(303)
    const page = shown(await get(path), 'portal/sites/show')
    expect(page.boundary?.from).toContain('ranh-gioi.geojson')
    expect(page.notes[0]?.text).toContain('lệch')
    // Somebody who looked before it was saved is told.
    const late = await post(`${path}/boundary/save`, fields)
    expect(late.status).toBe(409)
    expect(shown(late, 'portal/sites/boundary').form.values['text']).toBe(geojson)
  })

  test('that overlaps another place’s names it', async () => {
    const one = await makeOwnSite({ name: `Vùng láng giềng ${unique()}` })
    const save = async (site: typeof one, by: number) =>
      site.post(`${site.path}/boundary/save`, {
        ...{ geojson: shape(by), source: 'geojson', fileName: '', currentId: '' },
      })
    expect((await save(one, 0.2)).status).toBe(303)
    const two = await makeOwnSite()
    const looked = await two.post(`${two.path}/boundary`, { text: shape(0.205) })
    const { preview } = shown(looked, 'portal/sites/boundary')
    const overlaps = preview?.warnings.filter((text) => text.startsWith('Chồng lên')) ?? []
    expect(overlaps).toHaveLength(1)
    expect(overlaps[0]).toContain('Vùng láng giềng')
  })

  test.each([
    ['crossing itself', shape(0).replace('[105.41,10.5]', '[105.41,10.52]'), 'tự cắt'],
    ['with entities', '<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>', 'DOCTYPE'],
    ['outside the country', shape(100), 'ngoài Việt Nam'],
    ['of nothing', '', 'Chưa có ranh giới'],
  ])('%s is refused in Vietnamese and kept in the box', async (_, text, said) => {
    const { post, path } = await makeOwnSite()
    const answer = await post(`${path}/boundary`, { text })
    expect(answer.status).toBe(400)
    const { form } = shown(answer, 'portal/sites/boundary')
    expect(form.errors['text']).toContain(said)
    expect(form.values['text']).toBe(text)
  })

  test('sent back changed by hand is checked again', async () => {
    const { post, path } = await makeOwnSite()
    const geojson = shape(0).replace('[105.41,10.5]', '[105.41,10.52]')
    const fields = { geojson, source: 'kml', fileName: '', currentId: '' }
    expect((await post(`${path}/boundary/save`, fields)).status).toBe(400)
  })

  test('of 50 MB is refused before it is read', async () => {
    const { post, path } = await makeOwnSite()
    const answer = await post(`${path}/boundary`, { text: 'x'.repeat(50 * 1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(shown(answer, 'portal/problem').text).toContain('quá lớn')
  })
})

describe('households', () => {
  const LIST = ['Họ tên\tThửa\tDiện tích (ha)\tSố cây\tĐiện thoại']
    .concat(
      Array.from(
        { length: 120 },
        (_, i) => `Nguyễn Văn ${i}\tT${i}\t0,1\t20\t09123456${10 + (i % 80)}`,
      ),
    )
    .join('\n')

  test('a pasted list is shown, replaces the old one whole, and is read fifty at a time', async () => {
    const { get, post, path } = await makeOwnSite({ areaHa: 10 })
    await post(`${path}/households`, { name: 'Hộ cũ', areaHa: '1' })
    const looked = shown(
      await post(`${path}/households/list`, { list: LIST }),
      'portal/sites/household-list',
    )
    expect([looked.count, looked.areaHa, looked.before]).toEqual([120, 12, 1])
    expect(looked.warnings[0]).toContain('lệch 20 %')
    const fields = { list: looked.list, version: looked.version }
    expect((await post(`${path}/households/list/save`, fields)).status).toBe(303)
    const page = shown(await get(path), 'portal/sites/show')
    expect(page.households.rows).toHaveLength(50)
    expect(page.households.listed).toContain('120')
    const second = shown(
      await get(page.households.paging.olderHref ?? ''),
      'portal/sites/households',
    )
    expect(second.rows[0]?.name).toBe('Nguyễn Văn 50')
    // The list that was looked at is no longer the one that stands.
    expect((await post(`${path}/households/list/save`, fields)).status).toBe(409)
  })

  test('rows that cannot be read are told with their reasons, the others are taken', async () => {
    const { post, path } = await makeOwnSite()
    const list = 'Họ tên,Diện tích\nLê Thị A,"0,5"\n,"0,3"\nTrần B,nhiều\n'
    const looked = await post(`${path}/households/list`, { list })
    const page = shown(looked, 'portal/sites/household-list')
    expect(page.count).toBe(1)
    expect(page.issueCount).toBeGreaterThan(0)
  })

  test('a file of another layout is refused with what is missing', async () => {
    const { post, path } = await makeOwnSite()
    const answer = await post(`${path}/households/list`, { list: 'a,b,c\n1,2,3\n4,5,6' })
    expect(answer.status).toBe(400)
    expect(shown(answer, 'portal/sites/households').listForm.errors['list']).toBeDefined()
  })

  test('one household is changed and removed, and the second to do so is told', async () => {
    const { get, post, path } = await makeOwnSite()
    await post(`${path}/households`, { name: 'Hộ một', areaHa: '0,5', phone: '0912 345 678' })
    const list = shown(await get(`${path}/households`), 'portal/sites/households')
    const one = `${path}/households/${list.rows[0]?.id}`
    const { form } = shown(await get(one), 'portal/sites/household')
    expect(form.values['areaHa']).toBe('0,5')
    expect((await post(one, { ...form.values, plot: 'Thửa 7' })).status).toBe(303)
    expect((await post(one, { ...form.values, plot: 'Thửa 8' })).status).toBe(409)
    expect((await post(`${one}/remove`, { version: form.values['version'] ?? '' })).status).toBe(
      409,
    )
    const { version = '' } = shown(await get(one), 'portal/sites/household').form.values
    expect((await post(`${one}/remove`, { version })).status).toBe(303)
    expect((await get(one)).status).toBe(404)
  })

  test('telephone numbers never reach the audit log', async () => {
    const { post, path, id } = await makeOwnSite()
    await post(`${path}/households`, { name: 'Hộ hai', phone: '0987654321' })
    const rows = await db.all<{ after: string }>(
      sql`SELECT after FROM audit_log WHERE entity_id = ${id}`,
    )
    expect(JSON.stringify(rows)).toContain('Hộ hai')
    expect(JSON.stringify(rows)).not.toContain('0987654321')
  })
})

test('parcels are set as a list, and one that another place names is told', async () => {
  const parcel = `THUA-${unique()}`
  const one = await makeOwnSite()
  await one.post(`${one.path}/parcels`, { parcels: parcel, version: '1' })
  const two = await makeOwnSite()
  const answer = await two.post(`${two.path}/parcels`, {
    ...{ parcels: `${parcel}\n\n ${parcel} \nA 12/7`, version: '1' },
  })
  const page = shown(await two.get(answer.location ?? ''), 'portal/sites/show')
  expect(page.done).toMatchObject({ kind: 'warning', text: expect.stringContaining(parcel) })
  expect(page.parcels.ids).toEqual(['A 12/7', parcel])
  const wrong = await two.post(`${two.path}/parcels`, { parcels: '<script>', version: '2' })
  expect(shown(wrong, 'portal/sites/parcels').form.errors['parcels']).toContain('<script>')
})

describe('contracts', () => {
  async function pair() {
    const area = await makeOwnSite()
    const { code } = await makeCode(ctx, { slot: 'packing_house' })
    return { ...area, code }
  }

  test('link a growing area to a packing house by its code, and end', async () => {
    const { get, post, path, code } = await pair()
    const fields = {
      other: code.toLowerCase(),
      contractNo: 'HĐ 12',
      fromOn: '2026-01-01',
      toOn: '',
    }
    expect((await post(`${path}/links`, fields)).status).toBe(303)
    const { links } = shown(await get(path), 'portal/sites/show')
    expect(links[0]).toMatchObject({ other: code, href: null, ended: false })
    // The same two over the same days.
    expect((await post(`${path}/links`, { ...fields, fromOn: '2026-05-01' })).status).toBe(409)
    const end = `${path}/links/${links[0]?.id}/end`
    const early = await post(end, { toOn: '2025-12-01' })
    expect(shown(early, 'portal/sites/links').problem).toContain('trước ngày bắt đầu')
    expect((await post(end, { toOn: '30/06/2026' })).status).toBe(303)
    const after = shown(await get(path), 'portal/sites/show').links[0]
    expect(after).toMatchObject({ toOn: '2026-06-30', ended: true })
    expect((await post(end, { toOn: '' })).status).toBe(409)
  })

  test('with days out of order, or with a place nobody knows, are refused in words', async () => {
    const { post, path, code } = await pair()
    const fields = { other: code, contractNo: '', fromOn: '2026-03-01', toOn: '2026-02-01' }
    const order = shown(await post(`${path}/links`, fields), 'portal/sites/links')
    expect(order.form.errors['toOn']).toContain('trước ngày bắt đầu')
    const unknown = await post(`${path}/links`, { ...fields, other: 'VN-XXPH-999', toOn: '' })
    expect(shown(unknown, 'portal/sites/links').form.errors['other']).toContain('Không tìm thấy')
  })
})

describe('documents', () => {
  const PDF = new TextEncoder().encode('%PDF-1.7\n…')

  test('are kept by what they are, given back as a file, and taken out', async () => {
    const { get, post, path } = await makeOwnSite()
    const file = new File([PDF], '../../giấy "chứng nhận".exe')
    const fields = { kind: 'land_use', title: 'Sổ đỏ', file }
    expect((await post(`${path}/documents`, fields)).status).toBe(303)
    expect((await post(`${path}/documents`, fields)).status).toBe(409)
    const [row] = shown(await get(path), 'portal/sites/show').documents
    const { response } = await get(row?.href ?? '')
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="gi_y ch_ng nh_n.pdf"/,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF)
    const stranger = await signedIn('producer')
    expect((await stranger.get(row?.href ?? '')).status).toBe(404)
    expect((await post(`${row?.href}/withdraw`, {})).status).toBe(303)
    expect((await get(row?.href ?? '')).status).toBe(404)
  })

  test('that may carry code are refused and leave no file behind', async () => {
    const { post, path, deps } = await makeOwnSite()
    const file = new File(['<script>alert(1)</script>'], 'anh.jpg', { type: 'image/jpeg' })
    const answer = await post(`${path}/documents`, { kind: 'other', title: '', file })
    expect(shown(answer, 'portal/sites/documents').form.errors['file']).toContain('Chỉ nhận')
    expect((deps.files as unknown as { kept: Map<string, unknown> }).kept.size).toBe(0)
  })
})

describe('the list', () => {
  test('is searched without tones, by holder, code, crop and former commune', async () => {
    const number = unique()
    const officer = await signedIn('officer', { place: AN_GIANG })
    const holder = await makeOrganisation(ctx, { name: `Hợp tác xã Đồng Tháp Mười ${number}` })
    const site = await makeSite(ctx, {
      organisationId: holder.id,
      ...HERE,
      name: `Vùng Đước ${number}`,
    })
    const { code } = await makeCode(ctx, { siteId: site.id })
    await db.run(sql`INSERT INTO site_crop (site_id, crop, crop_folded)
      VALUES (${site.id}, 'Nhãn', ${`nhan ${number}`})`)
    const ask = async (query: Record<string, string>) => {
      const answer = await officer.get(`/portal/sites?${new URLSearchParams(query)}`)
      return shown(answer, 'portal/sites').rows.map(([first]) => first?.href)
    }
    const here = `/portal/sites/${site.id}`
    for (const q of [`duoc ${number}`, `dong thap muoi ${number}`, code.toLowerCase()]) {
      expect(await ask({ q }), q).toEqual([here])
    }
    expect(await ask({ crop: `NHÃN ${number}` })).toEqual([here])
    expect(await ask({ q: `duoc ${number}`, place: 'Kiến An' })).toEqual([here])
    expect(await ask({ q: `duoc ${number}`, place: 'Tân Mỹ' })).toEqual([])
    expect(await ask({ q: `duoc ${number}`, kind: 'barn' })).toEqual([])
  })

  test('goes on from page to page without losing or repeating a place', async () => {
    const { person, get } = await signedIn('producer')
    const { organisationId } = person
    for (let i = 0; i < 65; i++) {
      await makeSite(ctx, {
        organisationId,
        ...HERE,
        name: i % 2 === 0 ? 'Vùng trùng tên' : `Vùng ${i}`,
      })
    }
    const seen: (string | undefined)[] = []
    let href: string | null = '/portal/sites'
    while (href !== null) {
      const list: Extract<PageModel, { kind: 'portal/sites' }> = shown(
        await get(href),
        'portal/sites',
      )
      seen.push(...list.rows.map(([first]) => first?.href))
      href = list.paging.olderHref
    }
    expect(seen).toHaveLength(65)
    expect(new Set(seen).size).toBe(65)
  })
})

test('the page of a place is one statement', async () => {
  const { path, person } = await makeOwnSite()
  let statements = 0
  const counted = new Proxy(db, {
    get: (target, key) => {
      if (['all', 'get', 'run', 'select', 'batch'].includes(String(key))) statements += 1
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const app = portalApp(counted, { ...person, place: EVERYWHERE })
  expect((await app.get(path)).status).toBe(200)
  expect(statements).toBe(1)
})
