import type { Decimal } from '../../lib/measure/decimal.ts'
import type { PartText } from '../../lib/text/local-text.ts'
import type {
  CheckProof,
  CheckStage,
  LimitUnit,
  PestStatus,
  RuleKind,
  TreatmentMethod,
} from './kinds.ts'
import type { MarketRule, RuleValue } from './market-rule.ts'

/** A rule as it is stored: the columns of its kind filled, all others null. */
export type RuleColumns = {
  readonly kind: RuleKind
  readonly name: string | null
  readonly nameEn: string | null
  readonly nameZh: string | null
  readonly pestStatus: PestStatus | null
  readonly limitUnit: LimitUnit | null
  readonly amount: Decimal | null
  readonly method: TreatmentMethod | null
  readonly temperatureC: Decimal | null
  readonly minutesLeast: Decimal | null
  readonly minutesMost: Decimal | null
  readonly doseGy: Decimal | null
  readonly wording: string | null
  readonly checkBefore: CheckStage | null
  readonly checkProof: CheckProof | null
  readonly checkDays: number | null
  readonly samplePercent: Decimal | null
}

type StoredRule = RuleColumns &
  Pick<MarketRule, 'id' | 'crop' | 'market' | 'validTo' | 'source' | 'isDoubtful' | 'isLifted'> & {
    readonly validFrom: string
    readonly note: string | null
    readonly createdAt: number
  }

/** A stored rule. Throws where a column that its kind must have is empty: nothing is made up for it. */
export function ruleOfRow(row: StoredRule): MarketRule {
  const { id, crop, market, validFrom, validTo, source, isDoubtful, isLifted, note } = row
  return {
    ...{ id, crop, market, validFrom, validTo, source, isDoubtful, isLifted },
    value: valueOfColumns(row),
    note: note === null ? null : { vi: note },
    recordedAt: row.createdAt,
  }
}

/** What the columns of a rule say by its kind. */
export function valueOfColumns(row: RuleColumns): RuleValue {
  switch (row.kind) {
    case 'pest':
      return { kind: 'pest', name: nameOf(row), status: given(row.pestStatus, 'pestStatus') }
    case 'residue_limit':
      return { kind: 'residue_limit', name: nameOf(row), limit: limitOf(row) }
    case 'treatment': {
      const { temperatureC, minutesLeast, minutesMost, doseGy } = row
      const method = given(row.method, 'method')
      return { kind: 'treatment', method, temperatureC, minutesLeast, minutesMost, doseGy }
    }
    case 'packing_mark':
      return { kind: 'packing_mark', name: nameOf(row), wording: row.wording }
    case 'minimum_area':
      return { kind: 'minimum_area', areaHa: given(row.amount, 'amount') }
    case 'yield_ceiling':
      return { kind: 'yield_ceiling', tonnesPerHa: given(row.amount, 'amount') }
    case 'required_check':
      return {
        kind: 'required_check',
        name: nameOf(row),
        before: given(row.checkBefore, 'checkBefore'),
        proof: given(row.checkProof, 'checkProof'),
        days: row.checkDays,
        samplePercent: row.samplePercent,
      }
    case 'required_paper':
      return { kind: 'required_paper', name: nameOf(row) }
  }
}

const NO_COLUMNS: Omit<RuleColumns, 'kind'> = {
  ...{ name: null, nameEn: null, nameZh: null, pestStatus: null, limitUnit: null, amount: null },
  ...{ method: null, temperatureC: null, minutesLeast: null, minutesMost: null, doseGy: null },
  ...{ wording: null, checkBefore: null, checkProof: null, checkDays: null },
  samplePercent: null,
}

/** The columns of a rule, those of its kind filled: what `valueOfColumns` reads back. */
export function columnsOfValue(value: RuleValue): RuleColumns {
  const { kind } = value
  const none = { ...NO_COLUMNS, kind, ...('name' in value ? columnsOfName(value.name) : {}) }
  switch (value.kind) {
    case 'pest':
      return { ...none, pestStatus: value.status }
    case 'residue_limit': {
      const { limit } = value
      if (limit.kind === 'not_detected') return { ...none, limitUnit: 'not_detected' }
      return { ...none, limitUnit: limit.unit, amount: limit.value }
    }
    case 'treatment': {
      const { method, temperatureC, minutesLeast, minutesMost, doseGy } = value
      return { ...none, method, temperatureC, minutesLeast, minutesMost, doseGy }
    }
    case 'packing_mark':
      return { ...none, wording: value.wording }
    case 'minimum_area':
      return { ...none, amount: value.areaHa }
    case 'yield_ceiling':
      return { ...none, amount: value.tonnesPerHa }
    case 'required_check': {
      const { before, proof, days, samplePercent } = value
      return { ...none, checkBefore: before, checkProof: proof, checkDays: days, samplePercent }
    }
    case 'required_paper':
      return none
  }
}

function columnsOfName({ vi, en, zh }: PartText) {
  return { name: vi ?? en ?? zh ?? null, nameEn: en ?? null, nameZh: zh ?? null }
}

function limitOf({ limitUnit, amount }: RuleColumns) {
  const unit = given(limitUnit, 'limitUnit')
  if (unit === 'not_detected') return { kind: unit }
  return { kind: 'at_most' as const, value: given(amount, 'amount'), unit }
}

function nameOf({ name, nameEn, nameZh }: RuleColumns): PartText {
  return {
    vi: given(name, 'name'),
    ...(nameEn === null ? {} : { en: nameEn }),
    ...(nameZh === null ? {} : { zh: nameZh }),
  }
}

function given<T>(value: T | null, column: string): T {
  if (value === null) throw new TypeError(`a rule without its ${column}`)
  return value
}
