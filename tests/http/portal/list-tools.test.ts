import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  listOrganisationsQuery,
  ORGANISATION_ORDERS,
  type OrganisationOrder,
} from '../../../db/queries/organisation-list.ts'
import { REGISTER_ORDERS, searchRegisterQuery } from '../../../db/queries/register-search.ts'
import { listSitesQuery, SITE_ORDERS, type SiteOrder } from '../../../db/queries/sites-list.ts'
import type { SiteListModel } from '../../../site/models/sites.ts'
import { makeCode, makeOrganisation, makeSite } from '../../support/factories.ts'
import { AN_GIANG, HERE, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn } = await openRegister()

beforeAll(async () => {
  for (const [i, areaHa] of [3, 9, null, 5, 7].entries()) {
    const organisation = await makeOrganisation(ctx, {
      ...{ name: `Đơn vị ${'EDCBA'[i]}`, provinceCode: '91' },
      kind: i < 3 ? 'cooperative' : 'company',
    })
    const name = `Vùng ${'CABED'[i]}`
    const site = await makeSite(ctx, { ...HERE, name, areaHa, organisationId: organisation.id })
    await makeCode(ctx, { siteId: site.id, code: `VN-AGOR-00${50 - i}` })
  }
})

const officer = () => signedIn('officer', { place: AN_GIANG })

const csvOf = async (answer: { readonly response: Response }) =>
  (await answer.response.text())
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'))

const firstCells = (rows: readonly (readonly { readonly text: string }[])[]) =>
  rows.map(([cell]) => cell?.text)

describe('the list of places', () => {
  const names = async (query: string) => {
    const { get } = await officer()
    return firstCells(shown(await get(`/portal/sites${query}`), 'portal/sites').rows)
  }

  test('is ordered by name either way, by area and by what was added last', async () => {
    const letters = async (query: string) =>
      (await names(query)).map((name) => name?.slice(-1)).join('')
    expect(await letters('')).toBe('ABCDE')
    expect(await letters('?sort=nameBack')).toBe('EDCBA')
    expect(await letters('?sort=area')).toBe('ADECB')
    expect((await letters('?sort=newest')).length).toBe(5)
    expect(await letters('?sort=password')).toBe('ABCDE')
  })

  test('goes on in its order from page to page, none twice and none left out', async () => {
    const { get } = await officer()
    for (let i = 0; i < 70; i++) await makeSite(ctx, { ...HERE, areaHa: i % 7, kind: 'fish_pond' })
    const seen: (string | undefined)[] = []
    let path: string | null = '/portal/sites?sort=area&kind=fish_pond'
    while (path !== null) {
      const page: SiteListModel = shown(await get(path), 'portal/sites')
      seen.push(...page.rows.map(([, , , area]) => area?.text))
      path = page.paging.olderHref
    }
    expect(seen).toHaveLength(70)
    expect(seen).toEqual(
      seen.toSorted((a, b) => Number.parseInt(b ?? '', 10) - Number.parseInt(a ?? '', 10)),
    )
  })

  test('comes as a file of exactly what is narrowed, in its order', async () => {
    const { get } = await officer()
    const page = shown(
      await get('/portal/sites?q=vung&kind=growing_area&sort=area'),
      'portal/sites',
    )
    const csv = page.tools.exports.find(({ href }) => href.includes('csv'))?.href ?? ''
    const rows = await csvOf(await get(csv))
    expect(rows.map(([name]) => name)).toEqual(firstCells(page.rows))
    expect(rows).toHaveLength(5)
    const xlsx = await get(csv.replace('csv', 'xlsx'))
    expect(xlsx.response.headers.get('content-disposition')).toContain('.xlsx')
    expect((await get(csv.replace('csv', 'exe'))).status).toBe(400)
  })
})

describe('the list of organisations', () => {
  test('tells how many there are, orders them and comes as a file of what is narrowed', async () => {
    const { get } = await officer()
    const path = '/portal/organisations?kind=company&sort=nameBack'
    const page = shown(await get(path), 'portal/organisations')
    expect(page.rows.map(({ name }) => name)).toEqual(['Đơn vị B', 'Đơn vị A'])
    expect(page.total).toBe('Tổng cộng: 2 đơn vị.')
    expect(page.tools.heads['name']).toMatchObject({ way: 'descending' })
    const rows = await csvOf(await get(page.tools.exports[1]?.href ?? ''))
    expect(rows.map(([name, kind]) => [name, kind])).toEqual([
      ['Đơn vị B', 'Doanh nghiệp'],
      ['Đơn vị A', 'Doanh nghiệp'],
    ])
  })
})

describe('the list of codes', () => {
  test('is ordered and comes as a file of what is narrowed, which can be read in again', async () => {
    const { get } = await officer()
    const codes = async (query: string) =>
      firstCells(shown(await get(`/portal/codes${query}`), 'portal/codes/list').rows)
    const byCode = ['VN-AGOR-0046', 'VN-AGOR-0047', 'VN-AGOR-0048', 'VN-AGOR-0049', 'VN-AGOR-0050']
    expect(await codes('?sort=code')).toEqual(byCode)
    expect(await codes('?sort=newest')).toEqual(byCode)
    expect(await codes('')).toEqual(byCode.toReversed())
    expect(await codes('?sort=code&q=don+vi')).toEqual(byCode)
    expect(await codes('?sort=newest&kind=growing_area')).toEqual(byCode)
    const page = shown(await get('/portal/codes?q=VN-AGOR-0046&sort=code'), 'portal/codes/list')
    const rows = await csvOf(await get(page.tools.exports[1]?.href ?? ''))
    expect(rows.map(([code]) => code)).toEqual(firstCells(page.rows))
    expect(rows).toHaveLength(1)
  })

  test('tells how many have the status of today that is asked for', async () => {
    const { get } = await officer()
    const total = async (status: string) =>
      shown(await get(`/portal/codes?status=${status}`), 'portal/codes/list').total
    expect([await total('active'), await total('revoked')]).toEqual([
      'Tổng cộng: 5 mã số.',
      'Tổng cộng: 0 mã số.',
    ])
  })

  test('is not taken along by who may not', async () => {
    const producer = await signedIn('producer')
    const page = shown(await producer.get('/portal/codes'), 'portal/codes/list')
    expect(page.tools.exports).toEqual([])
    expect((await producer.get('/portal/codes/export?format=csv')).status).toBe(403)
  })
})

describe('an order', () => {
  const noSort = async (query: ReturnType<typeof sql>) => {
    const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
    return plan.map(({ detail }) => detail)
  }

  test.each(Object.keys(SITE_ORDERS) as SiteOrder[])(
    'of places is that of an index: %s',
    async (order) => {
      const after = { key: SITE_ORDERS[order].isNumber ? 1 : 'a', id: 'b' }
      const filter = {
        ...{ words: null, searchKeyPrefix: null, kind: null },
        ...{ cropFolded: null, placeNames: null, withdrawn: false },
      }
      const plan = await noSort(listSitesQuery({ bounds: null, filter, after, order, limit: 31 }))
      expect(
        plan.some((line) => /SEARCH site USING INDEX site_(?:name|by_area|newest)/.test(line)),
      ).toBe(true)
    },
  )

  test.each(Object.keys(ORGANISATION_ORDERS) as OrganisationOrder[])(
    'of organisations is that of an index: %s',
    async (order) => {
      const after = { key: ORGANISATION_ORDERS[order].isNumber ? 1 : 'a', id: 'b' }
      const asked = { bounds: null, words: [], kind: null, after, order, limit: 50 }
      const plan = await noSort(listOrganisationsQuery(asked))
      expect(plan.some((line) => /SEARCH organisation USING INDEX/.test(line))).toBe(true)
    },
  )

  test.each(REGISTER_ORDERS)('of codes is that of an index: %s', async (order) => {
    const search = { words: null, keyPrefix: null, filters: null, bounds: null, order }
    const after = { part: 'words', searchKey: 'A', seq: 1 } as const
    const plan = await noSort(searchRegisterQuery({ search, after, limit: 50 }))
    expect(plan.join('\n')).toMatch(
      /SEARCH r USING (?:INDEX register_entry_key|INTEGER PRIMARY KEY)/,
    )
    expect(plan.join('\n')).not.toContain('TEMP B-TREE FOR ORDER BY')
  })
})
