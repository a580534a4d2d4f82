import { FIELD_FAULTS } from '../../../copy/field-faults.ts'
import { addDays, toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { parseVietnameseDate } from '../../../lib/time/parse-vietnamese-date.ts'
import { BATCH_DECLARATION } from '../../../resources/batch-declaration.ts'
import { inputOf } from '../../../resources/resource.ts'
import type { BatchInput } from '../../../verbs/batches/batch-input.ts'
import { type FieldError, Problem } from '../../../verbs/errors.ts'
import { invalidInput, parseInput } from '../../../verbs/guard/parse-input.ts'
import { goodsPath, readGoods } from './goods-form.ts'

/** What is looked up of the things a form names. */
type Known = {
  readonly slotOf: (code: string) => Promise<string | null>
  readonly shelfLifeDaysOf: (productId: string) => Promise<number | null>
}

/** A batch as it was typed into the form; throws `invalid_input` on the fields that do not fit. */
export async function readBatchForm(
  texts: Readonly<Record<string, string>>,
  known: Known,
): Promise<BatchInput> {
  const typed = parseInput(inputOf(BATCH_DECLARATION), texts)
  const errors: FieldError[] = []
  const goods = readGoods(texts, errors)
  const harvestedOn = typed.harvestedOn.map((text) => {
    const reading = parseVietnameseDate(text)
    if (reading.ok) return reading.on
    errors.push({ path: 'harvestedOn', text: FIELD_FAULTS.notADay })
    return text
  })
  if (errors.length > 0) throw invalidInput(errors)
  const slots = await Promise.all(typed.otherCodes.map(known.slotOf))
  const others = typed.otherCodes.map((code, at) => ({ code, slot: slots[at] }))
  const houses = others.filter(({ slot }) => slot === 'packing_house').map(({ code }) => code)
  const areas = others.filter(({ slot }) => slot !== 'packing_house').map(({ code }) => code)
  const { productId, lot, packedOn, seasonFrom, quantityValue, quantityUnit } = typed
  return {
    ...{ productId, lot, packedOn, seasonFrom, harvestedOn, ...goods },
    expiresOn: typed.expiresOn ?? (await expiryOf({ productId, packedOn }, known)),
    quantity: { value: quantityValue, unit: quantityUnit },
    markets: [...typed.markets, ...typed.otherMarkets],
    growingAreas: [...new Set([...typed.growingAreas, ...areas])],
    packingHouse: typed.packingHouse ?? houses[0] ?? null,
  }
}

/** The shelf life of the product from the day of packing. */
async function expiryOf(
  batch: { readonly productId: string; readonly packedOn: string | null },
  { shelfLifeDaysOf }: Known,
): Promise<string | null> {
  const packed = batch.packedOn === null ? null : toCalendarDate(batch.packedOn)
  const days = packed === null ? null : await shelfLifeDaysOf(batch.productId)
  return packed === null || days === null ? null : addDays(packed, days)
}

/** Tells what a verb refused on the questions of the form, which has other names for some. */
export function onFormFields(error: unknown, typed: Typed): unknown {
  if (!(error instanceof Problem) || error.errors.length === 0) return error
  const { code, text, questions, cause } = error
  const errors = error.errors.map(({ path, ...rest }) => ({ ...rest, path: formPath(path, typed) }))
  return new Problem({ code, text, errors, questions, cause })
}

type Typed = { readonly input: BatchInput; readonly texts: Readonly<Record<string, string>> }

function formPath(path: string, typed: Typed): string {
  const [name = '', at = ''] = path.split('.')
  if (name === 'quantity') return at === 'unit' ? 'quantityUnit' : 'quantityValue'
  return goodsPath(path, typed) ?? name
}
