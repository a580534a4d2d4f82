import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeCode, makeSite, unique } from '../../../support/factories.ts'
import { portalApp } from '../../../support/portal-app.ts'
import { openBook } from '../../../support/sheets/import-helpers.ts'
import { AN_GIANG, HERE, openRegister } from '../sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

describe('a boundary', () => {
  const box = (n: number) => `[[[105,10],[105,10.01],[105.01,10.01],[105.01,${10 + n}],[105,10]]]`
  test.each([
    ['with a document type', '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "x">]><kml>&a;</kml>'],
    [
      'with an entity of a file',
      '<!DOCTYPE k [<!ENTITY a SYSTEM "file:///etc/passwd">]><kml>&a;</kml>',
    ],
    ['deeply nested', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    [
      'deeply nested in a collection',
      `${'{"type":"GeometryCollection","geometries":['.repeat(20_000)}`,
    ],
    ['deeply nested KML', `<kml>${'<Folder>'.repeat(50_000)}`],
    [
      'with numbers that are none',
      `{"type":"Polygon","coordinates":[[[1e999,10],[105,null],["a",1]]]}`,
    ],
    [
      'outside the world',
      '{"type":"Polygon","coordinates":[[[1000,1000],[1001,1000],[1001,1001],[1000,1000]]]}',
    ],
    ['with names of machinery', '{"__proto__":{"type":"Polygon"},"constructor":1}'],
    ['of a web page', '<!doctype html><html></html>'],
    ['without an area', '{"type":"Polygon","coordinates":[[[105,10],[105,10],[105,10],[105,10]]]}'],
  ])('%s is refused in words', async (_, given) => {
    const { path, post } = await makeOwnSite()
    const file = new File([given], 'ranh.kml')
    const { status, model } = await post(`${path}/boundary`, { file })
    expect([status, model?.kind]).toEqual([400, 'portal/sites/boundary'])
    expect((await post(`${path}/boundary/save`, { geojson: given })).status).toBe(400)
  })

  test('is not set over one that somebody else set meanwhile, whatever id the form names', async () => {
    const { path, post, id } = await makeOwnSite()
    const other = await makeOwnSite()
    const geojson = `{"type":"Polygon","coordinates":${box(0)}}`
    const fields = { geojson, source: 'geojson', fileName: '' }
    expect((await other.post(`${other.path}/boundary/save`, fields)).status).toBe(303)
    const [foreign] = await db.all<{ id: string }>(
      sql`SELECT id FROM site_boundary WHERE site_id = ${other.id}`,
    )
    const wrong = { ...fields, currentId: foreign?.id ?? '' }
    expect((await post(`${path}/boundary/save`, wrong)).status).toBe(409)
    const answers = await Promise.all([1, 2].map(() => post(`${path}/boundary/save`, fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const rows = await db.all(sql`SELECT 1 FROM site_boundary WHERE site_id = ${id}`)
    expect(rows).toHaveLength(1)
  })
})

describe('figures and texts that are none', () => {
  const base = { commune: 'Xã Mỹ Hội Đông', province: 'Tỉnh An Giang', name: 'Vùng', version: '1' }
  test.each([
    ...['-1', 'NaN', 'Infinity', '1e400', '1e30', '0x10', '١٢', '9'.repeat(60), '1,2,3', '--1'].map(
      (areaHa) => ({ areaHa }),
    ),
    ...['-5', '1.5', '99999999999999999999', 'NaN'].map((householdCount) => ({ householdCount })),
    ...[
      { name: 'a'.repeat(100_000) },
      { name: '' },
      { name: '   ' },
      { hamlet: 'x'.repeat(5_000) },
    ],
    ...[{ phone: '<script>' }, { phone: '0'.repeat(500) }, { version: 'NaN' }, { version: '-1' }],
    ...[{ version: '' }, { version: '9e99' }, { communeCode: "30000' OR 1=1" }],
  ])('change no place: %j', async (given) => {
    const { path, post, id } = await makeOwnSite()
    const { status } = await post(`${path}/edit`, { ...base, ...given })
    expect(status).toBeOneOf([400, 409])
    const [row] = await db.all(sql`SELECT version, area_ha AS a FROM site WHERE id = ${id}`)
    expect(row).toEqual({ version: 1, a: 10 })
  })

  test.each([
    '0026-06-01',
    '9999-12-31',
    '2026-02-30',
    '01/01/26/1',
    '-1',
    'hôm nay',
    '1e9',
    '3026-01-01',
  ])('date no decision: %s', async (effectiveOn) => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const { code, id } = await makeCode(ctx, { siteId: (await makeSite(ctx, HERE)).id })
    const page = await officer.get(`/portal/codes/${code}/status?market=CHN`)
    const seen = (page.model as { form: { values: Record<string, string> } }).form.values['seen']
    const { status } = await officer.post(`/portal/codes/${code}/status`, {
      ...{ market: 'CHN', status: 'suspended', effectiveOn, confirm: '1', seen: seen ?? '' },
      ...{ reasonCode: 'phytosanitary', documentNo: '1/QĐ' },
    })
    expect(status).toBe(400)
    expect(await db.all(sql`SELECT 1 FROM code_status_event WHERE code_id = ${id}`)).toHaveLength(1)
  })
})

describe('texts that others open', () => {
  const EVIL = [
    '=HYPERLINK("http://evil")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '<b>"&\'',
    '\u0001\u0002a',
  ]

  test('are no formulas and no markup in lists that are sent out', async () => {
    const names: string[] = []
    for (const evil of EVIL) {
      const name = `${evil} ${unique()}`
      names.push(name.trim())
      const site = await makeSite(ctx, { ...HERE, name })
      await makeCode(ctx, { siteId: site.id })
    }
    const officer = await signedIn('officer', { place: AN_GIANG })
    const csv = await (await officer.get('/portal/exports/codes?format=csv')).response.text()
    const open = await (await portalApp(db, null).get('/open-data/codes.csv')).response.text()
    const sep = await (await portalApp(db, null).get('/open-data/suspensions.csv')).response.text()
    for (const line of [csv, open, sep].flatMap((file) => file.slice(1).split('\r\n'))) {
      for (const field of line.split(/[;,]/)) {
        expect([line.slice(0, 80), /^"?[=+@\t\r]/.test(field)]).toEqual([line.slice(0, 80), false])
        expect(/^"?-[^\d]/.test(field)).toBe(false)
      }
    }
    const xlsx = await officer.get('/portal/exports/codes?format=xlsx')
    const book = openBook(new Uint8Array(await xlsx.response.arrayBuffer()), 'a.xlsx')
    expect(book.sheets[0]?.rows.length).toBeGreaterThan(EVIL.length)
  })

  test('put nothing into the head of a letter', async () => {
    const producer = await signedIn('producer')
    const bad = 'Tên\r\nBcc: nan-nhan@example.vn\r\n\r\nThân thư'
    await producer.post('/portal/account/name', { name: bad })
    await producer.post('/portal/members/invite', {
      ...{ email: 'a@example.vn\r\nBcc: b@example.vn', role: 'producer' },
    })
    const admin = await signedIn('admin')
    await admin.post('/portal/organisations/new', { name: bad, kind: 'cooperative' })
    await admin.post('/portal/organisations/new', {
      ...{ name: `Đơn vị ${unique()}`, kind: 'cooperative', email: 'a@example.vn\nBcc: b@x.vn' },
    })
    const heads = await db.all<{ to: string; subject: string }>(
      sql`SELECT to_address AS "to", subject FROM mail_outbox`,
    )
    for (const { to, subject } of heads) expect(/[\r\n]/.test(to + subject)).toBe(false)
    const names = await db.all<{ name: string }>(
      sql`SELECT name FROM user UNION ALL SELECT name FROM organisation
        UNION ALL SELECT coalesce(email, '') FROM organisation`,
    )
    for (const { name } of names) expect(/[\r\n]/.test(name)).toBe(false)
  })
})
