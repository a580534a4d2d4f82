/** By what the batches of a recall are found. */
export const RECALL_BY = ['batch', 'product', 'area', 'input', 'packed'] as const
export type RecallBy = (typeof RECALL_BY)[number]

/** What was looked for: a lot or REF, a product, a growing-area code, an input of the diary, or days. */
export type RecallScope = {
  readonly by: RecallBy
  /** Lot or REF, id of the product, code, name of the input; empty for days alone. */
  readonly what: string
  /** Packed within these days, both included; null for any. */
  readonly fromOn: string | null
  readonly toOn: string | null
}
