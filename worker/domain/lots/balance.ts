/** What is known of a batch when it is declared, in kilograms. */
export type Amounts = {
  /** Of the batch itself; null where it is not counted by mass. */
  readonly ownKg: number | null
  /** Of all it is made of together: other batches, harvests, goods bought in. */
  readonly inputKg: number
  /** Kilograms that go into one of the product; null where it is only packed. */
  readonly inputPerOutput: number | null
  /** How much more than its input an output may weigh, as a factor. */
  readonly tolerance: number
}

/**
 * `impossible` is refused: nothing makes more out of less. `yield_high` somebody must mean: less went in
 * than this product usually takes. `expectedKg` is what usually comes out.
 */
export type Judgement =
  | { readonly kind: 'fits' }
  | { readonly kind: 'impossible'; readonly mostKg: number }
  | { readonly kind: 'yield_high'; readonly expectedKg: number }

/** Holds what a batch weighs against what it is made of. */
export function judgeAmounts({ ownKg, inputKg, inputPerOutput, tolerance }: Amounts): Judgement {
  if (ownKg === null) return { kind: 'fits' }
  const expectedKg = expectedOf({ inputKg, inputPerOutput })
  // What takes up water by its nature (rice that is cooked) may weigh more than what went in.
  const mostKg = Math.max(inputKg, expectedKg) * tolerance
  if (ownKg > mostKg) return { kind: 'impossible', mostKg }
  return ownKg > expectedKg * tolerance ? { kind: 'yield_high', expectedKg } : { kind: 'fits' }
}

/** What usually comes out of so much. */
function expectedOf({ inputKg, inputPerOutput }: Pick<Amounts, 'inputKg' | 'inputPerOutput'>) {
  return inputPerOutput === null || inputPerOutput <= 0 ? inputKg : inputKg / inputPerOutput
}

/** What did not come out of what went in, in kilograms and in hundredths of it. */
export type Loss = { readonly inKg: number; readonly outKg: number } & {
  readonly lossKg: number
  readonly percent: number
}

/** Null where nothing went in, or what came out is not counted by mass. Nothing is lost of what grew. */
export function lossOf(given: {
  readonly ownKg: number | null
  readonly inputKg: number
}): Loss | null {
  const { ownKg, inputKg } = given
  if (ownKg === null || inputKg <= 0) return null
  const lossKg = toGrams(Math.max(0, inputKg - ownKg))
  const percent = Math.round((lossKg / inputKg) * 1_000) / 10
  return { inKg: toGrams(inputKg), outKg: toGrams(ownKg), lossKg, percent }
}

/** To the gram: sums of decimal fractions leave a trace. */
export function toGrams(kg: number): number {
  return Math.round(kg * 1_000) / 1_000
}
