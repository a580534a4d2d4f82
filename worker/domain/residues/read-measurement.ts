import type { Decimal } from '../../lib/measure/decimal.ts'
import { parseDecimal } from '../../lib/measure/parse-decimal.ts'
import { foldVietnamese, tidyText } from '../../lib/text/fold-vietnamese.ts'
import { massUnitOf } from './concentration.ts'
import type { ResultRelation } from './kinds.ts'

/** What a laboratory found. */
export type Measurement = {
  readonly relation: ResultRelation
  /** What was found; of `below` the least that can be found, null where nobody said it. */
  readonly value: Decimal | null
  /** As it was written, in its usual spelling where it is known; null without one. */
  readonly unit: string | null
}

export type MeasurementFault = 'unreadable' | 'two_units'

export type MeasurementReading =
  | { readonly ok: true; readonly measurement: Measurement }
  | { readonly ok: false; readonly fault: MeasurementFault }

/** Longer than any result. */
const LONGEST = 100

/** What laboratories write where they found nothing. Folded. */
const NOTHING_FOUND: ReadonlySet<string> = new Set([
  ...['kph', 'khong phat hien', 'nd', 'n.d', 'n.d.', 'not detected', 'none detected', 'bdl'],
  ...['am tinh', 'negative', '未检出', '未檢出'],
])

/**
 * Reads a result as it is printed: `0,012`, `0.05 mg/kg`, `<0,01`, `KPH (LOD 0,01)`, `không phát hiện`.
 * A unit in the cell wins over the one beside it, and two that differ are refused: one of them is wrong.
 * Nothing is made up: what is not read is said.
 */
export function readMeasurement(result: string, unitBeside: string | null): MeasurementReading {
  if (result.length > LONGEST) return { ok: false, fault: 'unreadable' }
  const text = tidyText(result)
  const nothing = nothingIn(text)
  if (nothing !== null) return withUnit({ relation: 'below', ...nothing }, unitBeside)
  const isBelow = /^[<≤]/.test(text)
  const reading = parseDecimal(isBelow ? text.slice(1) : text)
  if (!reading.ok || reading.value.startsWith('-')) return { ok: false, fault: 'unreadable' }
  const { value, unit } = reading
  return withUnit({ relation: isBelow ? 'below' : 'equal', value, unit }, unitBeside)
}

/** What is said of the least that can be found, where nothing was; null where something else is said. */
function nothingIn(text: string): { value: Decimal | null; unit: string | null } | null {
  const [, words = '', inBrackets] = /^([^()[\]<]*)(?:[([<]([^()[\]]*)[)\]]?)?$/u.exec(text) ?? []
  if (!NOTHING_FOUND.has(foldVietnamese(words))) return null
  if (inBrackets === undefined) return { value: null, unit: null }
  const figure = inBrackets.replace(/^\s*(?:LOD|LOQ|MDL)?\s*[=:<]?\s*/i, '')
  const reading = parseDecimal(figure)
  return reading.ok && !reading.value.startsWith('-')
    ? { value: reading.value, unit: reading.unit }
    : { value: null, unit: null }
}

function withUnit(measurement: Measurement, unitBeside: string | null): MeasurementReading {
  const beside = unitBeside === null || unitBeside.trim() === '' ? null : spelled(unitBeside)
  const within = measurement.unit === null ? null : spelled(measurement.unit)
  if (within !== null && beside !== null && within !== beside) {
    return { ok: false, fault: 'two_units' }
  }
  return { ok: true, measurement: { ...measurement, unit: within ?? beside } }
}

function spelled(unit: string): string {
  return massUnitOf(unit) ?? tidyText(unit)
}
