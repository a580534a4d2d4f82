import { fillAll } from '../../copy/fill.ts'
import { formatNumber } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { PROTECTION_COPY as W } from '../../copy/portal/protection.ts'
import type { EntryValue, ParsedEntry } from '../../domain/diary/entry-body.ts'
import type { EntryFinding, EntryQuestion } from '../../domain/diary/entry-fault.ts'
import { isMeasure, isProduct } from '../../domain/diary/is-measure.ts'
import { doseRate } from '../../domain/diary/measures/measure.ts'
import { isUnit, unitText } from '../../domain/diary/measures/unit-table.ts'
import { findingText } from '../../domain/protection/finding-text.ts'
import type { RegisteredUse } from '../../domain/protection/types.ts'
import { decimalOfNumber } from '../../lib/measure/decimal.ts'
import type { Lookup } from '../context.ts'
import { judgeUse } from './judge-use.ts'

export type ProductFindings = {
  readonly findings: readonly EntryFinding[]
  readonly questions: readonly EntryQuestion[]
}

const NOTHING: ProductFindings = { findings: [], questions: [] }
const DOSE_TIMES = 10

/**
 * What the list of its day and the rules of its markets say of the product of an entry. It stands on the
 * entry as it was when it was recorded; nothing is refused for it.
 */
export async function findingsOfEntry(
  ctx: Lookup,
  given: {
    readonly entry: Pick<ParsedEntry, 'kind' | 'values'>
    readonly occurredOn: string
    readonly crop: string | null
    readonly markets: readonly string[]
  },
): Promise<ProductFindings> {
  const { entry, occurredOn: on, crop, markets } = given
  const { product, activeIngredient, targetPest, intervalDays, dose } = entry.values
  if (entry.kind !== 'plant_protection' || product === undefined || !isProduct(product)) {
    return NOTHING
  }
  const { findings, use } = await judgeUse(ctx, {
    ...{ product: product.name, on, crop, markets },
    activeIngredient: textOf(activeIngredient),
    pest: textOf(targetPest),
    intervalDays: typeof intervalDays === 'number' ? intervalDays : null,
  })
  return {
    findings: findings.map((finding) => ({
      code: finding.code,
      text: findingText(finding, on),
      isConfirmed: false,
    })),
    questions: use === null ? [] : doseQuestions(dose, use),
  }
}

/** Ten times the label is a slip of the unit, or worse. */
function doseQuestions(dose: EntryValue | undefined, use: RegisteredUse): EntryQuestion[] {
  const { doseMost, doseUnit } = use
  if (dose === undefined || !isMeasure(dose) || doseMost === null || doseUnit === null) return []
  const most = decimalOfNumber(doseMost)
  if (!isUnit(doseUnit) || most === null) return []
  const [said, label] = [doseRate(dose), doseRate({ value: most, unit: doseUnit })]
  if (said === null || label === null || said.basis !== label.basis || label.rate <= 0) return []
  const times = said.rate / label.rate
  if (times < DOSE_TIMES) return []
  const text = fillAll(W.doseBeyond, {
    times: inEach((lang) => formatNumber(Math.round(times), lang)),
    dose: inEach((lang) => `${formatNumber(doseMost, lang)} ${unitText(doseUnit)[lang]}`),
  })
  return [{ code: 'dose_beyond_label', path: 'values.dose', text }]
}

function textOf(value: EntryValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
