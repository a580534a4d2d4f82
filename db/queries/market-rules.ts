import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { cropKeyOf, selectorsFor } from '../../worker/domain/crops/crop-key.ts'
import type { RuleKind } from '../../worker/domain/market-rules/kinds.ts'
import { RULE_LIBRARY } from '../../worker/domain/market-rules/library.ts'
import type { MarketRule } from '../../worker/domain/market-rules/market-rule.ts'
import { marketSelectorsFor } from '../../worker/domain/market-rules/market-selector.ts'
import { ruleOfRow } from '../../worker/domain/market-rules/rule-of-row.ts'
import { type RulesAsked, rulesOn } from '../../worker/domain/market-rules/rules-on.ts'
import type { Database } from '../client.ts'
import { marketRule } from '../schema/index.ts'
import { among } from './among.ts'
import { number } from './fields.ts'
import { insertRecords } from './records.ts'
import { standsWith } from './row-guards.ts'
import { readOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type MarketRuleRow = typeof marketRule.$inferSelect

/** Rules of a few crops in a few markets over the years, at most. */
const MOST_RULES = 5_000

/** What a market asks of a crop on a day, by the shipped rules and the officers' own: see `rulesOn`. */
export async function marketRulesOn(
  db: Database,
  asked: RulesAsked,
): Promise<readonly MarketRule[]> {
  const rules = await readMarketRules(db, { crops: [asked.crop], markets: [asked.market] })
  return rulesOn(rules, asked)
}

/**
 * Every rule, of any day, that may count for any of these crops in any of these markets, in one read; to
 * be asked by `rulesOn` for each.
 */
export async function readMarketRules(
  db: Database,
  asked: { readonly crops: readonly string[]; readonly markets: readonly string[] },
): Promise<readonly MarketRule[]> {
  const crops = [...new Set(asked.crops.flatMap((crop) => selectorsFor(cropKeyOf(crop))))]
  const markets = [...new Set(asked.markets.flatMap(marketSelectorsFor))]
  const rows = await listOwnRules(db, { crops, markets })
  const shipped = RULE_LIBRARY.filter(
    ({ crop, market }) => crops.includes(crop) && markets.includes(market),
  )
  return [...shipped, ...rows.map(ruleOfRow)]
}

/** The officers' rules of these crops and markets, whatever their days. */
export function listOwnRules(
  db: Database,
  { crops, markets }: { readonly crops: readonly string[]; readonly markets: readonly string[] },
) {
  return db
    .select()
    .from(marketRule)
    .where(
      and(
        sql`${marketRule.crop} IN ${among(crops)}`,
        sql`${marketRule.market} IN ${among(markets)}`,
        isNull(marketRule.replacedBy),
      ),
    )
    .orderBy(desc(marketRule.validFrom))
    .limit(MOST_RULES)
}

/** The officers' rules of one kind that stand, of any crop, market and day; `allOfKind` adds what is shipped. */
export function listOwnRulesOfKind(db: Database, kind: RuleKind) {
  return db
    .select()
    .from(marketRule)
    .where(and(eq(marketRule.kind, kind), isNull(marketRule.replacedBy)))
    .orderBy(desc(marketRule.validFrom))
    .limit(MOST_RULES)
}

/** All rules of one kind: those shipped, and the officers' own as they were read. */
export function allOfKind(kind: RuleKind, rows: readonly MarketRuleRow[]): readonly MarketRule[] {
  const shipped = RULE_LIBRARY.filter(({ value }) => value.kind === kind)
  return [...shipped, ...rows.map(ruleOfRow)]
}

/** Pairs of crop and market that rules are kept for, at most. */
const MOST_SCOPES = 2_000

export type RuleScope = Pick<MarketRule, 'crop' | 'market'> & { readonly rules: number }

/** For which crop and market officers keep rules, and how many. */
export function listRuleScopes(db: Database) {
  const { crop, market } = marketRule
  return db
    .select({ crop, market, rules: number(sql`count(*)`) })
    .from(marketRule)
    .where(isNull(marketRule.replacedBy))
    .groupBy(crop, market)
    .orderBy(asc(crop), asc(market))
    .limit(MOST_SCOPES)
}

export const readMarketRuleRow = readOf(marketRule, marketRule.id)

export type RuleKey = Pick<MarketRuleRow, 'crop' | 'market' | 'kind' | 'subject'>

const MOST_OF_ONE = 200

/** All that officers wrote of one rule, what was written last first, corrected ones among them. */
export function readRuleHistory(db: Database, key: RuleKey) {
  return (
    db
      .select()
      .from(marketRule)
      .where(
        and(
          eq(marketRule.crop, key.crop),
          eq(marketRule.market, key.market),
          eq(marketRule.kind, key.kind),
          eq(marketRule.subject, key.subject),
        ),
      )
      // Of one instant, what was written last is the newest.
      .orderBy(desc(marketRule.createdAt), desc(sql`${marketRule}.rowid`))
      .limit(MOST_OF_ONE)
  )
}

/** The officers' rules that stand, by crop and market: for a list of them all. */
export function readStandingRules(db: Database, limit: number): Promise<MarketRuleRow[]> {
  const { crop, market, kind, subject, validFrom } = marketRule
  return db
    .select()
    .from(marketRule)
    .where(isNull(marketRule.replacedBy))
    .orderBy(asc(crop), asc(market), asc(kind), asc(subject), asc(validFrom))
    .limit(limit)
}

/** Stores rules, each in the place of the one it corrects, where it does. */
export function storeMarketRules(
  db: Database,
  rules: readonly { readonly row: MarketRuleRow; readonly corrects: string | null }[],
): Statement[] {
  const corrected = rules.flatMap(({ row, corrects }) =>
    corrects === null
      ? []
      : [db.update(marketRule).set({ replacedBy: row.id }).where(eq(marketRule.id, corrects))],
  )
  const rows = rules.map(({ row }) => row)
  return [...corrected, insertRecords(db, marketRule, rows)]
}

/** Holds while nothing stands in place of this rule. */
export const ruleStands = standsWith(marketRule, { replacedBy: null })
