import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { readOtherPeriods } from '../../../db/queries/purchase-facts.ts'
import { readPlannedSeasons } from '../../../db/queries/purchase-plans.ts'
import {
  listLinesSource,
  listOwnReports,
  listVersions,
  readLinesOf,
} from '../../../db/queries/purchase-reports.ts'
import { missingSource, sumBoughtOfSites, sumSource } from '../../../db/queries/purchase-sums.ts'
import { patternFinding, siteCrop } from '../../../db/schema/index.ts'
import { lookForPatterns } from '../../../worker/verbs/patterns/look-for-patterns.ts'
import { addReport, correctReport } from '../../../worker/verbs/purchases/save-report.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCode, makeContext, makeOrganisation, makeSite } from '../../support/factories.ts'
import { planOf } from '../../support/query-plan.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
})

const PLACE = { kind: 'place', provinceCode: '91', communeCode: null } as const
const OWN = { kind: 'organisation', organisationId: 'o' } as const
const DAYS = { fromOn: '2026-05-01', toOn: '2026-05-31' }
const PARTS = { commune: true, crop: true, destination: true, period: true }

describe('reports of goods bought and sold', () => {
  it('are found by an index, whoever asks', async () => {
    const page = {
      days: DAYS,
      onlyFlagged: false,
      after: { toOn: '2026-05-31', id: 'x' },
      limit: 9,
    }
    const all = (source: SQL) => sql`SELECT * FROM ${source}`
    const queries = [
      ...[PLACE, OWN, null].flatMap((bounds) => [
        all(listLinesSource({ ...page, bounds })),
        all(sumSource({ bounds, days: DAYS, parts: PARTS })),
      ]),
      ...[PLACE, OWN].map((bounds) => all(missingSource({ bounds, days: DAYS }))),
      listOwnReports(db, { organisationId: 'o', after: page.after, limit: 9 }),
      listVersions(db, { organisationId: 'o', ...DAYS }),
      readLinesOf(db, 'r'),
      readPlannedSeasons(db, 'o'),
      sumBoughtOfSites(db, { siteIds: ['s'], year: 2026 }),
      readOtherPeriods(db, { codeIds: ['c'], organisationId: 'o', days: DAYS }),
    ]
    for (const query of queries) {
      const plan = await planOf(db, query)
      const walked = plan.filter(
        (detail) =>
          /^SCAN (?!json_each|\(|l\b|m\b|purchase_line\b|season\b|asked\b|e\b)/.test(detail) &&
          !/ USING /.test(detail),
      )
      expect(walked, plan.join('; ')).toEqual([])
    }
  })
})

describe('what was reported beyond the yield of an area', () => {
  it('is found once, told with its figures, and gone once it is corrected', async () => {
    const own = await freshDatabase()
    const ctx = makeContext(own.db)
    const { id: organisationId } = await makeOrganisation(ctx)
    const { id: siteId } = await makeSite(ctx, { provinceCode: '91' })
    const { code } = await makeCode(ctx, { siteId })
    const crop = { siteId, crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 0.01 }
    await own.db.insert(siteCrop).values(crop)
    const texts = { code1: code, boughtKg1: '900 tấn', destination1: 'CHN' }
    const confirmed = ['no_authorisation', 'over_quota']
    const input = { organisationId, period: '05/2026', texts, confirmed }
    const { id } = await addReport({ ctx, input })
    await lookForPatterns(ctx)
    await lookForPatterns(ctx)
    const rows = await own.db.select().from(patternFinding)
    expect(rows).toMatchObject([
      {
        kind: 'bought_beyond',
        state: 'open',
        shown: code,
        figures: { boughtKg: 900000, buyers: 1 },
      },
    ])
    const less = { ...texts, boughtKg1: '1', reason: 'nhầm đơn vị' }
    await correctReport({ ctx, input: { id, texts: less, confirmed } })
    await lookForPatterns(ctx)
    expect(await own.db.select().from(patternFinding)).toMatchObject([{ state: 'gone' }])
  })
})
