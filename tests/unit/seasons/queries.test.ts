import { type SQL, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { searchProductsSource } from '../../../db/queries/protection.ts'
import { hasNoOverlap, listSeasonsSource } from '../../../db/queries/seasons.ts'
import { readTruth } from '../../../db/queries/versioned-batch.ts'
import { season } from '../../../db/schema/index.ts'
import { type SeasonSpan, seasonsOverlap } from '../../../worker/domain/seasons/season-of.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeSite } from '../../support/factories.ts'

let db: Database
let sites: readonly { readonly id: string; readonly organisationId: string }[]

beforeAll(async () => {
  db = (await freshDatabase()).db
  const ctx = makeContext(db)
  sites = [await makeSite(ctx), await makeSite(ctx)]
})

async function planOf(query: SQL): Promise<string[]> {
  const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN SELECT 1 FROM ${query}`)
  return rows.map(({ detail }) => detail)
}

const PLACE = { kind: 'place', provinceCode: '91', communeCode: null } as const
const OWN = { kind: 'organisation', organisationId: 'o' } as const
const PAGE = { after: { startsOn: '2026-01-01', id: 'x' }, limit: 50 }

describe('seasons', () => {
  it.each([
    ['of an organisation', { bounds: OWN, organisationId: 'o', siteId: null, state: null }],
    ['of a site', { bounds: OWN, organisationId: null, siteId: 's', state: null }],
    ['of a place', { bounds: PLACE, organisationId: null, siteId: null, state: 'open' as const }],
    ['of everybody', { bounds: null, organisationId: null, siteId: null, state: null }],
  ])('%s are walked along an index, in its order', async (_, given) => {
    const plan = await planOf(listSeasonsSource({ ...PAGE, ...given }))
    const walks = plan.filter((step) => /^(SCAN|SEARCH) x/.test(step))
    expect(walks).toEqual([expect.stringContaining('INDEX season_')])
  })

  it('overlap in the database exactly where the domain says they do', async () => {
    const day = fc.constantFrom('2026-01-01', '2026-03-01', '2026-06-30', '2026-12-31')
    const span = fc
      .tuple(
        fc.nat(1),
        fc.constantFrom(null, 'a', 'b'),
        fc.constantFrom(null, 'lo 1', 'lo 2'),
        fc.constantFrom('xoai', 'oi'),
        ...[day, day, day],
        fc.boolean(),
      )
      .map(([at, householdId, plotFolded, cropFolded, a, b, c, isOpen]) => {
        const [startsOn = a, expectedToOn = b, endedOn = c] = [a, b, c].toSorted()
        const land = { siteId: sites[at]?.id ?? '', householdId, plotFolded }
        return { ...land, cropFolded, startsOn, expectedToOn, endedOn: isOpen ? null : endedOn }
      })
    await fc.assert(
      fc.asyncProperty(span, span, async (a, b) => {
        const stored: SeasonSpan = { ...a, id: 'stored' }
        const asked: SeasonSpan = { ...b, id: 'asked' }
        const { organisationId = '' } = sites.find(({ id }) => id === a.siteId) ?? {}
        await db.delete(season)
        await db.insert(season).values({
          ...{ ...stored, organisationId, crop: 'x', expectedFromOn: a.startsOn },
          ...{ markets: [], createdAt: 0 },
        })
        expect(await readTruth(db, hasNoOverlap(asked))).toBe(!seasonsOverlap(stored, asked))
      }),
      { numRuns: 300 },
    )
  })
})

it('a search for plant-protection products walks names in their order', async () => {
  const asked = { words: ['a'], on: '2026-06-01', after: { nameFolded: 'm', id: 'x' }, limit: 50 }
  const plan = await planOf(searchProductsSource(asked))
  expect(plan.filter((step) => /^(SCAN|SEARCH) x/.test(step))).toEqual([
    expect.stringContaining('INDEX protection_product_'),
  ])
})
