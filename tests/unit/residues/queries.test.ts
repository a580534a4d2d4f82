import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { listOwnRules, listRuleScopes, readRuleHistory } from '../../../db/queries/market-rules.ts'
import { ownSamplesDue } from '../../../db/queries/own-sample-plans.ts'
import { checksVersion, sampleIds } from '../../../db/queries/pre-shipment.ts'
import {
  listResiduePlan,
  listResidueSamples,
  listSamplesOfSite,
  readResultsOf,
  readSamplesByNumber,
  sumSamples,
} from '../../../db/queries/residues.ts'
import { freshDatabase } from '../../support/database.ts'
import { planOf } from '../../support/query-plan.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
})

const PLACE = { kind: 'place', provinceCode: '91', communeCode: null } as const
const OWN = { kind: 'organisation', organisationId: 'o' } as const
const AFTER = { createdAt: 1, id: 'x' }

describe('rules and residue samples', () => {
  it('are found by an index, whoever asks', async () => {
    const page = { state: null, after: AFTER, limit: 50 }
    const asked = [
      listResidueSamples(db, { ...page, bounds: PLACE }),
      listResidueSamples(db, { ...page, bounds: OWN }),
      listResidueSamples(db, { ...page, bounds: null }),
      listResidueSamples(db, { ...page, bounds: null, state: 'reported' }),
      listSamplesOfSite(db, { siteId: 's', limit: 5 }),
      readSamplesByNumber(db, { bounds: PLACE, numbersFolded: ['ag-1'] }),
      readResultsOf(db, ['a', 'b']),
      sumSamples(db, { bounds: PLACE, year: 2026 }),
      sumSamples(db, { bounds: null, year: 2026 }),
      listResiduePlan(db, { bounds: PLACE, year: 2026 }),
      listOwnRules(db, { crops: ['mango', '@all'], markets: ['CHN', '@any'] }),
      listRuleScopes(db),
      readRuleHistory(db, { crop: 'mango', market: 'CHN', kind: 'pest', subject: 'x' }),
    ]
    for (const query of asked) {
      const plan = await planOf(db, query)
      const walked = plan.filter(
        (detail) => /^SCAN (?!json_each)/.test(detail) && !/ USING /.test(detail),
      )
      expect(walked, plan.join('; ')).toEqual([])
      expect(plan.some((detail) => /INDEX (residue|market_rule)_/.test(detail))).toBe(true)
    }
  })

  it('of one’s own plan and of a batch’s checks walk no whole table either', async () => {
    const [from, to] = [sql`'2026-01-01'`, sql`'2026-06-30'`]
    const asked = [
      ownSamplesDue('o', { from, to }),
      sql`SELECT ${checksVersion('b')}`,
      sql`SELECT * FROM (${sampleIds('b', '2026-01-01')})`,
    ]
    for (const query of asked) {
      const plan = await planOf(db, { getSQL: () => query })
      const walked = plan.filter((detail) =>
        /^SCAN (?!CONSTANT|l$|named|grouped|taken|g$|t$|\(|residue_sample USING)/.test(detail),
      )
      expect(walked, plan.join('; ')).toEqual([])
    }
  })

  it('are listed newest first, and summed, without sorting what grows with the years', async () => {
    const page = { state: null, after: AFTER, limit: 50 }
    for (const bounds of [PLACE, OWN, null]) {
      const plan = await planOf(db, listResidueSamples(db, { ...page, bounds }))
      expect(plan.join('; ')).not.toContain('TEMP B-TREE')
    }
    const sums = await planOf(db, sumSamples(db, { bounds: PLACE, year: 2026 }))
    expect(sums.join('; ')).toContain('COVERING INDEX residue_sample_done')
  })
})
