import type { BatchLinks } from '../../../../db/queries/batches.ts'
import { FIELD_FAULTS } from '../../../copy/field-faults.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { GOODS_COPY as W } from '../../../copy/portal/goods.ts'
import { numberOfDecimal } from '../../../lib/measure/decimal.ts'
import { parseDecimal } from '../../../lib/measure/parse-decimal.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { BATCH_PURCHASE } from '../../../resources/batch-purchase.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { inputOf, textsOf } from '../../../resources/resource.ts'
import type { HarvestChoice } from '../../../verbs/batches/batch-choices.ts'
import type { BatchInput } from '../../../verbs/batches/batch-input.ts'
import type { FieldError } from '../../../verbs/errors.ts'
import { invalidIssues } from '../../../verbs/guard/parse-input.ts'

/** The names of the questions how much of a batch and of a harvest went in, and of what was bought. */
export const SOURCE_PREFIX = 'source.'
const HARVEST_PREFIX = 'harvest.'
const BOUGHT = /^bought\.(\d{1,3})\./

type Texts = Readonly<Record<string, string>>

/** Lines for goods bought in that a form has beside those filled in. */
const BLANK_LINES = 2
const MOST_LINES = 100

/** The questions about harvests, one for each, and about goods bought in, a line each. */
export function goodsInputs(
  harvests: readonly HarvestChoice[],
  { lang, values }: { readonly lang: Language; readonly values: Texts },
): FormInput[] {
  const lines = Math.min(MOST_LINES, boughtLines(values).length + BLANK_LINES)
  return [
    ...harvests.map(
      ({ entry, occurredOn, siteName, leftKg }): FormInput => ({
        name: `${HARVEST_PREFIX}${entry}`,
        label: fill(W.harvestOf[lang], {
          ...{ on: formatOn(occurredOn, lang), site: siteName },
          left: formatNumber(leftKg, lang),
        }),
        inputmode: 'decimal',
        group: W.harvestsGroup[lang],
      }),
    ),
    ...Array.from({ length: lines }, (_, at) => boughtInputs(at, lang)).flat(),
  ]
}

/** A line may be left out altogether, so no part of it must be filled in. */
function boughtInputs(at: number, lang: Language): FormInput[] {
  return formInputs(BATCH_PURCHASE, { lang }).map((input) => ({
    ...input,
    name: `bought.${at}.${input.name}`,
    label: `${at + 1}. ${input.label}`,
    required: false,
    row: `bought${at}`,
    group: W.purchasesGroup[lang],
  }))
}

/** What the form shows of the harvests and goods of a batch there is. */
export function textsOfGoods({ harvests, purchases }: BatchLinks): Record<string, string> {
  const taken = harvests.map(({ diaryEventId, quantityKg }) => [
    `${HARVEST_PREFIX}${diaryEventId}`,
    typedNumber(quantityKg),
  ])
  const bought = purchases.flatMap((row, at) =>
    Object.entries(textsOf(BATCH_PURCHASE, row)).map(([name, text]) => [
      `bought.${at}.${name}`,
      text,
    ]),
  )
  return Object.fromEntries([...taken, ...bought])
}

/** A number as it is typed: no marks between thousands. */
export function typedNumber(value: number): string {
  return formatNumber(value, 'vi').replaceAll('.', '')
}

/** Batches, harvests and goods bought in as they were typed; what cannot be read is added to `errors`. */
export function readGoods(
  texts: Texts,
  errors: FieldError[],
): Required<Pick<BatchInput, 'sources' | 'harvests' | 'purchases'>> {
  return {
    sources: amountsIn(texts, { prefix: SOURCE_PREFIX, errors }).map(({ of, quantityKg }) => ({
      ...{ ref: of, quantityKg },
    })),
    harvests: amountsIn(texts, { prefix: HARVEST_PREFIX, errors }).map(({ of, quantityKg }) => ({
      ...{ entry: of, quantityKg },
    })),
    purchases: boughtLines(texts).flatMap((at) => boughtIn(texts, { at, errors })),
  }
}

/** Where the form asks for a part of the goods, by the path that the verb tells it on. */
export function goodsPath(path: string, typed: { input: BatchInput; texts: Texts }): string | null {
  const { input, texts } = typed
  const [name = '', number = '', part = 'quantityKg'] = path.split('.')
  const at = Number(number)
  switch (name) {
    case 'sources':
      return `${SOURCE_PREFIX}${input.sources?.[at]?.ref ?? ''}`
    case 'harvests':
      return `${HARVEST_PREFIX}${input.harvests?.[at]?.entry ?? ''}`
    case 'purchases':
      return `bought.${boughtLines(texts)[at] ?? 0}.${part}`
    default:
      return null
  }
}

function amountsIn(texts: Texts, asked: { prefix: string; errors: FieldError[] }) {
  const { prefix, errors } = asked
  return Object.entries(texts).flatMap(([path, text]) => {
    if (!path.startsWith(prefix) || text.trim() === '') return []
    const reading = parseDecimal(text)
    if (reading.ok) {
      return [{ of: path.slice(prefix.length), quantityKg: numberOfDecimal(reading.value) }]
    }
    errors.push({ path, text: { ...FIELD_FAULTS.notANumber, vi: reading.reason } })
    return []
  })
}

/** Numbers of the lines that anything is written in, in their order. */
function boughtLines(texts: Texts): number[] {
  const filled = Object.entries(texts).flatMap(([name, text]) => {
    const number = text.trim() === '' ? null : BOUGHT.exec(name)?.[1]
    return number == null ? [] : [Number(number)]
  })
  return [...new Set(filled)].sort((a, b) => a - b)
}

function boughtIn(texts: Texts, { at, errors }: { at: number; errors: FieldError[] }) {
  const prefix = `bought.${at}.`
  const line = Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    ),
  )
  const read = inputOf(BATCH_PURCHASE).safeParse(line)
  if (read.success) return [read.data]
  errors.push(
    ...invalidIssues(read.error.issues, line).errors.map(({ path, text }) => ({
      ...{ path: `${prefix}${path}`, text },
    })),
  )
  return []
}
