import { type MarketRuleRow, readMarketRuleRow } from '../../../db/queries/market-rules.ts'
import { MARKET_RULE_COPY as W } from '../../copy/portal/market-rule.ts'
import type { MarketRule } from '../../domain/market-rules/market-rule.ts'
import { ruleOfRow } from '../../domain/market-rules/rule-of-row.ts'
import { shippedRule } from '../../domain/market-rules/shipped-rule.ts'
import type { Reading } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

export type OpenedRule = {
  readonly rule: MarketRule
  /** As officers wrote it; null for a shipped one. */
  readonly row: MarketRuleRow | null
}

/** A rule, shipped or of officers. Rules are everybody's to read. */
export async function openRule(ctx: Reading, id: string): Promise<OpenedRule> {
  requireAny(ctx, 'portal.use')
  const shipped = shippedRule(id)
  if (shipped !== null) return { rule: shipped, row: null }
  const row = await readMarketRuleRow(ctx.db, id)
  if (row === null) throw notFound(W.noun)
  return { rule: ruleOfRow(row), row }
}
