import type { Row } from '../../db/queries/records.ts'
import { marketRule } from '../../db/schema/index.ts'
import {
  CHECK_PROOF_NAMES,
  CHECK_STAGE_NAMES,
  LIMIT_UNIT_NAMES,
  PEST_STATUS_NAMES,
  RULE_MARKETS,
  TREATMENT_NAMES,
  MARKET_RULE_COPY as W,
} from '../copy/portal/market-rule.ts'
import { cropName, cropSelectorOf } from '../domain/crops/crop-key.ts'
import { marketOf } from '../domain/lists/vocabulary/markets.ts'
import { MOST_CHECK_DAYS, RULE_KINDS, type RuleKind } from '../domain/market-rules/kinds.ts'
import { isMarketSelector } from '../domain/market-rules/market-selector.ts'
import { compareDecimals } from '../lib/measure/decimal.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import { choiceIn } from './choice-in.ts'
import { either } from './either-field.ts'
import type { Field } from './field.ts'
import { choice, day, type Given, line, optionalDay, optionalLine, simple } from './fields.ts'
import { decimalText, optionalCount, optionalDecimalText } from './number-fields.ts'
import { optionalProse, prose } from './prose-fields.ts'
import { readText } from './read-text.ts'
import type { Fault, ValuesOf } from './resource.ts'

export type MarketRuleRow = typeof marketRule.$inferSelect

/** Each holds what its column does, or leaves out the null where its kind must say it. */
type FieldsOfKind = {
  readonly [K in keyof MarketRuleRow]?:
    | Field<MarketRuleRow[K]>
    | Field<NonNullable<MarketRuleRow[K]>>
}

/** What a rule is of: another crop, market or subject is another rule. */
const settled = { fixed: true } as const

const SCOPE = {
  crop: cropField({ label: W.crop, hint: W.cropHint, row: 'scope', ...settled }),
  market: marketSelectorField(),
}

const WHEN_AND_WHY = {
  validFrom: day({ label: W.from, row: 'days' }),
  validTo: optionalDay({ label: W.to, hint: W.toHint, row: 'days' }),
  source: line({ label: W.source, hint: W.sourceHint, max: 300 }),
  isDoubtful: either({ label: W.trust, first: W.confirmed, second: W.doubtful }),
  note: optionalProse({ label: W.note, max: 1_000 }),
}

const OTHER_NAMES = {
  nameEn: optionalLine({ label: W.nameEn, max: 200, row: 'names', group: 'names' }),
  nameZh: optionalLine({ label: W.nameZh, max: 200, row: 'names', group: 'names' }),
}

const OWN_FIELDS: Readonly<Record<RuleKind, FieldsOfKind>> = {
  pest: {
    name: nameField(W.pest, W.pestHint),
    pestStatus: choice({ label: W.pestStatus, choices: PEST_STATUS_NAMES }),
  },
  residue_limit: {
    name: nameField(W.substance, W.substanceHint),
    amount: optionalDecimalText({ label: W.limit, hint: W.limitHint, row: 'limit' }),
    limitUnit: choice({ label: W.limitUnit, choices: LIMIT_UNIT_NAMES, row: 'limit' }),
  },
  treatment: {
    method: choice({ label: W.method, choices: TREATMENT_NAMES, ...settled }),
    temperatureC: optionalDecimalText({ label: W.temperature, row: 'how' }),
    doseGy: optionalDecimalText({ label: W.dose, row: 'how' }),
    minutesLeast: optionalDecimalText({ label: W.minutesLeast, row: 'minutes' }),
    minutesMost: optionalDecimalText({ label: W.minutesMost, row: 'minutes' }),
  },
  packing_mark: {
    name: nameField(W.mark, W.markHint),
    wording: optionalLine({ label: W.wording, max: 200 }),
  },
  minimum_area: { amount: decimalText({ label: W.area }) },
  yield_ceiling: { amount: decimalText({ label: W.yield }) },
  required_check: {
    name: nameField(W.check),
    checkBefore: choice({ label: W.before, choices: CHECK_STAGE_NAMES, row: 'check' }),
    checkProof: choice({ label: W.proof, choices: CHECK_PROOF_NAMES, row: 'check' }),
    checkDays: optionalCount({
      ...{ label: W.checkDays, hint: W.checkDaysHint, row: 'bounds', most: MOST_CHECK_DAYS },
    }),
    samplePercent: optionalDecimalText({ label: W.samplePercent, row: 'bounds' }),
  },
  required_paper: { name: nameField(W.paper) },
}

/** What is asked beside where a rule says otherwise than before. */
export const RULE_CHANGE = {
  fields: {
    isLifted: either({ label: W.lifted, first: W.applies, second: W.isLifted }),
    isCorrection: either({ label: W.change, first: W.newRule, second: W.correction }),
    reason: prose({ label: W.reason, max: 500 }),
  },
}

const ALL_FIELDS: FieldsOfKind = Object.assign(
  {},
  SCOPE,
  ...RULE_KINDS.map((kind) => OWN_FIELDS[kind]),
  OTHER_NAMES,
  WHEN_AND_WHY,
  { isLifted: RULE_CHANGE.fields.isLifted },
)

/** What any rule has in common. */
export const MARKET_RULE = {
  actions: { add: 'market_rule.add', edit: 'market_rule.change' },
  entity: 'market_rule',
  noun: W.noun,
  table: marketRule,
  may: { read: 'portal.use', write: 'market_rules.write' },
  fields: ALL_FIELDS,
} as const

type CommonValues = ValuesOf<typeof SCOPE & typeof WHEN_AND_WHY>

/** A kind of rule as its form asks it: a new kind is a line in the table above, its value and its words. */
export function ruleFields(kind: RuleKind) {
  const own = OWN_FIELDS[kind]
  return {
    ...MARKET_RULE,
    fields: { ...SCOPE, ...own, ...('name' in own ? OTHER_NAMES : {}), ...WHEN_AND_WHY },
    groups: { names: W.names },
    check: faultsOf,
  }
}

function faultsOf(values: Row): readonly Fault[] {
  // The fields above read them.
  const read = values as CommonValues & FieldValues
  const { validFrom, validTo, limitUnit, amount, minutesLeast, minutesMost } = read
  const faults: Fault[] = []
  if (validTo !== null && validTo < validFrom) {
    faults.push({ path: 'validTo', text: W.endsBeforeStart })
  }
  if (limitUnit !== undefined && limitUnit !== null) {
    const isNone = limitUnit === 'not_detected'
    if (isNone && amount != null) faults.push({ path: 'amount', text: W.limitTooMuch })
    if (!isNone && amount == null) faults.push({ path: 'amount', text: W.limitMissing })
  }
  if (
    minutesLeast != null &&
    minutesMost != null &&
    compareDecimals(minutesMost, minutesLeast) < 0
  ) {
    faults.push({ path: 'minutesMost', text: W.minutesTurned })
  }
  return faults
}

type FieldValues = Partial<
  Pick<MarketRuleRow, 'limitUnit' | 'amount' | 'minutesLeast' | 'minutesMost'>
>

function nameField(label: LocalText, hint?: LocalText): Field<string> {
  return line({ label, max: 200, ...settled, ...(hint === undefined ? {} : { hint }) })
}

/** A crop of the register, or all of them, as people name it. */
export function cropField(given: Given): Field<string> {
  return simple<string>(given, {
    schema: readText({ max: 120, read: cropSelectorOf, blank: null }),
    input: { required: true, maxlength: 120 },
    text: (value) => cropName(value).vi,
    show: (value, lang) => cropName(value)[lang],
  })
}

function marketSelectorField(): Field<string> {
  const asked = choice<string>({ label: W.market, choices: RULE_MARKETS, row: 'scope', ...settled })
  return simple<string>(
    { label: W.market, row: 'scope', ...settled },
    {
      // Lists call markets as they are used to.
      schema: readText({
        max: 80,
        read: (text) => {
          const market = isMarketSelector(text) ? text : marketOf(text)
          return market ?? choiceIn(RULE_MARKETS, text)
        },
        blank: null,
      }),
      input: { type: 'select', required: true, choices: RULE_MARKETS },
      text: (value) => value,
      show: asked.show,
    },
  )
}
