import type { MarketRuleRow } from '../../../db/queries/market-rules.ts'
import type { RuleKind } from '../../domain/market-rules/kinds.ts'
import {
  columnsOfValue,
  type RuleColumns,
  valueOfColumns,
} from '../../domain/market-rules/rule-of-row.ts'
import { subjectOf } from '../../domain/market-rules/subject-of.ts'
import { ruleFields } from '../../resources/market-rule.ts'
import { actorText, type VerbContext } from '../context.ts'
import { readTexts, type Texts } from '../records/save-record.ts'

/** A rule of a kind as it is stored, from what was typed. Throws `invalid_input` naming the fields. */
export function makeRuleRow(ctx: VerbContext, kind: RuleKind, texts: Texts): MarketRuleRow {
  const values = readTexts(ruleFields(kind), texts)
  // The fields of its kind fill the columns of its kind; all others stay empty.
  const value = valueOfColumns({ ...values, kind } as unknown as RuleColumns)
  const { crop, market, validFrom, validTo, source, isDoubtful, note } = values
  return {
    ...columnsOfValue(value),
    ...{ crop, market, validFrom, validTo, source, isDoubtful, note },
    id: ctx.newId(),
    subject: subjectOf(value),
    isLifted: false,
    reason: null,
    replacedBy: null,
    actor: actorText(ctx.actor),
    createdAt: ctx.now(),
  }
}
