import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeOrganisation, unique } from '../../../support/factories.ts'
import { portalApp } from '../../../support/portal-app.ts'
import { AN_GIANG, HERE, openRegister } from '../sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

/** A place with everything private that the portal keeps of one, each marked so that it can be told. */
async function marked() {
  const mark = `kin${unique()}bi`
  const code = `VN-AGOR-${50_000 + unique()}`
  const holder = await makeOrganisation(ctx, {
    ...{ name: `Hộ ông Nguyễn Văn ${mark}A`, kind: 'household', taxNo: `0${mark}C`.slice(0, 20) },
    ...{ email: `${mark}d@example.vn`, hotline: '0909111222', address: `Ấp ${mark}E` },
  })
  const { path, id, post } = await makeOwnSite({
    ...{ organisationId: holder.id, name: `Vườn của Hộ ông Nguyễn Văn ${mark}A`, ...HERE },
    ...{ representative: `Đại diện ${mark}F`, phone: '0909333444', hamlet: `Ấp ${mark}G` },
    details: { note: `Ghi chú ${mark}H` },
  })
  const officer = await signedIn('officer', { place: AN_GIANG })
  const say = async (at: string, fields: Record<string, string | File>) => {
    const { status } = await officer.post(`${path}${at}`, fields)
    expect([at, status]).toEqual([at, 303])
  }
  await say('/households', { name: `Hộ dân ${mark}I`, plot: `Thửa ${mark}J`, phone: '0909555666' })
  await say('/parcels', { parcels: `${mark}K-1`, version: '1' })
  await say('/boundary/save', {
    ...{ source: 'kml', fileName: `${mark}L.kml`, currentId: '' },
    geojson:
      '{"type":"Polygon","coordinates":[[[105.123456,10.123456],[105.123456,10.128],[105.128,10.128],[105.128,10.123456],[105.123456,10.123456]]]}',
  })
  const pdf = new File(['%PDF-1.7\n'], `${mark}M.pdf`)
  await say('/documents', { kind: 'other', title: `Giấy ${mark}N`, file: pdf })
  const granted = await officer.post('/portal/codes/new', {
    ...{ siteId: id, code, issuedOn: '2026-06-01', documentNo: '1/QĐ', confirm: '1' },
    ...{ externalId: `${mark}O`, 'markets.0.externalId': `${mark}P` },
    ...{ 'markets.0.market': 'CHN', 'markets.0.status': 'active' },
  })
  expect(granted.status).toBe(303)
  const page = await officer.get(`/portal/codes/${code}/status?market=CHN`)
  const seen = (page.model as { form: { values: Record<string, string> } }).form.values['seen']
  const paper = new File(['%PDF-1.7\n'], `${mark}Q.pdf`)
  const decided = await officer.post(`/portal/codes/${code}/status`, {
    ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10', confirm: '1' },
    ...{ reasonCode: 'phytosanitary', documentNo: '2/QĐ', seen: seen ?? '', paper },
  })
  expect(decided.status).toBe(303)
  return { mark, code, id, holder, officer, post }
}

const PUBLIC = (code: string) => [
  ...['/', '/notices', '/api/v1/notices', '/api/v1/notices.atom', '/suspensions', '/codes'],
  ...[`/codes/${code}`, `/api/v1/codes/${code}`, '/api/v1/codes', `/codes?q=${code}`],
  ...['/open-data', '/open-data/codes.csv', '/open-data/codes.json', '/open-data/suspensions.csv'],
  ...[`/codes?q=${code.toLowerCase()}`, '/codes?status=suspended', '/suspensions?market=CHN'],
]

describe('what anyone may read', () => {
  test('holds nothing private of a place, of its households or of who decided', async () => {
    const { mark, code, id, holder, officer } = await marked()
    const anyone = portalApp(db, null)
    const secrets = [
      ...[mark, '0909111222', '0909333444', '0909555666', '105.123456', '10.123456', '105.12'],
      ...[id, holder.id, officer.person.email, officer.person.name, officer.person.userId],
      ...['user:', officer.person.organisationName],
    ]
    for (const path of PUBLIC(code)) {
      for (const accept of ['text/html', 'application/json', 'text/csv']) {
        const { response, model, status } = await anyone.ask(path, { headers: { accept } })
        const text = `${await response.text()}${JSON.stringify(model)}${[...response.headers]}`
        expect([path, status]).toEqual([path, expect.toBeOneOf([200, 406])])
        for (const secret of secrets) {
          if (secret === '105.12' && !text.includes('[105.12,')) continue
          expect([path, secret, text.includes(secret)]).toEqual([path, secret, false])
        }
      }
    }
  })

  test('is not found by what is not shown', async () => {
    const { mark, code } = await marked()
    const anyone = portalApp(db, null)
    for (const letter of ['A', 'F', 'G', 'I', 'J', 'K', 'N', 'O', 'P']) {
      for (const path of ['/codes?q=', '/api/v1/codes?q=']) {
        const { response, model } = await anyone.get(`${path}${mark}${letter}`)
        const text = `${await response.text()}${JSON.stringify(model)}`
        expect([path, letter, text.includes(code)]).toEqual([path, letter, false])
      }
    }
  })

  test('holds no code that was taken back as entered by mistake, but on its own page', async () => {
    const { code, mark, officer, id } = await marked()
    const officerPage = await officer.post(`/portal/codes/${code}/withdraw`, {
      reason: `Lý do ${mark}R`,
    })
    expect(officerPage.status).toBe(303)
    const anyone = portalApp(db, null)
    // Notices are never erased: they say that it was taken back.
    const { response: notices } = await anyone.get('/api/v1/notices')
    const { items } = (await notices.json()) as {
      items: { withdrawnAt: string | null; subject: { text: string } | null }[]
    }
    const told = items.filter(({ subject }) => subject?.text === code)
    expect(told.map(({ withdrawnAt }) => withdrawnAt)).toEqual([expect.any(String)])
    const lists = PUBLIC(code).filter((path) => /codes|suspensions/.test(path))
    for (const path of lists.filter((each) => !each.includes(code))) {
      const { response, model } = await anyone.get(path)
      const text = `${await response.text()}${JSON.stringify(model)}`
      expect([path, text.toUpperCase().split(code).length]).toEqual([
        path,
        // What was asked for is shown in the box.
        path.includes(code.toLowerCase()) ? expect.any(Number) : 1,
      ])
    }
    const { response, model } = await anyone.get(`/codes/${code}`)
    const text = `${await response.text()}${JSON.stringify(model)}`
    expect([text.includes(mark), text.includes(id)]).toEqual([false, false])
  })

  test('names a person once they agreed, and no longer once that is taken back', async () => {
    const { mark, code, holder } = await marked()
    const admin = await signedIn('admin')
    const anyone = portalApp(db, null)
    const names = async () => {
      const { response } = await anyone.get('/open-data/codes.csv')
      const line = (await response.text()).split('\r\n').find((each) => each.startsWith(code))
      return line?.includes(mark)
    }
    const edit = async (nameConsentOn: string) => {
      const path = `/portal/organisations/${holder.id}/edit`
      const { form } = (await admin.get(path)).model as { form: { values: Record<string, string> } }
      expect((await admin.post(path, { ...form.values, nameConsentOn })).status).toBe(303)
    }
    expect(await names()).toBe(false)
    await edit('2026-06-01')
    expect(await names()).toBe(true)
    await edit('')
    expect(await names()).toBe(false)
    expect(await db.all(sql`SELECT 1 FROM organisation WHERE id = ${holder.id}`)).toHaveLength(1)
  })
})
