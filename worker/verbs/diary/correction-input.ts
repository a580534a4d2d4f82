import * as z from 'zod'
import { DIARY_KINDS, type DiaryKind } from '../../copy/diary.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import type { DiaryWords } from '../../domain/lists/records/diary-records.ts'
import { cropWorkOf } from '../../domain/lists/vocabulary/crop-works.ts'
import { diaryKindOf } from '../../domain/lists/vocabulary/diary-kinds.ts'
import { parseQuantity } from '../../lib/measure/mass.ts'
import { told } from '../../resources/told.ts'
import type { FieldError } from '../errors.ts'
import { calendarDateField, lineField } from '../guard/fields.ts'

const words = lineField(500).nullish()
const KINDS = Object.keys(DIARY_KINDS) as [DiaryKind, ...DiaryKind[]]

/** What of an entry may be corrected: absent stays as it is, null is taken out. */
export const diaryChanges = z.object({
  occurredOn: calendarDateField.optional(),
  kind: z.enum(KINDS).optional(),
  /** The work as written; it says the kind too where none is given. */
  work: lineField(200).optional(),
  plot: words,
  crop: words,
  product: words,
  activeIngredient: words,
  dose: words,
  quantity: z
    .object({
      value: z.number().positive(told(DIARY_REFUSALS.quantity)).max(1e9),
      unit: lineField(40),
    })
    .nullish(),
  method: words,
  targetPest: words,
  intervalDays: z.int().min(0).max(3650).nullish(),
  operator: words,
  note: words,
  /** REF or lot number. */
  batch: words,
})

/** What an entry says with the changes made. */
export function correctedWords(
  before: DiaryWords,
  changes: z.output<typeof diaryChanges>,
): DiaryWords {
  const given = <T>(value: T | null | undefined, was: T | null): T | null =>
    value === undefined ? was : value
  const crop = given(changes.crop, before.crop)
  const occurredOn = changes.occurredOn ?? before.occurredOn
  const kindText = changes.work ?? before.kindText
  return {
    occurredOn,
    kind: changes.kind ?? kindFrom(before, { kindText, crop, occurredOn }),
    kindText,
    plot: given(changes.plot, before.plot),
    crop,
    productName: given(changes.product, before.productName),
    activeIngredient: given(changes.activeIngredient, before.activeIngredient),
    dose: given(changes.dose, before.dose),
    quantity: changes.quantity === undefined ? before.quantity : quantityOf(changes.quantity),
    method: given(changes.method, before.method),
    targetPest: given(changes.targetPest, before.targetPest),
    preHarvestIntervalDays: given(changes.intervalDays, before.preHarvestIntervalDays),
    operatorRole: given(changes.operator, before.operatorRole),
    note: given(changes.note, before.note),
    batchRef: given(changes.batch, before.batchRef),
  }
}

/** The kind that a new wording of the work says; that of before where it says none. */
function kindFrom(
  before: DiaryWords,
  said: Pick<DiaryWords, 'kindText' | 'crop' | 'occurredOn'>,
): DiaryKind {
  if (said.kindText === before.kindText) return before.kind
  const { kind, by } = diaryKindOf(said.kindText)
  const work = cropWorkOf(said.kindText, { crop: said.crop, on: said.occurredOn })
  return work ?? (by === 'none' ? before.kind : kind)
}

function quantityOf(quantity: { readonly value: number; readonly unit: string } | null) {
  if (quantity === null) return null
  const reading = parseQuantity(quantity.value, quantity.unit)
  if (!reading.ok) return null
  const { value, unit, quantityKg } = reading
  return { value, unit, quantityKg }
}

/** What a corrected entry still lacks, or says that cannot be. */
export function correctionFaults(said: DiaryWords, today: string): FieldError[] {
  const needsProduct = said.kind === 'plant_protection' || said.kind === 'veterinary'
  return [
    ...(said.occurredOn > today ? [{ path: 'occurredOn', text: DIARY_REFUSALS.dayAhead }] : []),
    ...(needsProduct && said.productName === null
      ? [{ path: 'product', text: DIARY_REFUSALS.productMissing }]
      : []),
  ]
}
