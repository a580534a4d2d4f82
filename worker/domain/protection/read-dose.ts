import { numberOfDecimal } from '../../lib/measure/decimal.ts'
import { parseDecimal } from '../../lib/measure/parse-decimal.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** A dose of a label: from, to, and its unit. */
export type LabelDose = {
  readonly doseLeast: number | null
  readonly doseMost: number | null
  readonly doseUnit: string | null
}

export const NO_DOSE: LabelDose = { doseLeast: null, doseMost: null, doseUnit: null }

const LONGEST = 120
const FIGURE = /^[\d.,]{1,20}/
const DASH = /^[-–—]/
const LONGEST_UNIT = 81

/** Reads `0,5 – 0,8 lít/ha` or `10 ml/bình 16 lít`; what is no such dose keeps its words as the unit. */
export function readDose(text: string): LabelDose {
  const tidy = text.trim().slice(0, LONGEST)
  const none = { ...NO_DOSE, doseUnit: tidy }
  const first = takeFigure(tidy)
  if (first === null) return none
  const second = DASH.test(first.rest) ? takeFigure(first.rest.slice(1).trimStart()) : undefined
  if (second === null) return none
  const unit = (second ?? first).rest
  if (/^\d/.test(unit) || unit.length > LONGEST_UNIT) return none
  const [from, to] = [numberIn(first.figure), numberIn((second ?? first).figure)]
  if (from === null || to === null || to < from) return none
  return { doseLeast: from, doseMost: to, doseUnit: unitOf(unit) }
}

/** The figure a text begins with, and what follows it. */
function takeFigure(text: string): { readonly figure: string; readonly rest: string } | null {
  const figure = FIGURE.exec(text)?.[0]
  return figure === undefined ? null : { figure, rest: text.slice(figure.length).trimStart() }
}

function numberIn(text: string): number | null {
  const reading = parseDecimal(text)
  return reading.ok ? numberOfDecimal(reading.value) : null
}

/** The unit as the diary knows it, else as it was written. */
function unitOf(text: string): string | null {
  const written = text.trim()
  if (written === '') return null
  const [amount = '', per = ''] = foldVietnamese(written).split('/')
  const on = PER.get(
    per
      .trim()
      .replace(/ (?:nuoc|water)$/, '')
      .replaceAll(' ', ''),
  )
  const of = AMOUNTS.get(amount.trim())
  return on === undefined || of === undefined ? written : `${of}/${on}`
}

const AMOUNTS: ReadonlyMap<string, string> = new Map([
  ['l', 'l'],
  ['lit', 'l'],
  ['ml', 'ml'],
  ['cc', 'ml'],
  ['g', 'g'],
  ['gr', 'g'],
  ['gam', 'g'],
  ['kg', 'kg'],
])

const PER: ReadonlyMap<string, string> = new Map([
  ['ha', 'ha'],
  ['cong', 'cong'],
  ['l', 'l'],
  ['lit', 'l'],
  ...['16', '18', '20', '25'].flatMap((size): [string, string][] =>
    [`binh${size}lit`, `binh${size}l`, `binh${size}`, `${size}lit`, `${size}l`].map((text) => [
      text,
      `binh${size}`,
    ]),
  ),
  ...['phuy200lit', 'phuy200l', '200lit', '200l'].map((text): [string, string] => [
    text,
    'phuy200',
  ]),
])
