import { describe, expect, it } from 'vitest'
import { allMarkets, marketsCountingFor } from '../../../worker/lib/markets.ts'
import {
  implementationTells,
  isWorstFirst,
  oracleTells,
  sayTheSame,
} from '../../support/oracle/compare-standing.ts'
import { type RandomCase, randomCase } from '../../support/oracle/random-standing.ts'
import { seeded } from '../../support/oracle/seeded.ts'
import { shrinkCase } from '../../support/oracle/shrink-case.ts'
import { marketsThatCount } from '../../support/oracle/status-oracle.ts'
import { writeCase } from '../../support/oracle/write-case.ts'

const SEED = 20_260_616
const CASES = 120_000
const SHOWN = 5
const MINUTES = 120_000

const differs = (given: RandomCase) => !sayTheSame(oracleTells(given), implementationTells(given))

/** Every reason section 4 lists must come up, or the comparison says nothing about it. */
const REASONS = [
  'label_void label_stolen label_recalled batch_recalled batch_expired label_lost copy_suspected',
  'growing_area_not_active_when_packed packing_house_not_active_when_packed',
  'growing_area_suspended growing_area_revoked growing_area_cancelled',
  'packing_house_suspended packing_house_revoked packing_house_cancelled',
  'pre_harvest_interval_breached interval_overridden producer_suspended packed_for_export',
  'code_use_not_authorised code_use_unconfirmed code_use_allowed key_revoked',
].flatMap((line) => line.split(' '))

describe('standing against the oracle', () => {
  it(`decides ${CASES} batches and labels alike (seed ${SEED})`, { timeout: MINUTES }, () => {
    const random = seeded(SEED)
    const differences: string[] = []
    const seen = { reasons: new Map<string, number>(), answers: new Map<string, number>() }
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
    for (let at = 0; at < CASES; at++) {
      const given = randomCase(random)
      const oracle = oracleTells(given)
      const implementation = implementationTells(given)
      count(seen.answers, `${oracle.authenticity} ${oracle.standing}`)
      for (const { code } of oracle.reasons) count(seen.reasons, code)
      if (sayTheSame(oracle, implementation) && isWorstFirst(implementation.reasons)) continue
      if (differences.length < SHOWN) differences.push(writeCase(shrinkCase(given, differs)))
    }
    expect(differences).toEqual([])
    const rare = REASONS.filter((code) => (seen.reasons.get(code) ?? 0) < 100)
    expect(rare).toEqual([])
    const wanted = ['genuine clear', 'genuine notice', 'genuine stop', 'typed clear']
    expect(wanted.filter((answer) => (seen.answers.get(answer) ?? 0) < 100)).toEqual([])
  })

  it('counts the histories of the union for its members alone', () => {
    for (const market of allMarkets()) {
      expect(marketsCountingFor(market)).toEqual(marketsThatCount(market))
    }
  })
})
