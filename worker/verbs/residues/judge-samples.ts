import { readMarketRules } from '../../../db/queries/market-rules.ts'
import {
  type ResidueResultRow,
  type ResidueSampleItem,
  readResultsOf,
} from '../../../db/queries/residues.ts'
import { judgeResidues, type MarketVerdict, worstOf } from '../../domain/residues/judge-residues.ts'
import type { ResidueVerdict } from '../../domain/residues/kinds.ts'
import { DOMESTIC } from '../../lib/markets.ts'
import type { Lookup } from '../context.ts'

/** A sample with what was found in it and what that means for each market. */
export type JudgedSample = {
  readonly row: ResidueSampleItem
  /** The last word on each substance, in the order they came. */
  readonly results: readonly ResidueResultRow[]
  /** What was corrected since. */
  readonly corrected: readonly ResidueResultRow[]
  readonly markets: readonly MarketVerdict[]
  /** The worst of all; null without results. */
  readonly verdict: ResidueVerdict | null
}

/** Judges samples, however many, in two reads: their results, and the rules of their crops and markets. */
export async function judgeSamples(
  { db }: Lookup,
  rows: readonly ResidueSampleItem[],
): Promise<readonly JudgedSample[]> {
  const reported = rows.filter(({ state }) => state === 'reported')
  const [all, rules] =
    reported.length === 0
      ? [[], []]
      : await Promise.all([
          readResultsOf(
            db,
            reported.map(({ id }) => id),
          ),
          readMarketRules(db, {
            crops: [...new Set(reported.map(({ crop }) => crop))],
            markets: [...new Set(reported.flatMap(marketsOf))],
          }),
        ])
  return rows.map((row) => {
    const own = all.filter(({ sampleId }) => sampleId === row.id)
    const results = latestOf(own)
    const markets =
      row.takenOn === null
        ? []
        : judgeResidues({
            results,
            rules,
            crop: row.crop,
            markets: marketsOf(row),
            day: row.takenOn,
          })
    return {
      row,
      results,
      corrected: own.filter((each) => !results.includes(each)),
      markets,
      verdict: markets.length === 0 ? null : worstOf(markets.map(({ verdict }) => verdict)),
    }
  })
}

/** The markets a sample is held against; the domestic one where none was named. */
export function marketsOf({ markets }: Pick<ResidueSampleItem, 'markets'>): readonly string[] {
  return markets.length === 0 ? [DOMESTIC] : markets
}

/** The last row of each substance, as they came. */
function latestOf(rows: readonly ResidueResultRow[]): readonly ResidueResultRow[] {
  const latest = new Map<string, ResidueResultRow>()
  for (const row of rows) latest.set(row.analyteKey, row)
  return [...latest.values()]
}
