import {
  listRuleScopes,
  type MarketRuleRow,
  marketRulesOn,
  type RuleScope,
  readRuleHistory,
} from '../../../db/queries/market-rules.ts'
import { RULE_LIBRARY } from '../../domain/market-rules/library.ts'
import type { MarketRule } from '../../domain/market-rules/market-rule.ts'
import type { RulesAsked } from '../../domain/market-rules/rules-on.ts'
import { subjectOf } from '../../domain/market-rules/subject-of.ts'
import type { Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import type { OpenedRule } from './open-rule.ts'

/** For which crops and markets there are rules, shipped ones counted too. */
export async function readRuleScopes(ctx: Reading): Promise<readonly RuleScope[]> {
  requireAny(ctx, 'portal.use')
  return scopesWithShipped(await listRuleScopes(ctx.db))
}

/** Shipped rules beside those that officers keep, each pair of crop and market once. */
export function scopesWithShipped(own: readonly RuleScope[]): readonly RuleScope[] {
  const scopes = new Map<string, RuleScope>()
  const shipped = RULE_LIBRARY.map(({ crop, market }) => ({ crop, market, rules: 1 }))
  for (const scope of [...own, ...shipped]) {
    const key = `${scope.crop}\n${scope.market}`
    const rules = (scopes.get(key)?.rules ?? 0) + scope.rules
    scopes.set(key, { ...scope, rules })
  }
  return [...scopes.values()]
}

/** What a market asks of a crop on a day. */
export function readRulesOn(ctx: Reading, asked: RulesAsked): Promise<readonly MarketRule[]> {
  requireAny(ctx, 'portal.use')
  return marketRulesOn(ctx.db, asked)
}

/** What officers wrote of a rule over time, what was written last first, and the shipped one it began from. */
export async function readHistoryOf(
  ctx: Reading,
  { rule, row }: OpenedRule,
): Promise<{ readonly rows: readonly MarketRuleRow[]; readonly shipped: readonly MarketRule[] }> {
  const { crop, market, value } = rule
  const subject = row?.subject ?? subjectOf(value)
  const rows = await readRuleHistory(ctx.db, { crop, market, kind: value.kind, subject })
  const shipped = RULE_LIBRARY.filter(
    (each) =>
      each.crop === crop &&
      each.market === market &&
      each.value.kind === value.kind &&
      subjectOf(each.value) === subject,
  )
  return { rows, shipped }
}
