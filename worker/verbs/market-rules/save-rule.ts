import {
  type MarketRuleRow,
  ruleStands,
  storeMarketRules,
} from '../../../db/queries/market-rules.ts'
import { MARKET_RULES_COPY as P } from '../../copy/portal/market-rules.ts'
import type { RuleKind } from '../../domain/market-rules/kinds.ts'
import { columnsOfValue } from '../../domain/market-rules/rule-of-row.ts'
import { MARKET_RULE, RULE_CHANGE, ruleFields } from '../../resources/market-rule.ts'
import { difference, inputOf, textsOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'
import type { Texts } from '../records/save-record.ts'
import { makeRuleRow } from './make-rule-row.ts'
import { type OpenedRule, openRule } from './open-rule.ts'

/** Puts down what a market asks of a crop from a day on. */
export async function addRule({
  ctx,
  input,
}: Call<{ readonly kind: RuleKind; readonly texts: Texts }>): Promise<{ id: string }> {
  requirePermission(ctx, 'market_rules.write', null)
  const row = makeRuleRow(ctx, input.kind, input.texts)
  await store(ctx, { row, before: null, corrects: null })
  return { id: row.id }
}

/**
 * Says otherwise of the same crop, market and subject: from another day on, or as a correction of what
 * was written, which stays to be seen. A shipped rule is changed by one of the officers' own.
 */
export async function changeRule({ ctx, input }: Filled): Promise<{ id: string }> {
  requirePermission(ctx, 'market_rules.write', null)
  const opened = await openRule(ctx, input.id)
  if (opened.row?.replacedBy != null) throw editedMeanwhile()
  const { kind } = opened.rule.value
  const settled = settledTexts(opened)
  const made = makeRuleRow(ctx, kind, { ...input.texts, ...settled })
  const { isLifted, isCorrection, reason } = parseInput(inputOf(RULE_CHANGE), input.texts)
  // The subject stays even where its name is known by another word since.
  const subject = opened.row?.subject ?? made.subject
  const row = { ...made, subject, isLifted, reason }
  const corrects = isCorrection ? (opened.row?.id ?? null) : null
  await store(ctx, { row, before: opened.row, corrects })
  return { id: row.id }
}

/** What a form of a change shows: the rule as it stands. */
export function textsOfRule({ rule, row }: OpenedRule): Record<string, string> {
  const { crop, market, validTo, source, isDoubtful } = rule
  const shown = row ?? {
    ...columnsOfValue(rule.value),
    ...{ crop, market, validTo, source, isDoubtful },
    note: rule.note?.vi ?? null,
  }
  const fields = ruleFields(rule.value.kind)
  const { validFrom: _, ...texts } = textsOf(fields, { validFrom: '', ...shown })
  return { ...texts, validFrom: rule.validFrom ?? '' }
}

/** What a change cannot touch: see `fixed` of its fields. */
function settledTexts(opened: OpenedRule): Record<string, string> {
  const texts = textsOfRule(opened)
  const { fields } = ruleFields(opened.rule.value.kind)
  const fixed = Object.entries(fields).flatMap(([name, field]) => (field.fixed ? [name] : []))
  return Object.fromEntries(fixed.map((name) => [name, texts[name] ?? '']))
}

type Stored = {
  readonly row: MarketRuleRow
  readonly before: MarketRuleRow | null
  readonly corrects: string | null
}

async function store(ctx: VerbContext, { row, before, corrects }: Stored): Promise<void> {
  await change(ctx, {
    may: 'market_rules.write',
    target: null,
    guards: before === null ? [] : [{ holds: ruleStands(before.id), refusal: editedMeanwhile }],
    statements: storeMarketRules(ctx.db, [{ row, corrects }]),
    audit: {
      action: before === null ? MARKET_RULE.actions.add : MARKET_RULE.actions.edit,
      entity: MARKET_RULE.entity,
      entityId: row.id,
      ...toldOf(row, before),
      ...(row.reason === null ? {} : { reason: row.reason }),
    },
    taken: () => invalidField('validFrom', P.alreadyThere),
    receipt: { id: row.id },
  })
}

function toldOf(row: MarketRuleRow, before: MarketRuleRow | null) {
  const told = difference(MARKET_RULE, { before, after: row })
  // What tells which it is, changed or not.
  const { kind, crop, market, name } = row
  return { before: told.before, after: { kind, crop, market, name, ...told.after } }
}
