import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { beforeAll, expect, test } from 'vitest'
import { listSitesQuery, type SiteFilter } from '../../../db/queries/sites-list.ts'
import { loadSitePage } from '../../../worker/verbs/sites/load-site-page.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeSite } from '../../support/factories.ts'

const { db } = await freshDatabase()
const ctx = makeContext(db)
let small = ''
let large = ''

/** Inserts numbered households straight into the table. */
async function fill(siteId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => [nanoid(), i + 1, `Hộ ${i}`])
  await db.run(sql`
    INSERT INTO site_household (id, site_id, position, name, name_folded, area_ha, created_at)
    SELECT value ->> 0, ${siteId}, value ->> 1, value ->> 2, 'ho', 0.05, 0
    FROM json_each(${JSON.stringify(rows)})`)
}

beforeAll(async () => {
  small = (await makeSite(ctx)).id
  large = (await makeSite(ctx)).id
  await makeCode(ctx, { siteId: large })
  await fill(small, 50)
  await fill(large, 4_000)
})

test('a page of a place with thousands of households carries fifty of them', async () => {
  const page = await loadSitePage(ctx, { id: large, householdsAfter: 0 })
  expect(page.households).toHaveLength(50)
  expect(page.site.householdsListed).toBe(4_000)
  expect(page.nextHouseholds).toBe(50)
  expect(page.codes[0]?.markets).toEqual([{ market: 'CHN', status: 'active' }])
  const last = await loadSitePage(ctx, { id: large, householdsAfter: 3_990 })
  expect(last.households).toHaveLength(10)
  expect(last.nextHouseholds).toBeNull()
})

test('the last households of fifty leave nothing to go on to', async () => {
  const page = await loadSitePage(ctx, { id: small, householdsAfter: 0 })
  expect(page.nextHouseholds).toBeNull()
})

const NONE: SiteFilter = {
  ...{ words: null, searchKeyPrefix: null, kind: null },
  ...{ cropFolded: null, placeNames: null, withdrawn: false },
}

test.each<[string, Parameters<typeof listSitesQuery>[0]['bounds'], Partial<SiteFilter>]>([
  ['everything', null, {}],
  ['an organisation', { kind: 'organisation', organisationId: 'x' }, {}],
  ['a province', { kind: 'place', provinceCode: '91', communeCode: null }, {}],
  ['words', null, { words: ['xoai'] }],
  ['a crop', null, { cropFolded: 'xoai' }],
  ['a code', null, { searchKeyPrefix: 'VNAGOR' }],
  ['a place', null, { placeNames: ['an giang', 'tinh an giang'] }],
])('the list of %s reads no table from end to end', async (_, bounds, filter) => {
  const query = listSitesQuery({
    ...{ bounds, filter: { ...NONE, ...filter }, limit: 31 },
    after: { key: 'a', id: 'b' },
  })
  const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
  const scans = plan
    .map(({ detail }) => detail)
    .filter((detail) => /^SCAN (?:site|s|o|k|c|x|f|u|code|site_crop)\b(?!.*USING)/.test(detail))
  expect(scans).toEqual([])
})
