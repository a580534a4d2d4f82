import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { PageModel } from '../../../site/page-models.ts'
import { isolatePageFacts } from '../../../worker/platform/page-facts.ts'
import { makeCode, makeOrganisation, makeSite, unique } from '../../support/factories.ts'
import { portalApp } from '../../support/portal-app.ts'
import { AN_GIANG, HERE, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

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

  test('an agency learns no telephone number of a household, and has no column for it', async () => {
    const { id, get, post, path } = await makeOwnSite()
    await post(`${path}/households`, { name: 'Hộ một', areaHa: '0,5', phone: '0912 345 678' })
    await makeCode(ctx, { siteId: id })
    const agency = await signedIn('agency', { place: AN_GIANG })
    for (const page of ['', '/households', '?households=0']) {
      const { model, status } = await agency.get(`${path}${page}`)
      expect([page, status]).toEqual([page, 200])
      expect(JSON.stringify(model)).toContain('Hộ một')
      expect(JSON.stringify(model)).not.toContain('0912')
      expect(model).toMatchObject({ mayReadPhones: false })
    }
    for (const format of ['csv', 'xlsx']) {
      const { response } = await agency.get(`/portal/exports/codes?format=${format}`)
      expect(response.status).toBe(200)
      expect(await response.text()).not.toContain('0912')
    }
    const own = shown(await get(`${path}/households`), 'portal/sites/households')
    expect([own.mayReadPhones, own.rows[0]?.phone]).toEqual([true, '0912 345 678'])
    const officer = await signedIn('officer', { place: AN_GIANG })
    const theirs = shown(await officer.get(path), 'portal/sites/show')
    expect([theirs.mayReadPhones, theirs.households.rows[0]?.phone]).toEqual([true, '0912 345 678'])
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
    const first = shown(await get('/portal/sites'), 'portal/sites')
    expect(first.total).toBe('Tổng cộng: 65 nơi.')
    const some = shown(await get('/portal/sites?q=trung+ten'), 'portal/sites')
    expect(some.total).toBe('Tổng cộng: 33 nơi.')
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

test('the page of a place is one statement, with its samples, minutes and findings one each, and none is read twice', async () => {
  const { path, person } = await makeOwnSite()
  let statements = 0
  const counted = new Proxy(db, {
    get: (target, key) => {
      if (['all', 'get', 'run', 'select', 'batch'].includes(String(key))) statements += 1
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const pageFacts = isolatePageFacts({ maxBytes: 1_000_000 })
  const app = portalApp(counted, person, { pageFacts })
  expect((await app.get(path)).status).toBe(200)
  expect(statements).toBe(4)
  expect((await app.get(path)).status).toBe(200)
  expect(statements).toBe(4)
})
