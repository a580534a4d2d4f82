import { compareDecimals, toDecimal } from '../../lib/measure/decimal.ts'
import type { MarketRule, RuleValueOf } from '../market-rules/market-rule.ts'
import { rulesOfKind, rulesOn } from '../market-rules/rules-on.ts'
import { subjectOf } from '../market-rules/subject-of.ts'
import { compareConcentrations, massUnitOf } from './concentration.ts'
import { RESIDUE_VERDICTS, type ResidueVerdict } from './kinds.ts'
import type { Measurement } from './read-measurement.ts'
import type { ResidueLimit } from './residue-limit.ts'
import { substanceKeyOf } from './substance-key.ts'

/** What a laboratory found of one substance. */
export type ResidueResult = Measurement & { readonly analyte: string }

/** A result held against what a market allows on the day the sample was taken. */
export type JudgedResult = {
  readonly analyte: string
  readonly verdict: ResidueVerdict
  /** What it was held against; null where nothing is known. */
  readonly rule: MarketRule<RuleValueOf<'residue_limit'>> | null
}

/** A sample as a market sees it. */
export type MarketVerdict = {
  readonly market: string
  readonly verdict: ResidueVerdict
  readonly results: readonly JudgedResult[]
}

/**
 * Holds the results of a sample against the limits of each market on the day it was taken. The worst
 * result is the sample's, and a sample without results has none. A substance without a known limit is
 * never passed, and a market all of whose rules are unknown passes nothing.
 */
export function judgeResidues(asked: {
  readonly results: readonly ResidueResult[]
  readonly rules: readonly MarketRule[]
  readonly crop: string
  readonly markets: readonly string[]
  readonly day: string
}): readonly MarketVerdict[] {
  const { results, rules, crop, markets, day } = asked
  if (results.length === 0) return []
  return markets.map((market) => {
    const limits = new Map(
      rulesOfKind(rulesOn(rules, { crop, market, day }), 'residue_limit').map((rule) => [
        subjectOf(rule.value),
        rule,
      ]),
    )
    const judged = results.map((result): JudgedResult => {
      const rule = limits.get(substanceKeyOf(result.analyte)) ?? null
      const verdict = judgeResult(result, rule?.value.limit ?? null)
      return { analyte: result.analyte, verdict, rule }
    })
    return { market, verdict: worstOf(judged.map(({ verdict }) => verdict)), results: judged }
  })
}

/**
 * One result against one limit. Undecided where they cannot be compared: another kind of unit, or a
 * method that cannot see as little as the limit.
 */
export function judgeResult(found: Measurement, limit: ResidueLimit | null): ResidueVerdict {
  if (limit === null) return 'no_limit'
  if (limit.kind === 'not_detected') {
    if (found.relation === 'below') return 'passed'
    return found.value !== null && isZero(found.value) ? 'passed' : 'failed'
  }
  const unit = found.unit === null ? null : massUnitOf(found.unit)
  if (unit === null || found.value === null) return 'undecided'
  const order = compareConcentrations({ value: found.value, unit }, limit)
  if (found.relation === 'below') return order <= 0 ? 'passed' : 'undecided'
  return order <= 0 ? 'passed' : 'failed'
}

/** The worst of some verdicts; of none there is nothing to pass. */
export function worstOf(verdicts: readonly ResidueVerdict[]): ResidueVerdict {
  return RESIDUE_VERDICTS.find((each) => verdicts.includes(each)) ?? 'no_limit'
}

const ZERO = toDecimal('0')

function isZero(value: Parameters<typeof compareDecimals>[0]): boolean {
  return ZERO !== null && compareDecimals(value, ZERO) === 0
}
