import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeCode, unique } from '../../support/factories.ts'
import { openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

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

  test('one household sent twice is stored once', async () => {
    const { get, post, path } = await makeOwnSite()
    const fields = { name: 'Hộ bấm hai lần', plot: 'Thửa 9', areaHa: '0,5' }
    expect((await post(`${path}/households`, fields)).status).toBe(303)
    expect((await post(`${path}/households`, fields)).status).toBe(409)
    const list = shown(await get(`${path}/households`), 'portal/sites/households')
    expect(list.rows).toHaveLength(1)
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
    expect(links[0]).toMatchObject({ other: code, href: null, ended: false, ahead: false })
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

  test('whose first day is still to come do not run yet', async () => {
    const { get, post, path, code } = await pair()
    const fields = { other: code, contractNo: '', fromOn: '2099-01-01', toOn: '' }
    expect((await post(`${path}/links`, fields)).status).toBe(303)
    const { links } = shown(await get(path), 'portal/sites/show')
    expect(links[0]).toMatchObject({ ended: false, ahead: true })
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

  test('are taken out only after a question that can be cancelled', async () => {
    const { get, post, path } = await makeOwnSite()
    const file = new File([PDF], 'so-do.pdf')
    await post(`${path}/documents`, { kind: 'land_use', title: 'Sổ đỏ', file })
    const [row] = shown(await get(path), 'portal/sites/show').documents
    const asked = shown(await get(`${row?.href}/withdraw`), 'portal/sites/document-out')
    expect(asked.document.title).toBe('Sổ đỏ')
    expect((await get(row?.href ?? '')).status).toBe(200)
    const stranger = await signedIn('producer')
    expect((await stranger.get(`${row?.href}/withdraw`)).status).toBe(404)
    await post(`${row?.href}/withdraw`, {})
    expect((await get(`${row?.href}/withdraw`)).status).toBe(404)
  })

  test.each([
    ['empty', new File([], 'so-do.pdf'), 'trống'],
    ['not chosen', new File([], ''), 'Hãy chọn'],
    ['broken', new File([Uint8Array.of(0x89, 80, 78, 71, 13, 10, 26, 10, 0)], 'a.png'), 'hỏng'],
  ])('that are %s are refused at their field, and what was typed stays', async (_, file, said) => {
    const { post, path } = await makeOwnSite()
    const answer = await post(`${path}/documents`, { kind: 'land_use', title: 'Sổ đỏ', file })
    const { form } = shown(answer, 'portal/sites/documents')
    expect([answer.status, Object.keys(form.errors)]).toEqual([400, ['file']])
    expect(form.errors['file']).toContain(said)
    expect(form.values).toMatchObject({ kind: 'land_use', title: 'Sổ đỏ' })
  })

  test('that may carry code are refused and leave no file behind', async () => {
    const { post, path, deps } = await makeOwnSite()
    const file = new File(['<script>alert(1)</script>'], 'anh.jpg', { type: 'image/jpeg' })
    const answer = await post(`${path}/documents`, { kind: 'other', title: '', file })
    expect(shown(answer, 'portal/sites/documents').form.errors['file']).toContain('Chỉ nhận')
    expect((deps.files as unknown as { kept: Map<string, unknown> }).kept.size).toBe(0)
  })
})
