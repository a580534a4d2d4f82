import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeCode, makeSite, unique } from '../../../support/factories.ts'
import { AN_GIANG, HERE, openRegister } from '../sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

const HERE_COMMUNE = { provinceCode: '91', communeCode: '30000' }
const THERE = {
  ...{ provinceCode: '15', provinceName: 'Tỉnh Lào Cai' },
  ...{ communeCode: '02600', communeName: 'Xã Bảo Hà' },
}

async function actions(): Promise<number> {
  const [row] = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM audit_log`)
  return row?.n ?? 0
}

async function siteRow(id: string) {
  const [row] = await db.all<Record<string, unknown>>(sql`SELECT * FROM site WHERE id = ${id}`)
  return row
}

const typed = {
  ...{ name: 'Vùng mới', commune: 'Xã Mỹ Hội Đông', province: 'Tỉnh An Giang', areaHa: '10' },
  version: '1',
}

describe('a place that has a code', () => {
  test('is not moved out of its commune by its holder: the officers who granted would lose it', async () => {
    const { id, path, post } = await makeOwnSite()
    await makeCode(ctx, { siteId: id })
    for (const to of [
      { commune: 'Xã Bảo Hà', province: 'Tỉnh Lào Cai' },
      { commune: 'Xã Mỹ Hội Đông', province: 'Tỉnh An Giang', communeCode: '02600' },
      { commune: 'Xã Tân Mỹ', province: 'Tỉnh An Giang', communeCode: '30001' },
    ]) {
      const answer = await post(`${path}/edit`, { ...typed, ...to })
      expect([to, answer.status]).toEqual([to, expect.toBeOneOf([400, 403, 409])])
    }
    expect(await siteRow(id)).toMatchObject({ province_code: '91', commune_code: '30000' })
    // Everything else of it stays theirs to keep up to date.
    expect((await post(`${path}/edit`, typed)).status).toBe(303)
    expect(await siteRow(id)).toMatchObject({ name: 'Vùng mới' })
  })

  test('is moved by an officer within their own place, and not beyond it', async () => {
    const { id, path } = await makeOwnSite()
    await makeCode(ctx, { siteId: id })
    const commune = await signedIn('officer', { place: HERE_COMMUNE })
    const province = await signedIn('officer', { place: AN_GIANG })
    const tanMy = { ...typed, commune: 'Xã Tân Mỹ', communeCode: '30001' }
    const laoCai = { ...typed, commune: 'Xã Bảo Hà', communeCode: '02600' }
    expect((await commune.post(`${path}/edit`, tanMy)).status).toBe(400)
    expect((await province.post(`${path}/edit`, laoCai)).status).toBe(400)
    expect((await province.post(`${path}/edit`, tanMy)).status).toBe(303)
    expect((await commune.get(path)).status).toBe(404)
  })
})

describe('a place that is in no commune the register knows', () => {
  test('is not made so by typing a name that is none', async () => {
    const { post, id, path } = await makeOwnSite()
    for (const commune of ['Xã Không Có Thật', '%', '_', '"', '']) {
      const answer = await post(`${path}/edit`, { ...typed, commune })
      expect([commune, answer.status]).toEqual([commune, 400])
    }
    expect(await siteRow(id)).toMatchObject({ province_code: '91' })
  })

  test('is out of reach of every officer with a place', async () => {
    const site = await makeSite(ctx, { name: `Vùng không rõ nơi ${unique()}` })
    for (const place of [AN_GIANG, HERE_COMMUNE]) {
      const officer = await signedIn('officer', { place })
      expect((await officer.get(`/portal/sites/${site.id}`)).status).toBe(404)
      expect((await officer.get(`/portal/codes/new?site=${site.id}`)).status).toBe(403)
    }
  })
})

describe('the parts of a place', () => {
  test('are not reached through another place that one may write', async () => {
    const theirs = await makeOwnSite()
    await theirs.post(`${theirs.path}/households`, { name: 'Hộ người khác' })
    const paper = new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], 'giay.pdf')
    await theirs.post(`${theirs.path}/documents`, { kind: 'other', title: 'Giấy', file: paper })
    const [household] = await db.all<{ id: string; v: string }>(sql`
      SELECT id, json_array(name, phone, plot, area_ha, tree_count) AS v FROM site_household
      WHERE site_id = ${theirs.id}`)
    const [document] = await db.all<{ id: string }>(
      sql`SELECT id FROM attachment WHERE entity_id = ${theirs.id}`,
    )
    expect(household).toBeDefined()
    expect(document).toBeDefined()
    const mine = await makeOwnSite()
    const officer = await signedIn('officer', { place: { provinceCode: '15', communeCode: null } })
    const before = await actions()
    const version = household?.v ?? ''
    for (const { get, post } of [mine, officer]) {
      const own = get === mine.get ? mine.path : theirs.path
      const households = `${own}/households/${household?.id}`
      expect((await get(households)).status).toBe(404)
      expect((await post(households, { name: 'Chiếm', version })).status).toBe(404)
      expect((await post(`${households}/remove`, { version })).status).toBe(404)
      expect((await get(`${own}/documents/${document?.id}`)).status).toBe(404)
      expect((await post(`${own}/documents/${document?.id}/withdraw`, {})).status).toBe(404)
    }
    expect(await actions()).toBe(before)
  })

  test('a contract is ended by one of its two sides alone', async () => {
    const area = await makeOwnSite()
    const { code } = await makeCode(ctx, { siteId: area.id })
    const house = await makeOwnSite({ kind: 'packing_house' })
    const asked = { other: code, fromOn: '2026-01-01' }
    expect((await house.post(`${house.path}/links`, asked)).status).toBe(303)
    const [link] = await db.all<{ id: string }>(
      sql`SELECT id FROM site_link WHERE packing_house_id = ${house.id}`,
    )
    const stranger = await makeOwnSite()
    for (const path of [stranger.path, area.path, house.path]) {
      const answer = await stranger.post(`${path}/links/${link?.id}/end`, {})
      expect(answer.status).toBe(404)
    }
  })

  test('what a place of somebody else is called is not told by a contract with its code', async () => {
    const secret = `Vườn ông Nguyễn Văn Kín ${unique()}`
    const area = await makeOwnSite({ name: secret })
    const { code } = await makeCode(ctx, { siteId: area.id })
    const house = await makeOwnSite({ kind: 'packing_house' })
    const asked = { other: code, fromOn: '2026-01-01', toOn: '2026-02-01' }
    expect((await house.post(`${house.path}/links`, asked)).status).toBe(303)
    for (const path of [
      ...[house.path, `${house.path}/links`, '/portal', '/portal/waiting/contract_ended'],
      ...['/portal/sites', '/portal/codes', '/portal/notifications'],
    ]) {
      const { status, model } = await house.get(path)
      expect([path, status]).toEqual([path, 200])
      expect([path, JSON.stringify(model).includes(secret)]).toEqual([path, false])
    }
  })
})

describe('a holder typed into a form', () => {
  test('is ignored for producers, who have places of their own alone', async () => {
    const victim = await signedIn('producer')
    const thief = await signedIn('producer')
    const name = `Vùng ghi tên người khác ${unique()}`
    const answer = await thief.post('/portal/sites/new', {
      ...{ ...typed, name, kind: 'growing_area' },
      organisation: victim.person.organisationName,
      organisationId: victim.person.organisationId,
    })
    expect(answer.status).toBe(303)
    expect(await db.all(sql`SELECT organisation_id AS o FROM site WHERE name = ${name}`)).toEqual([
      { o: thief.person.organisationId },
    ])
  })

  test('does not change by an edit', async () => {
    const victim = await signedIn('producer')
    const { path, id, post, person } = await makeOwnSite()
    const answer = await post(`${path}/edit`, {
      ...{ ...typed, organisationId: victim.person.organisationId, kind: 'packing_house' },
      ...{ organisation_id: victim.person.organisationId, id: 'other', withdrawnAt: '1' },
    })
    expect(answer.status).toBe(303)
    expect(await siteRow(id)).toMatchObject({
      ...{ organisation_id: person.organisationId, kind: 'growing_area', withdrawn_at: null },
    })
  })
})

describe('codes', () => {
  test('are granted, decided, re-issued, changed and withdrawn within one’s place alone', async () => {
    const site = await makeSite(ctx, { ...THERE })
    const { code, id } = await makeCode(ctx, { siteId: site.id })
    const near = await makeSite(ctx, { ...HERE, communeCode: '30001', communeName: 'Xã Tân Mỹ' })
    const nearCode = await makeCode(ctx, { siteId: near.id })
    const decision = {
      ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-06-01' },
      ...{ reasonCode: 'phytosanitary', documentNo: '1/QĐ', confirm: '1', seen: '{}' },
    }
    const people = [
      ...['producer', 'packer', 'inspector', 'agency'].map((role) => ({ role, place: AN_GIANG })),
      { role: 'officer', place: HERE_COMMUNE },
    ]
    const before = await db.all(sql`SELECT count(*) AS n FROM code_status_event`)
    for (const { role, place } of people) {
      const { post } = await signedIn(role as 'officer', { place })
      for (const [siteId, text] of [
        [site.id, code],
        [near.id, nearCode.code],
      ] as const) {
        const base = `/portal/codes/${text}`
        const posts: [string, Record<string, string>][] = [
          [`${base}/status`, decision],
          ['/portal/codes/new', { siteId, code: `VN-XX-${unique()}`, issuedOn: '2026-01-01' }],
          [`${base}/reissue`, { siteId, code: `VN-XX-${unique()}`, oldCode: 'expire' }],
          [`${base}/market`, { market: 'CHN', validTo: '2026-07-01' }],
          [`${base}/withdraw`, { reason: 'x' }],
          [`${base}/withdraw`, { reason: 'x', to: 'back' }],
          [`${base}/certificate`, {}],
        ]
        for (const [path, fields] of posts) {
          const { status } = await post(path, fields)
          expect([role, path, status]).toEqual([role, path, expect.toBeOneOf([403, 404])])
        }
      }
    }
    expect(await db.all(sql`SELECT count(*) AS n FROM code_status_event`)).toEqual(before)
    expect(await db.all(sql`SELECT withdrawn_at AS w FROM code WHERE id = ${id}`)).toEqual([
      { w: null },
    ])
  })
})
